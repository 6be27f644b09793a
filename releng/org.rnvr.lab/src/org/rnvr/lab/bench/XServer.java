package org.rnvr.lab.bench;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An X server without a monitor and without a window manager, and what can be seen and done there. */
final class XServer implements AutoCloseable {

    private static final int ALL_PLANES = -1;
    private static final int Z_PIXMAP = 2;
    private static final int PIXEL_BYTES = 4;
    private static final long IMAGE_DATA = 16;

    /** More than a structure of window attributes has. */
    private static final long ATTRIBUTES_BYTES = 256;

    /** Where in it the place is, and whether the window can be seen. */
    private static final long PLACE = 0;

    private static final long MAP_STATE = 92;
    private static final int VIEWABLE = 2;

    /** A window may go between being listed and being looked at, which the answer tells as well. */
    private static final X11.ErrorHandler IGNORE = (display, event) -> 0;

    static {
        X11.INSTANCE.XSetErrorHandler(IGNORE);
    }

    private final Process process;
    private final String name;
    private final Pointer display;
    private final NativeLong root;

    private XServer(Process process, String name) {
        this.process = process;
        this.name = name;
        display = X11.INSTANCE.XOpenDisplay(name);
        root = X11.INSTANCE.XDefaultRootWindow(display);
    }

    /**
     * A window that can be seen.
     *
     * @param x of its left edge
     * @param y of its upper edge
     * @param width in pixels
     * @param height in pixels
     */
    record Window(int x, int y, int width, int height) {}

    static XServer start(int width, int height) {
        String size = width + "x" + height + "x24";
        try {
            Process process = new ProcessBuilder(
                            "Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            return new XServer(process, ":" + output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its name, for {@code DISPLAY}. */
    String name() {
        return name;
    }

    /** The number of its process. */
    long pid() {
        return process.pid();
    }

    /** Opens a black window. */
    long open(Window place) {
        NativeLong black = new NativeLong(0);
        NativeLong window = X11.INSTANCE.XCreateSimpleWindow(
                display, root, place.x(), place.y(), place.width(), place.height(), 0, black, black);
        X11.INSTANCE.XMapWindow(display, window);
        return window.longValue();
    }

    void close(long window) {
        X11.INSTANCE.XDestroyWindow(display, new NativeLong(window));
    }

    void move(long window, int x, int y) {
        X11.INSTANCE.XMoveWindow(display, new NativeLong(window), x, y);
    }

    /** Waits until all that was asked for is done. */
    void settle() {
        X11.INSTANCE.XSync(display, 0);
    }

    /** The numbers of all windows that no other window holds, the undermost first. */
    List<Long> windows() {
        PointerByReference children = new PointerByReference();
        IntByReference count = new IntByReference();
        X11.INSTANCE.XQueryTree(
                display, root, new NativeLongByReference(), new NativeLongByReference(), children, count);
        if (children.getValue() == null) {
            return List.of();
        }
        List<Long> windows = Arrays.stream(children.getValue().getLongArray(0, count.getValue()))
                .boxed()
                .toList();
        X11.INSTANCE.XFree(children.getValue());
        return windows;
    }

    /** Those of them that can be seen. */
    List<Window> shown() {
        return windows().stream().flatMap(window -> shown(window).stream()).toList();
    }

    private Optional<Window> shown(long window) {
        try (Memory attributes = new Memory(ATTRIBUTES_BYTES)) {
            if (X11.INSTANCE.XGetWindowAttributes(display, new NativeLong(window), attributes) == 0
                    || attributes.getInt(MAP_STATE) != VIEWABLE) {
                return Optional.empty();
            }
            int[] place = attributes.getIntArray(PLACE, 4);
            return Optional.of(new Window(place[0], place[1], place[2], place[3]));
        }
    }

    /** What is to be seen in a part of the screen, a number a pixel. */
    int[] pixels(Window part) {
        Pointer image = X11.INSTANCE.XGetImage(
                display, root, part.x(), part.y(), part.width(), part.height(), new NativeLong(ALL_PLANES), Z_PIXMAP);
        int[] pixels =
                image.getPointer(IMAGE_DATA).getIntArray(0, part.width() * part.height() * PIXEL_BYTES / Integer.BYTES);
        X11.INSTANCE.XDestroyImage(image);
        return pixels;
    }

    /** Clicks with the left button of the mouse. */
    void click(int x, int y) {
        NativeLong now = new NativeLong(0);
        XTest.INSTANCE.XTestFakeMotionEvent(display, -1, x, y, now);
        XTest.INSTANCE.XTestFakeButtonEvent(display, 1, 1, now);
        XTest.INSTANCE.XTestFakeButtonEvent(display, 1, 0, now);
        settle();
    }

    @Override
    public void close() {
        X11.INSTANCE.XCloseDisplay(display);
        process.destroy();
        process.onExit().join();
    }
}
