package org.rnvr.product.tests;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rnvr.lab.fixture.Await;

/** An X server without a monitor but with a window manager, and a person at its keyboard. For one thread. */
final class XDesktop implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    /** That a picture comes up, and goes on. */
    private static final int SEVERAL = 4;

    private static final int BYTES = 8;
    private static final int LONGS = 32;
    private static final int MOST_LONGS = 1024;
    private static final int ALL_PLANES = -1;
    private static final int Z_PIXMAP = 2;
    private static final int IMAGE_HEIGHT = 4;
    private static final int IMAGE_DATA = 16;
    private static final int IMAGE_LINE_BYTES = 44;
    private static final Map<String, String> MODIFIERS =
            Map.of("Ctrl", "Control_L", "Alt", "Alt_L", "Shift", "Shift_L");

    /** Without it, a window that has gone by the time it is asked about would end this process. */
    private static final ErrorHandler IGNORE = (display, event) -> 0;

    interface ErrorHandler extends Callback {
        int handle(Pointer display, Pointer event);
    }

    /** What is needed of libX11. */
    interface X11 extends Library {
        X11 INSTANCE = Native.load("X11", X11.class);

        Pointer XSetErrorHandler(ErrorHandler handler);

        Pointer XOpenDisplay(String name);

        NativeLong XDefaultRootWindow(Pointer display);

        NativeLong XInternAtom(Pointer display, String name, int onlyIfExists);

        int XGetWindowProperty(
                Pointer display,
                NativeLong window,
                NativeLong property,
                NativeLong offset,
                NativeLong length,
                int delete,
                NativeLong requestedType,
                NativeLongByReference type,
                IntByReference format,
                NativeLongByReference items,
                NativeLongByReference bytesAfter,
                PointerByReference data);

        NativeLong XStringToKeysym(String name);

        byte XKeysymToKeycode(Pointer display, NativeLong keysym);

        NativeLong XkbKeycodeToKeysym(Pointer display, int keycode, int group, int level);

        int XGetGeometry(
                Pointer display,
                NativeLong window,
                NativeLongByReference root,
                IntByReference x,
                IntByReference y,
                IntByReference width,
                IntByReference height,
                IntByReference border,
                IntByReference depth);

        Pointer XGetImage(
                Pointer display, NativeLong window, int x, int y, int width, int height, NativeLong planes, int format);

        int XDestroyImage(Pointer image);

        int XFree(Pointer data);

        int XSync(Pointer display, int discard);

        int XCloseDisplay(Pointer display);
    }

    /** What is needed of libXtst. */
    interface XTest extends Library {
        XTest INSTANCE = Native.load("Xtst", XTest.class);

        int XTestFakeKeyEvent(Pointer display, int keycode, int down, NativeLong delay);
    }

    private final List<Process> processes = new ArrayList<>();
    private final String name;
    private final Pointer display;
    private final NativeLong root;

    /** Starts it; the folder takes the window manager's configuration, in which no key means anything. */
    XDesktop(Path folder) {
        try {
            Process server = started(new ProcessBuilder(
                    "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"));
            name = ":" + server.inputReader(StandardCharsets.UTF_8).readLine();
            Path rules = Files.writeString(
                    folder.resolve("openbox.xml"), "<openbox_config xmlns=\"http://openbox.org/3.4/rc\"/>");
            ProcessBuilder manager = new ProcessBuilder("openbox", "--config-file", rules.toString());
            manager.environment().put("DISPLAY", name);
            started(manager.redirectOutput(ProcessBuilder.Redirect.DISCARD));
        } catch (IOException e) {
            close(processes);
            throw new UncheckedIOException(e);
        }
        X11.INSTANCE.XSetErrorHandler(IGNORE);
        display = X11.INSTANCE.XOpenDisplay(name);
        root = X11.INSTANCE.XDefaultRootWindow(display);
        Await.value("the window manager", LIMIT, () -> numbers(root, "_NET_SUPPORTING_WM_CHECK").stream()
                .findFirst());
    }

    private Process started(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        processes.add(process);
        return process;
    }

    /** Its name, for {@code DISPLAY}. */
    String name() {
        return name;
    }

    /** Presses keys one after the other and lets each go, such as {@code Ctrl+Shift+a} or {@code Return}. */
    void press(String... keys) {
        for (String key : keys) {
            hold(key);
            letGo(key);
        }
    }

    /** Presses keys together. */
    void hold(String keys) {
        codes(keys).forEach(code -> send(code, true));
    }

    /** Lets keys go that were held. */
    void letGo(String keys) {
        List<Integer> codes = new ArrayList<>(codes(keys));
        Collections.reverse(codes);
        codes.forEach(code -> send(code, false));
    }

    /** Types text of Latin letters. */
    void type(String text) {
        text.chars().forEach(letter -> {
            NativeLong keysym = new NativeLong(letter);
            int code = Byte.toUnsignedInt(X11.INSTANCE.XKeysymToKeycode(display, keysym));
            boolean plain = X11.INSTANCE.XkbKeycodeToKeysym(display, code, 0, 0).equals(keysym);
            List<Integer> codes = plain ? List.of(code) : List.of(code("Shift_L"), code);
            codes.forEach(each -> send(each, true));
            codes.forEach(each -> send(each, false));
        });
    }

    /** The titles of all windows. */
    List<String> titles() {
        return numbers(root, "_NET_CLIENT_LIST").stream()
                .map(window -> title(new NativeLong(window)))
                .toList();
    }

    /** Waits until the window with this title has the keyboard. */
    void awaitActive(String title) {
        try {
            Await.value("the window " + title, LIMIT, () -> Optional.of(activeTitle())
                    .filter(title::equals));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ": there are " + titles() + ", active is " + activeTitle(), e);
        }
    }

    /** The title of the window that has the keyboard; empty if none has it or it has none. */
    String activeTitle() {
        return active().map(this::title).orElse("");
    }

    /** Waits until the window that has the keyboard fills the screen, or does not. */
    void awaitFullScreen(boolean wanted) {
        long atom =
                X11.INSTANCE.XInternAtom(display, "_NET_WM_STATE_FULLSCREEN", 0).longValue();
        Await.value(wanted ? "full screen" : "no full screen", LIMIT, () -> active().map(
                        window -> numbers(window, "_NET_WM_STATE").contains(atom))
                .filter(is -> is == wanted));
    }

    /** Waits until the window with this title lies above all others. */
    void awaitOnTop(String title) {
        Await.value("the window " + title + " above all others", LIMIT, () -> onTop().map(this::title)
                .filter(title::equals));
    }

    /** Waits until the lower right quarter of the window above all others has looked in several ways. */
    void awaitMoving() {
        Set<Integer> looks = new HashSet<>();
        Await.value("a moving picture", LIMIT, () -> {
            onTop().flatMap(this::lowerRightQuarter).map(Arrays::hashCode).ifPresent(looks::add);
            return Optional.of(looks.size()).filter(several -> several >= SEVERAL);
        });
    }

    private Optional<NativeLong> onTop() {
        return numbers(root, "_NET_CLIENT_LIST_STACKING").stream()
                .reduce((below, above) -> above)
                .map(NativeLong::new);
    }

    private Optional<byte[]> lowerRightQuarter(NativeLong window) {
        IntByReference width = new IntByReference();
        IntByReference height = new IntByReference();
        IntByReference other = new IntByReference();
        X11.INSTANCE.XGetGeometry(
                display, window, new NativeLongByReference(), other, other, width, height, other, other);
        int across = width.getValue() / 2;
        int down = height.getValue() / 2;
        Pointer image = X11.INSTANCE.XGetImage(
                display, window, across, down, across, down, new NativeLong(ALL_PLANES), Z_PIXMAP);
        if (image == null) {
            return Optional.empty();
        }
        try {
            int bytes = image.getInt(IMAGE_LINE_BYTES) * image.getInt(IMAGE_HEIGHT);
            return Optional.of(image.getPointer(IMAGE_DATA).getByteArray(0, bytes));
        } finally {
            X11.INSTANCE.XDestroyImage(image);
        }
    }

    @Override
    public void close() {
        X11.INSTANCE.XCloseDisplay(display);
        close(processes);
    }

    private static void close(List<Process> processes) {
        processes.forEach(Process::destroy);
        processes.forEach(process -> process.onExit().join());
    }

    private Optional<NativeLong> active() {
        return numbers(root, "_NET_ACTIVE_WINDOW").stream()
                .filter(window -> window != 0)
                .map(NativeLong::new)
                .findFirst();
    }

    private List<Integer> codes(String keys) {
        return Arrays.stream(keys.split("\\+"))
                .map(key -> code(MODIFIERS.getOrDefault(key, key)))
                .toList();
    }

    private int code(String key) {
        int code = Byte.toUnsignedInt(X11.INSTANCE.XKeysymToKeycode(display, X11.INSTANCE.XStringToKeysym(key)));
        if (code == 0) {
            throw new IllegalArgumentException("The keyboard has no key " + key);
        }
        return code;
    }

    private void send(int code, boolean down) {
        XTest.INSTANCE.XTestFakeKeyEvent(display, code, down ? 1 : 0, new NativeLong(0));
        X11.INSTANCE.XSync(display, 0);
    }

    private List<Long> numbers(NativeLong window, String property) {
        Property read = read(window, property);
        try {
            return read.format == LONGS
                    ? Arrays.stream(read.data.getLongArray(0, read.items))
                            .boxed()
                            .toList()
                    : List.of();
        } finally {
            read.free();
        }
    }

    /** SWT puts blanks after a title. */
    private String title(NativeLong window) {
        Property read = read(window, "_NET_WM_NAME");
        try {
            return read.format == BYTES
                    ? new String(read.data.getByteArray(0, read.items), StandardCharsets.UTF_8).strip()
                    : "";
        } finally {
            read.free();
        }
    }

    private Property read(NativeLong window, String property) {
        NativeLong anyType = new NativeLong(0);
        IntByReference format = new IntByReference();
        NativeLongByReference items = new NativeLongByReference();
        PointerByReference data = new PointerByReference();
        X11.INSTANCE.XGetWindowProperty(
                display,
                window,
                X11.INSTANCE.XInternAtom(display, property, 0),
                new NativeLong(0),
                new NativeLong(MOST_LONGS),
                0,
                anyType,
                new NativeLongByReference(),
                format,
                items,
                new NativeLongByReference(),
                data);
        return new Property(format.getValue(), items.getValue().intValue(), data.getValue());
    }

    /** What is said of a window, in the memory of Xlib. */
    private record Property(int format, int items, Pointer data) {

        void free() {
            if (data != null) {
                X11.INSTANCE.XFree(data);
            }
        }
    }
}
