package org.rnvr.console.internal.ptz;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Widget;
import org.rnvr.console.internal.ptz.PtzDrive.By;

/**
 * Moves the camera by the keys of a whole window, wherever in it the focus is, but for fields in which one writes. On the UI
 * thread, for as long as a control lives.
 */
final class PtzKeyboard {

    private final Control owner;
    private final PtzDrive drive;
    private final BooleanSupplier active;
    private final Consumer<PtzAction> others;
    private PtzKeys keys;

    /**
     * Listens from now on.
     *
     * @param active whether keys mean anything now
     * @param others takes what is no movement
     */
    PtzKeyboard(Control owner, PtzDrive drive, PtzKeys keys, BooleanSupplier active, Consumer<PtzAction> others) {
        this.owner = owner;
        this.drive = drive;
        this.keys = keys;
        this.active = active;
        this.others = others;
        Display display = owner.getDisplay();
        Listener listener = this::handle;
        display.addFilter(SWT.KeyDown, listener);
        display.addFilter(SWT.KeyUp, listener);
        display.addFilter(SWT.FocusOut, listener);
        owner.addDisposeListener(event -> {
            display.removeFilter(SWT.KeyDown, listener);
            display.removeFilter(SWT.KeyUp, listener);
            display.removeFilter(SWT.FocusOut, listener);
        });
    }

    /** From now on by these keys. What is held by a key of before is let go. */
    void use(PtzKeys others) {
        if (!keys.isLike(others)) {
            keys = others;
            drive.held(By.KEY).ifPresent(action -> drive.letGo());
        }
    }

    private void handle(Event event) {
        switch (event.type) {
            case SWT.KeyDown -> press(event);
            case SWT.KeyUp -> release(event);
            default -> drive.held(By.KEY).ifPresent(action -> drive.letGo());
        }
    }

    /** What a press of a key asks for here and now. */
    Optional<PtzAction> action(Event press) {
        return keys.pressed(press.keyCode, press.stateMask)
                .filter(action -> active.getAsBoolean() && isHere(press.widget) && !isWritten(press.widget));
    }

    private void press(Event event) {
        Optional<PtzAction> action = action(event);
        if (action.isEmpty()) {
            return;
        }
        if (action.get().isMovement()) {
            drive.hold(action.get(), By.KEY);
        } else {
            others.accept(action.get());
        }
        consume(event);
    }

    private void release(Event event) {
        drive.held(By.KEY).filter(action -> keys.isOf(event.keyCode, action)).ifPresent(action -> {
            drive.release(action, By.KEY);
            consume(event);
        });
    }

    private boolean isHere(Widget widget) {
        return widget instanceof Control control && control.getShell() == owner.getShell();
    }

    private static boolean isWritten(Widget widget) {
        return widget instanceof Text
                || widget instanceof StyledText
                || widget instanceof Combo
                || widget instanceof CCombo
                || widget instanceof Spinner
                || widget instanceof DateTime;
    }

    /** Neither the focused control nor the workbench gets to see it. */
    private static void consume(Event event) {
        event.doit = false;
        event.type = SWT.None;
    }
}
