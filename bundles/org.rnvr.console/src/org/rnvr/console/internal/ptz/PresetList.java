package org.rnvr.console.internal.ptz;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.ListViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.rnvr.console.internal.AccessibleName;
import org.rnvr.control.PtzPreset;

/** The positions that the camera remembers: go to one, save the present one. A name that is there already is replaced. */
final class PresetList {

    private static final int WIDTH = 160;
    private static final int LEAST_HEIGHT = 60;
    private static final int LONGEST_NAME = 64;

    private final Composite control;
    private final Consumer<PtzPreset> going;
    private final BiConsumer<Optional<PtzPreset>, String> saving;
    private final Label title;
    private final ListViewer list;
    private final Button go;
    private final Text name;
    private final Button save;
    private boolean enabled;
    private List<PtzPreset> presets = List.of();

    /**
     * Without positions yet.
     *
     * @param going takes the position to go to
     * @param saving takes the position to replace, if any, and the name
     */
    PresetList(Composite parent, Consumer<PtzPreset> going, BiConsumer<Optional<PtzPreset>, String> saving) {
        this.going = going;
        this.saving = saving;
        control = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        control.setLayout(layout);
        title = new Label(control, SWT.NONE);
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        list = new ListViewer(control, SWT.SINGLE | SWT.V_SCROLL | SWT.BORDER);
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(LabelProvider.createTextProvider(preset -> ((PtzPreset) preset).name()));
        GridData listData = new GridData(SWT.FILL, SWT.FILL, true, true);
        listData.widthHint = WIDTH;
        listData.minimumHeight = LEAST_HEIGHT;
        listData.heightHint = LEAST_HEIGHT;
        list.getList().setLayoutData(listData);
        AccessibleName.give(list.getList(), Messages.presets);
        go = button(Messages.preset_go);
        name = new Text(control, SWT.BORDER | SWT.SINGLE);
        name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        name.setMessage(Messages.preset_name_hint);
        name.setTextLimit(LONGEST_NAME);
        AccessibleName.give(name, Messages.preset_name);
        save = button(Messages.preset_save);
        list.addSelectionChangedListener(event -> refresh());
        list.addDoubleClickListener(event -> go());
        go.addListener(SWT.Selection, event -> go());
        name.addListener(SWT.Modify, event -> refresh());
        name.addListener(SWT.DefaultSelection, event -> save());
        save.addListener(SWT.Selection, event -> save());
        show(List.of());
    }

    Control control() {
        return control;
    }

    void enable(boolean possible) {
        enabled = possible;
        list.getList().setEnabled(possible);
        name.setEnabled(possible);
        refresh();
    }

    void show(List<PtzPreset> known) {
        presets = known;
        list.setInput(known);
        refresh();
    }

    /** Empties the field of the name. */
    void forgetName() {
        name.setText("");
    }

    private void refresh() {
        title.setText(enabled && presets.isEmpty() ? Messages.presets_none : Messages.presets);
        go.setEnabled(enabled && selected().isPresent());
        save.setEnabled(enabled && !wanted().isEmpty());
        save.setText(replaced().isPresent() ? Messages.preset_replace : Messages.preset_save);
    }

    private void go() {
        if (enabled) {
            selected().ifPresent(going);
        }
    }

    private void save() {
        if (enabled && !wanted().isEmpty()) {
            saving.accept(replaced(), wanted());
        }
    }

    private Optional<PtzPreset> selected() {
        return Optional.ofNullable((PtzPreset) list.getStructuredSelection().getFirstElement());
    }

    private String wanted() {
        return name.getText().strip();
    }

    private Optional<PtzPreset> replaced() {
        return presets.stream().filter(preset -> preset.name().equals(wanted())).findFirst();
    }

    private Button button(String text) {
        Button button = new Button(control, SWT.PUSH);
        button.setText(text);
        button.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        return button;
    }
}
