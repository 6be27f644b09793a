package org.rnvr.console.internal.preferences;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.rnvr.console.internal.keys.Keystroke;

/** A key of the keyboard, by pressing it. Tab goes on to the next field, as everywhere. */
final class KeystrokeEditor implements Editor {

    private final Text text;
    private final Runnable changed;

    KeystrokeEditor(Composite parent, Runnable changed) {
        this.changed = changed;
        text = new Text(parent, SWT.SINGLE | SWT.BORDER | SWT.READ_ONLY);
        text.addListener(SWT.KeyDown, this::take);
        text.addListener(SWT.Traverse, this::stay);
    }

    private void take(Event event) {
        event.doit = event.keyCode == SWT.TAB;
        if (!event.doit) {
            Keystroke.of(event).map(Keystroke::spelled).ifPresent(this::take);
        }
    }

    private void take(String spelled) {
        text.setText(spelled);
        text.selectAll();
        changed.run();
    }

    /** Esc, Enter and the arrows are to be keys here, and not to leave the field or the dialog. */
    private void stay(Event event) {
        if (event.detail != SWT.TRAVERSE_TAB_NEXT && event.detail != SWT.TRAVERSE_TAB_PREVIOUS) {
            event.doit = false;
            event.detail = SWT.TRAVERSE_NONE;
        }
    }

    @Override
    public Optional<Object> value() {
        return text.getText().isEmpty() ? Optional.empty() : Optional.of(text.getText());
    }

    @Override
    public void show(Optional<Object> value) {
        text.setText(WrittenForm.write(value));
    }

    @Override
    public Control control() {
        return text;
    }
}
