package org.rnvr.lab.bench;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An X server without a monitor, with room for a wall of windows side by side. */
final class XScreen implements AutoCloseable {

    /** Of each window, in pixels. */
    static final int WIDTH = 640;

    /** Of each window, in pixels. */
    static final int HEIGHT = 360;

    private static final int ALL_PLANES = -1;
    private static final int Z_PIXMAP = 2;
    private static final int PIXEL_BYTES = 4;
    private static final long IMAGE_DATA = 16;

    /** What is needed of libX11. */
    interface X11 extends Library {
        X11 INSTANCE = Native.load("X11", X11.class);

        Pointer XOpenDisplay(String name);

        NativeLong XDefaultRootWindow(Pointer display);

        NativeLong XCreateSimpleWindow(
                Pointer display,
                NativeLong parent,
                int x,
                int y,
                int width,
                int height,
                int border,
                NativeLong borderColor,
                NativeLong background);

        int XMapWindow(Pointer display, NativeLong window);

        int XMoveWindow(Pointer display, NativeLong window, int x, int y);

        int XDestroyWindow(Pointer display, NativeLong window);

        int XQueryTree(
                Pointer display,
                NativeLong window,
                NativeLongByReference root,
                NativeLongByReference parent,
                PointerByReference children,
                IntByReference count);

        int XFree(Pointer data);

        int XSync(Pointer display, int discard);

        Pointer XGetImage(
                Pointer display,
                NativeLong drawable,
                int x,
                int y,
                int width,
                int height,
                NativeLong planes,
                int format);

        int XDestroyImage(Pointer image);

        int XCloseDisplay(Pointer display);
    }

    private final int columns;
    private final int views;
    private final Process process;
    private final String name;
    private final Pointer display;
    private final NativeLong root;

    private XScreen(int views, Process process, String name) {
        this.columns = columns(views);
        this.views = views;
        this.process = process;
        this.name = name;
        display = X11.INSTANCE.XOpenDisplay(name);
        root = X11.INSTANCE.XDefaultRootWindow(display);
    }

    static XScreen start(int views) {
        int columns = columns(views);
        int rows = (views + columns - 1) / columns;
        String size = columns * WIDTH + "x" + rows * HEIGHT + "x24";
        try {
            Process process = new ProcessBuilder(
                            "Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            return new XScreen(views, process, ":" + output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int columns(int views) {
        return (int) Math.ceil(Math.sqrt(views));
    }

    /** Its name, for {@code DISPLAY}. */
    String name() {
        return name;
    }

    /** The number of its process. */
    long pid() {
        return process.pid();
    }

    /** Opens a black window for each view, side by side. */
    List<Long> openWindows() {
        List<Long> windows = new ArrayList<>();
        NativeLong black = new NativeLong(0);
        for (int i = 0; i < views; i++) {
            NativeLong window =
                    X11.INSTANCE.XCreateSimpleWindow(display, root, x(i), y(i), WIDTH, HEIGHT, 0, black, black);
            X11.INSTANCE.XMapWindow(display, window);
            windows.add(window.longValue());
        }
        X11.INSTANCE.XSync(display, 0);
        return windows;
    }

    void closeWindows(List<Long> windows) {
        windows.forEach(window -> X11.INSTANCE.XDestroyWindow(display, new NativeLong(window)));
        X11.INSTANCE.XSync(display, 0);
    }

    /** Puts the windows that programs have opened side by side: without a window manager all lie on one another. */
    void arrange() {
        List<NativeLong> windows = windows();
        for (int i = 0; i < windows.size(); i++) {
            X11.INSTANCE.XMoveWindow(display, windows.get(i), x(i), y(i));
        }
        X11.INSTANCE.XSync(display, 0);
    }

    private List<NativeLong> windows() {
        PointerByReference children = new PointerByReference();
        IntByReference count = new IntByReference();
        X11.INSTANCE.XQueryTree(
                display, root, new NativeLongByReference(), new NativeLongByReference(), children, count);
        if (children.getValue() == null) {
            return List.of();
        }
        List<NativeLong> windows = Arrays.stream(children.getValue().getLongArray(0, count.getValue()))
                .mapToObj(NativeLong::new)
                .toList();
        X11.INSTANCE.XFree(children.getValue());
        return windows;
    }

    /** A fingerprint of what is to be seen at each place; 0 where all is of one colour. */
    List<Integer> pictures() {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < views; i++) {
            Pointer image = X11.INSTANCE.XGetImage(
                    display, root, x(i), y(i), WIDTH, HEIGHT, new NativeLong(ALL_PLANES), Z_PIXMAP);
            int[] pixels = image.getPointer(IMAGE_DATA).getIntArray(0, WIDTH * HEIGHT * PIXEL_BYTES / Integer.BYTES);
            seen.add(Arrays.stream(pixels).distinct().count() > 1 ? Arrays.hashCode(pixels) : 0);
            X11.INSTANCE.XDestroyImage(image);
        }
        return seen;
    }

    private int x(int place) {
        return place % columns * WIDTH;
    }

    private int y(int place) {
        return place / columns * HEIGHT;
    }

    @Override
    public void close() {
        X11.INSTANCE.XCloseDisplay(display);
        process.destroy();
        process.onExit().join();
    }
}
