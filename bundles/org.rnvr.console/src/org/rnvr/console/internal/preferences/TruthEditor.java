package org.rnvr.console.internal.preferences;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Yes or no. */
final class TruthEditor implements Editor {

    private final Button box;

    TruthEditor(Composite parent, String label, Runnable changed) {
        box = new Button(parent, SWT.CHECK);
        box.setText(label);
        box.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
    }

    @Override
    public Optional<Object> value() {
        return Optional.of(box.getSelection());
    }

    @Override
    public void show(Optional<Object> value) {
        box.setSelection(value.filter(Boolean.TRUE::equals).isPresent());
    }

    @Override
    public Control control() {
        return box;
    }
}
