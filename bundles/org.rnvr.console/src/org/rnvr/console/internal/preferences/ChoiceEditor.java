package org.rnvr.console.internal.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** One of a few. */
final class ChoiceEditor implements Editor {

    private final List<Optional<Object>> values = new ArrayList<>();
    private final Combo combo;

    /**
     * With what can be chosen.
     *
     * @param nothing how it is called that nothing is; empty where that cannot be chosen
     */
    ChoiceEditor(
            Composite parent,
            List<Object> choices,
            Optional<String> nothing,
            Function<Object, String> words,
            Runnable changed) {
        combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        nothing.ifPresent(text -> add(Optional.empty(), text));
        choices.forEach(choice -> add(Optional.of(choice), words.apply(choice)));
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
    }

    private void add(Optional<Object> value, String text) {
        values.add(value);
        combo.add(text);
    }

    @Override
    public Optional<Object> value() {
        int index = combo.getSelectionIndex();
        return index < 0 ? Optional.empty() : values.get(index);
    }

    @Override
    public void show(Optional<Object> value) {
        int index = values.indexOf(value);
        if (index < 0) {
            combo.deselectAll();
        } else {
            combo.select(index);
        }
    }

    @Override
    public Control control() {
        return combo;
    }
}
