package org.rnvr.console.internal.ptz;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.osgi.framework.FrameworkUtil;
import org.rnvr.console.internal.AccessibleName;
import org.rnvr.console.internal.ptz.PtzDrive.By;
import org.rnvr.control.PtzCapability;

/** Buttons that move the camera while they are held, by mouse or by the space bar: eight directions around stop, and zoom. */
final class PtzPad {

    private static final int BUTTON_WIDTH = 40;
    private static final int BUTTON_HEIGHT = 34;

    private static final List<List<PtzAction>> ROWS = List.of(
            List.of(PtzAction.LEFT_UP, PtzAction.UP, PtzAction.RIGHT_UP, PtzAction.ZOOM_IN),
            List.of(PtzAction.LEFT, PtzAction.STOP, PtzAction.RIGHT, PtzAction.ZOOM_OUT),
            List.of(PtzAction.LEFT_DOWN, PtzAction.DOWN, PtzAction.RIGHT_DOWN));

    private final Composite control;
    private final PtzDrive drive;
    private final LocalResourceManager images;
    private final Map<PtzAction, Button> buttons = new EnumMap<>(PtzAction.class);

    PtzPad(Composite parent, PtzDrive drive) {
        this.drive = drive;
        control = new Composite(parent, SWT.NONE);
        images = new LocalResourceManager(JFaceResources.getResources(), control);
        GridLayout layout = new GridLayout(ROWS.get(0).size(), false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 2;
        layout.verticalSpacing = 2;
        control.setLayout(layout);
        ROWS.forEach(row -> row.forEach(this::create));
    }

    Control control() {
        return control;
    }

    /** Gives the focus to it. */
    void setFocus() {
        buttons.get(PtzAction.STOP).setFocus();
    }

    void enable(PtzCapability can) {
        buttons.forEach((action, button) -> button.setEnabled(action.isTurn() && can.panTilt()
                || action.isZoom() && can.zoom()
                || action == PtzAction.STOP && (can.panTilt() || can.zoom())));
    }

    void name(PtzKeys keys) {
        buttons.forEach((action, button) -> tell(
                button,
                keys.name(action)
                        .map(key -> NLS.bind(Messages.action_with_key, action.words(), key))
                        .orElse(action.words())));
    }

    private static void tell(Button button, String words) {
        button.setToolTipText(words);
        AccessibleName.give(button, words);
    }

    private void create(PtzAction action) {
        Button button = new Button(control, SWT.PUSH);
        GridData data = new GridData(BUTTON_WIDTH, BUTTON_HEIGHT);
        data.horizontalIndent = action.isZoom() ? BUTTON_WIDTH / 4 : 0;
        button.setLayoutData(data);
        button.setImage(images.create(ImageDescriptor.createFromURL(
                FrameworkUtil.getBundle(PtzPad.class).getEntry(action.path()))));
        tell(button, action.words());
        buttons.put(action, button);
        if (action.isMovement()) {
            button.addListener(SWT.MouseDown, event -> hold(action, event.button == 1));
            button.addListener(SWT.MouseUp, event -> drive.release(action, By.POINTER));
            button.addListener(SWT.KeyDown, event -> hold(action, isSpace(event)));
            button.addListener(SWT.KeyUp, event -> drive.release(action, By.POINTER));
            button.addListener(SWT.FocusOut, event -> drive.release(action, By.POINTER));
            button.addDisposeListener(event -> drive.release(action, By.POINTER));
        } else {
            button.addListener(SWT.Selection, event -> drive.stop());
        }
    }

    private void hold(PtzAction action, boolean meant) {
        if (meant) {
            drive.hold(action, By.POINTER);
        }
    }

    private static boolean isSpace(Event event) {
        return event.keyCode == ' ' && (event.stateMask & SWT.MODIFIER_MASK) == 0;
    }
}
