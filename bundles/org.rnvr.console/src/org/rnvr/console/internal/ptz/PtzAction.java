package org.rnvr.console.internal.ptz;

import java.util.Locale;
import org.rnvr.control.PtzVelocity;

/** What an operator does with a camera that moves. */
enum PtzAction {
    LEFT_UP("pan_left", -1, 1, 0),
    UP("up", 0, 1, 0),
    RIGHT_UP("right_up", 1, 1, 0),
    LEFT("left", -1, 0, 0),
    STOP("stop", 0, 0, 0),
    RIGHT("right", 1, 0, 0),
    LEFT_DOWN("pan_down", -1, -1, 0),
    DOWN("down", 0, -1, 0),
    RIGHT_DOWN("right_down", 1, -1, 0),
    ZOOM_IN("zoom_in", 0, 0, 1),
    ZOOM_OUT("zoom_out", 0, 0, -1),
    SPEED_UP("ptz_speed_up", 0, 0, 0),
    SPEED_DOWN("ptz_speed_down", 0, 0, 0);

    private final String setting;
    private final int pan;
    private final int tilt;
    private final int zoom;

    PtzAction(String setting, int pan, int tilt, int zoom) {
        this.setting = setting;
        this.pan = pan;
        this.tilt = tilt;
        this.zoom = zoom;
    }

    /** Its name in the section {@code ptz_keys}; the diagonals have the names of an earlier recorder. */
    String setting() {
        return setting;
    }

    boolean isMovement() {
        return isTurn() || isZoom();
    }

    boolean isTurn() {
        return pan != 0 || tilt != 0;
    }

    boolean isZoom() {
        return zoom != 0;
    }

    /** With a part of the greatest speed, above 0 and at most 1. */
    PtzVelocity velocity(double speed) {
        return new PtzVelocity(pan * speed, tilt * speed, zoom * speed);
    }

    /** Path of its image in the bundle. */
    String path() {
        return "icons/ptz-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    }

    String words() {
        return switch (this) {
            case LEFT_UP -> Messages.action_left_up;
            case UP -> Messages.action_up;
            case RIGHT_UP -> Messages.action_right_up;
            case LEFT -> Messages.action_left;
            case STOP -> Messages.action_stop;
            case RIGHT -> Messages.action_right;
            case LEFT_DOWN -> Messages.action_left_down;
            case DOWN -> Messages.action_down;
            case RIGHT_DOWN -> Messages.action_right_down;
            case ZOOM_IN -> Messages.action_zoom_in;
            case ZOOM_OUT -> Messages.action_zoom_out;
            case SPEED_UP -> Messages.action_speed_up;
            case SPEED_DOWN -> Messages.action_speed_down;
        };
    }
}
