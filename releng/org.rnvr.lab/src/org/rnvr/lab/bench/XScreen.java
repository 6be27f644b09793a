package org.rnvr.lab.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An X server without a monitor, with room for a wall of windows side by side. */
final class XScreen implements AutoCloseable {

    /** Of each window, in pixels. */
    static final int WIDTH = 640;

    /** Of each window, in pixels. */
    static final int HEIGHT = 360;

    private final int columns;
    private final int views;
    private final XServer server;

    private XScreen(int views, int columns, XServer server) {
        this.columns = columns;
        this.views = views;
        this.server = server;
    }

    static XScreen start(int views) {
        int columns = (int) Math.ceil(Math.sqrt(views));
        int rows = (views + columns - 1) / columns;
        return new XScreen(views, columns, XServer.start(columns * WIDTH, rows * HEIGHT));
    }

    /** Its name, for {@code DISPLAY}. */
    String name() {
        return server.name();
    }

    /** The number of its process. */
    long pid() {
        return server.pid();
    }

    /** Opens a black window for each view, side by side. */
    List<Long> openWindows() {
        List<Long> windows = new ArrayList<>();
        for (int i = 0; i < views; i++) {
            windows.add(server.open(place(i)));
        }
        server.settle();
        return windows;
    }

    void closeWindows(List<Long> windows) {
        windows.forEach(server::close);
        server.settle();
    }

    /** Puts the windows that programs have opened side by side: without a window manager all lie on one another. */
    void arrange() {
        List<Long> windows = server.windows();
        for (int i = 0; i < windows.size(); i++) {
            XServer.Window place = place(i);
            server.move(windows.get(i), place.x(), place.y());
        }
        server.settle();
    }

    /** A fingerprint of what is to be seen at each place; 0 where all is of one colour. */
    List<Integer> pictures() {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < views; i++) {
            int[] pixels = server.pixels(place(i));
            seen.add(Arrays.stream(pixels).distinct().count() > 1 ? Arrays.hashCode(pixels) : 0);
        }
        return seen;
    }

    private XServer.Window place(int number) {
        return new XServer.Window(number % columns * WIDTH, number / columns * HEIGHT, WIDTH, HEIGHT);
    }

    @Override
    public void close() {
        server.close();
    }
}
