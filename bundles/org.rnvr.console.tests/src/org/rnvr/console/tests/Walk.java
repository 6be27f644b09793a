package org.rnvr.console.tests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PlatformUI;

/** Walks through a view or a dialog by Tab and back by Shift+Tab, as real presses of keys. On the UI thread. */
final class Walk {

    /** A caret that comes or goes is less than what is seen of where the keyboard is. */
    private static final int SEEN_PIXELS = 24;

    private static final int FRAME = 1;
    private static final int MOST_STOPS = 200;
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long DRAWN_NANOS = TimeUnit.MILLISECONDS.toNanos(700);
    private static final long FRAMES_NANOS = TimeUnit.MILLISECONDS.toNanos(60);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Longer than a frame of GTK. */
    private static final int LEAST_TURNS = 6;

    private final Composite part;
    private final Display display;
    private final List<String> findings = new ArrayList<>();

    private Walk(Composite part) {
        this.part = part;
        this.display = part.getDisplay();
    }

    /** What is wrong with the way of the keyboard through the view in which it is, there and back. */
    static List<String> throughView() {
        Shell window = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
        if (!comes(window, () -> view().isPresent())) {
            return List.of("the keyboard does not come into a view");
        }
        Walk walk = new Walk(view().orElseThrow());
        Spoken.animate(false);
        boolean moves = walk.press(false);
        for (int stops = 1; moves && walk.isInside(); stops++) {
            moves = stops < MOST_STOPS && walk.press(false);
        }
        if (!moves) {
            Spoken.animate(true);
            return List.of("the keyboard cannot leave the view backwards");
        }
        walk.press(true);
        List<Control> there = walk.walk(true);
        walk.press(false);
        List<Control> back = walk.walk(false);
        walk.judge(there, back, false);
        Spoken.animate(true);
        return walk.findings;
    }

    /** What is wrong with the way of the keyboard through a dialog, once around and once back. */
    static List<String> around(Shell dialog) {
        Walk walk = new Walk(dialog);
        if (!comes(dialog, walk::isInside)) {
            return List.of("the keyboard does not come into the dialog");
        }
        Spoken.animate(false);
        List<Control> there = walk.walk(true);
        walk.judge(there, walk.walk(false), true);
        Spoken.animate(true);
        return walk.findings;
    }

    /** The view in which the keyboard is. */
    private static Optional<Composite> view() {
        return Stream.iterate(Display.getCurrent().getFocusControl(), Objects::nonNull, Control::getParent)
                .filter(control -> control.getParent() instanceof CTabFolder)
                .map(Composite.class::cast)
                .findFirst();
    }

    /** Gives the keyboard to a window, as often as it takes: X may pass over a wish, and SWT believes that it was granted. */
    private static boolean comes(Shell window, BooleanSupplier isThere) {
        long end = System.nanoTime() + LIMIT_NANOS;
        for (boolean late = false; !late; late = System.nanoTime() > end) {
            window.forceActive();
            draw(window.getDisplay());
            if (Spoken.hasKeyboard(window) && isThere.getAsBoolean()) {
                return true;
            }
            Spoken.giveKeyboard(window);
            draw(window.getDisplay());
        }
        return Spoken.hasKeyboard(window) && isThere.getAsBoolean();
    }

    private void judge(List<Control> there, List<Control> back, boolean around) {
        List<Control> expected =
                RunningConsole.controls(part).filter(Walk::isStop).toList();
        expected.stream().filter(control -> !there.contains(control)).forEach(control -> find(control, "not reached"));
        Set<Control> once = new LinkedHashSet<>(there);
        if (once.size() != there.size()) {
            findings.add("more than once: " + there.stream().map(Walk::words).toList());
        }
        List<Control> reversed = new ArrayList<>(back);
        Collections.reverse(reversed);
        if (around && !reversed.isEmpty()) {
            Collections.rotate(reversed, 1);
        }
        if (!reversed.equals(there)) {
            findings.add("another way back: " + there.stream().map(Walk::words).toList() + ", back "
                    + back.stream().map(Walk::words).toList());
        }
        List<String> backwards = new ArrayList<>();
        for (int i = 0; i + (around ? 0 : 1) < there.size(); i++) {
            Control next = there.get((i + 1) % there.size());
            if (there.size() > 1 && !isRead(there.get(i), next)) {
                backwards.add(words(there.get(i)) + " before " + words(next));
            }
        }
        if (backwards.size() > (around ? 1 : 0)) {
            findings.add("against the order of reading: " + backwards);
        }
    }

