package org.rnvr.console.internal.ptz;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.rnvr.console.internal.AccessibleName;

/** How fast the camera moves. */
final class SpeedBar {

    private static final int WIDTH = 150;

    private final Composite control;
    private final PtzDrive drive;
    private final Label label;
    private final Scale scale;

    SpeedBar(Composite parent, PtzDrive drive) {
        this.drive = drive;
        control = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        control.setLayout(layout);
        label = new Label(control, SWT.NONE);
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        scale = new Scale(control, SWT.HORIZONTAL);
        scale.setMinimum(PtzDrive.SLOWEST);
        scale.setMaximum(PtzDrive.FASTEST);
        scale.setIncrement(1);
        scale.setPageIncrement(2);
        scale.setLayoutData(new GridData(WIDTH, SWT.DEFAULT));
        scale.addListener(SWT.Selection, event -> set(scale.getSelection()));
        AccessibleName.give(scale, Messages.speed);
        set(drive.speed());
    }

    Control control() {
        return control;
    }

    void enable(boolean enabled) {
        scale.setEnabled(enabled);
    }

    void change(int steps) {
        set(drive.speed() + steps);
    }

    private void set(int speed) {
        drive.setSpeed(speed);
        if (scale.getSelection() != drive.speed()) {
            scale.setSelection(drive.speed());
        }
        label.setText(NLS.bind(Messages.speed_value, drive.speed(), PtzDrive.FASTEST));
    }
}
