package org.rnvr.console.internal.playback;

import org.eclipse.swt.graphics.Color;

/**
 * Colours of the timeline, on a dark or on a light ground.
 *
 * @param ground behind the rows
 * @param raised behind ruler and names
 * @param currentRow behind the row that the keyboard is on
 * @param line between things
 * @param text words
 * @param faint words and marks of less weight
 * @param recorded what is recorded
 * @param missing what should have been
 * @param missingGround the same, its ground
 * @param bookmark notes of people
 * @param event losses
 * @param cursor the moment that is shown
 * @param cursorText words on it
 * @param now the present
 * @param selected the selection
 */
record TimelineColors(
        Color ground,
        Color raised,
        Color currentRow,
        Color line,
        Color text,
        Color faint,
        Color recorded,
        Color missing,
        Color missingGround,
        Color bookmark,
        Color event,
        Color cursor,
        Color cursorText,
        Color now,
        Color selected) {

    private static final float MIDDLE = 0.5f;

    private static final TimelineColors DARK = new TimelineColors(
            new Color(27, 30, 34),
            new Color(38, 42, 47),
            new Color(42, 48, 56),
            new Color(58, 63, 70),
            new Color(228, 231, 235),
            new Color(160, 168, 177),
            new Color(58, 138, 203),
            new Color(240, 120, 100),
            new Color(74, 38, 36),
            new Color(240, 186, 60),
            new Color(255, 106, 90),
            new Color(255, 255, 255),
            new Color(20, 22, 25),
            new Color(120, 200, 120),
            new Color(120, 190, 255));

    private static final TimelineColors LIGHT = new TimelineColors(
            new Color(255, 255, 255),
            new Color(240, 242, 244),
            new Color(226, 237, 248),
            new Color(208, 213, 219),
            new Color(32, 36, 40),
            new Color(96, 104, 113),
            new Color(45, 116, 181),
            new Color(190, 52, 40),
            new Color(252, 224, 220),
            new Color(176, 112, 0),
            new Color(196, 40, 28),
            new Color(20, 22, 25),
            new Color(255, 255, 255),
            new Color(30, 130, 50),
            new Color(20, 100, 200));

    /** Those for the theme that gave a control this ground. */
    static TimelineColors on(Color background) {
        return background.getRGB().getHSB()[2] < MIDDLE ? DARK : LIGHT;
    }
}
