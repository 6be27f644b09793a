package org.rnvr.console.internal.preferences;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** A number, a text or a list, as text. */
final class TextEditor implements Editor {

    private final Text text;
    private final WrittenForm form;
    private boolean showing;

    TextEditor(Composite parent, WrittenForm form, Runnable changed) {
        this.form = form;
        text = new Text(parent, SWT.SINGLE | SWT.BORDER);
        text.addModifyListener(event -> {
            if (!showing) {
                changed.run();
            }
        });
    }

    @Override
    public Optional<Object> value() {
        return form.read(text.getText());
    }

    @Override
    public void show(Optional<Object> value) {
        showing = true;
        text.setText(WrittenForm.write(value));
        showing = false;
    }

    /** Enters a text as if a person had. */
    void enter(String entered) {
        text.setText(entered);
    }

    @Override
    public Control control() {
        return text;
    }

    /** Says what it means that the field is empty. */
    void explainEmpty(String meaning) {
        text.setMessage(meaning);
    }
}
