package org.rnvr.pipeline.gst.tests;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** An X server without a screen, made the default one of this process, with one window. */
final class XServer implements AutoCloseable {

    /** What a test locks that has an X server: one process has one default. */
    static final String LOCK = "DISPLAY";

    private static final int LONGEST_END_SECONDS = 20;
    private static final int ALL_PLANES = -1;
    private static final int Z_PIXMAP = 2;

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

        int XResizeWindow(Pointer display, NativeLong window, int width, int height);

        int XClearWindow(Pointer display, NativeLong window);

        int XDestroyWindow(Pointer display, NativeLong window);

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

        NativeLong XGetPixel(Pointer image, int x, int y);

        int XDestroyImage(Pointer image);

        int XCloseDisplay(Pointer display);
    }

    /** What is needed of the C library: the environment as native code sees it. */
    interface Environment extends Library {
        Environment INSTANCE = Native.load("c", Environment.class);

        int setenv(String name, String value, int overwrite);
    }

    private final Process process;
    private final Pointer display;
    private NativeLong window;

    XServer() throws IOException {
        process = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp", "-terminate")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String name = ":" + output.readLine();
            Environment.INSTANCE.setenv("DISPLAY", name, 1);
            display = X11.INSTANCE.XOpenDisplay(name);
        }
    }

    static boolean isMissing() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .noneMatch(folder -> Path.of(folder, "Xvfb").toFile().canExecute());
    }

    /** Makes a display the default one that nobody serves. */
    static void hide() {
        Environment.INSTANCE.setenv("DISPLAY", ":65000", 1);
    }

    long openWindow() {
        return openWindow(0, 0);
    }

    long openWindow(int x, int y) {
        NativeLong black = new NativeLong(0);
        window = X11.INSTANCE.XCreateSimpleWindow(
                display, X11.INSTANCE.XDefaultRootWindow(display), x, y, 320, 240, 0, black, black);
        X11.INSTANCE.XMapWindow(display, window);
        X11.INSTANCE.XSync(display, 0);
        return window.longValue();
    }

    /** The window that was opened last. */
    long window() {
        return window.longValue();
    }

    void resize(int width, int height) {
        X11.INSTANCE.XResizeWindow(display, window, width, height);
        X11.INSTANCE.XSync(display, 0);
    }

    void clear() {
        X11.INSTANCE.XClearWindow(display, window);
        X11.INSTANCE.XSync(display, 0);
    }

    /** The brightness in the middle of each of some columns of a window of the first size. */
    int[] columns(long id, int count) {
        Pointer image = X11.INSTANCE.XGetImage(
                display, new NativeLong(id), 0, 0, 320, 240, new NativeLong(ALL_PLANES), Z_PIXMAP);
        int[] columns = new int[count];
        for (int i = 0; i < count; i++) {
            columns[i] = X11.INSTANCE.XGetPixel(image, 320 * (2 * i + 1) / (2 * count), 120)
                            .intValue()
                    & 0xff;
        }
        X11.INSTANCE.XDestroyImage(image);
        return columns;
    }

    /** The colours on a grid over a window of the first size: what tells one picture from another. */
    List<Long> sample(long id) {
        Pointer image = X11.INSTANCE.XGetImage(
                display, new NativeLong(id), 0, 0, 320, 240, new NativeLong(ALL_PLANES), Z_PIXMAP);
        List<Long> colours = new ArrayList<>();
        for (int x = 0; x < 320; x += 5) {
            for (int y = 0; y < 240; y += 5) {
                colours.add(X11.INSTANCE.XGetPixel(image, x, y).longValue());
            }
        }
        X11.INSTANCE.XDestroyImage(image);
        return colours;
    }

    /** Number of different colours on a grid over the window: 1 if there is no picture. */
    int colours() {
        return colours(0, 0, 320, 240);
    }

    /** Number of different colours on a grid over a part of the window. */
    int colours(int left, int top, int right, int bottom) {
        Pointer image = X11.INSTANCE.XGetImage(display, window, 0, 0, 320, 240, new NativeLong(ALL_PLANES), Z_PIXMAP);
        Set<Long> colours = new HashSet<>();
        for (int x = left; x < right; x += 10) {
            for (int y = top; y < bottom; y += 10) {
                colours.add(X11.INSTANCE.XGetPixel(image, x, y).longValue());
            }
        }
        X11.INSTANCE.XDestroyImage(image);
        return colours.size();
    }

    void closeWindow() {
        closeWindow(window.longValue());
    }

    void closeWindow(long id) {
        X11.INSTANCE.XDestroyWindow(display, new NativeLong(id));
        X11.INSTANCE.XSync(display, 0);
    }

    /** It ends with its last client: Xlib ends the process of a client whose server is gone. */
    @Override
    public void close() {
        X11.INSTANCE.XCloseDisplay(display);
        hide();
        process.onExit().orTimeout(LONGEST_END_SECONDS, TimeUnit.SECONDS).join();
    }
}