    /** The controls that the keyboard comes to, until it leaves or is where it was. */
    private List<Control> walk(boolean forward) {
        List<Control> way = new ArrayList<>();
        long first = Spoken.focus(part.getShell());
        long widget = first;
        while (isInside() && way.size() < MOST_STOPS) {
            Control control = display.getFocusControl();
            if (way.isEmpty() || way.get(way.size() - 1) != control) {
                way.add(control);
            }
            draw(display);
            ImageData with = look(control);
            if (!press(forward)) {
                find(control, "the keyboard cannot leave");
                return way;
            }
            widget = Spoken.focus(part.getShell());
            int changed = changed(with, control);
            if (changed < SEEN_PIXELS) {
                // It may not have been drawn with the keyboard yet when it was looked at.
                ImageData without = look(control);
                press(!forward);
                changed = changed(without, control);
                press(forward);
            }
            if (changed < SEEN_PIXELS) {
                find(control, "only " + changed + " pixels tell that it has the keyboard");
            }
            if (widget == first) {
                break;
            }
        }
        return way;
    }

    private void find(Control control, String what) {
        findings.add(what + ": " + words(control));
    }

    private static String words(Control control) {
        return control.getClass().getSimpleName() + " " + Spoken.name(control) + " " + place(control);
    }

    /** What Tab has to come to. */
    private static boolean isStop(Control control) {
        if (!control.isVisible() || !control.isEnabled() || control.getSize().x == 0) {
            return false;
        }
        if (control instanceof ToolBar bar) {
            for (ToolItem item : bar.getItems()) {
                if ((item.getStyle() & SWT.SEPARATOR) == 0 && item.isEnabled()) {
                    return true;
                }
            }
            return false;
        }
        boolean isOtherChoice =
                control instanceof Button button && (button.getStyle() & SWT.RADIO) != 0 && !button.getSelection();
        return control instanceof Text || Spoken.hasKeyboard(control) && !isOtherChoice;
    }

    /** Whether one is read before another: by what they are in where they part, from above, and in a row from the left. */
    private static boolean isRead(Control one, Control other) {
        List<Control> first = ancestors(one);
        List<Control> second = ancestors(other);
        int i = 0;
        while (i < Math.min(first.size(), second.size()) - 1 && first.get(i) == second.get(i)) {
            i++;
        }
        Rectangle a = place(first.get(i));
        Rectangle b = place(second.get(i));
        return a.y + a.height <= b.y || a.y < b.y + b.height && a.x <= b.x;
    }

    private static List<Control> ancestors(Control control) {
        List<Control> all = new ArrayList<>();
        for (Control each = control; each != null; each = each.getParent()) {
            all.add(0, each);
        }
        return all;
    }

    private boolean isInside() {
        for (Control each = display.getFocusControl(); each != null; each = each.getParent()) {
            if (each == part) {
                return true;
            }
        }
        return false;
    }

    /** Whether the keyboard has gone somewhere else. */
    private boolean press(boolean forward) {
        long before = Spoken.focus(part.getShell());
        if (!forward) {
            post(SWT.KeyDown, SWT.SHIFT);
        }
        post(SWT.KeyDown, SWT.TAB);
        post(SWT.KeyUp, SWT.TAB);
        if (!forward) {
            post(SWT.KeyUp, SWT.SHIFT);
        }
        long end = System.nanoTime() + LIMIT_NANOS;
        while (System.nanoTime() < end) {
            while (display.readAndDispatch()) {
                display.update();
            }
            if (Spoken.focus(part.getShell()) != before) {
                return true;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return false;
    }

    /** Lets GTK draw where the keyboard has come to, which it does with its next frame; also after a time without the processor. */
    private static void draw(Display display) {
        long end = System.nanoTime() + FRAMES_NANOS;
        for (int turns = 0; turns < LEAST_TURNS || System.nanoTime() < end; turns++) {
            while (display.readAndDispatch()) {
                display.update();
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** By how many pixels it looks otherwise than before, once GTK has drawn it anew. */
    private int changed(ImageData before, Control control) {
        long end = System.nanoTime() + DRAWN_NANOS;
        int changed;
        do {
            changed = differences(before, look(control));
        } while (changed < SEEN_PIXELS && System.nanoTime() < end);
        if (changed < SEEN_PIXELS) {
            draw(display);
            changed = differences(before, look(control));
        }
        return changed;
    }

    private void post(int type, int key) {
        Event event = new Event();
        event.type = type;
        event.keyCode = key;
        if (!display.post(event)) {
            throw new AssertionError("A key cannot be pressed");
        }
    }

    private static Rectangle place(Control control) {
        return control instanceof Shell shell
                ? shell.getBounds()
                : control.getDisplay().map(control.getParent(), null, control.getBounds());
    }

    private ImageData look(Control control) {
        Rectangle there = place(control);
        Rectangle framed =
                new Rectangle(there.x - FRAME, there.y - FRAME, there.width + 2 * FRAME, there.height + 2 * FRAME);
        return RunningConsole.picture(framed.intersection(display.getBounds()));
    }

    private static int differences(ImageData one, ImageData other) {
        int[] first = new int[one.width];
        int[] second = new int[one.width];
        return IntStream.range(0, one.height)
                .map(y -> {
                    one.getPixels(0, y, one.width, first, 0);
                    other.getPixels(0, y, one.width, second, 0);
                    return (int) IntStream.range(0, one.width)
                            .filter(x -> first[x] != second[x])
                            .count();
                })
                .sum();
    }
}
