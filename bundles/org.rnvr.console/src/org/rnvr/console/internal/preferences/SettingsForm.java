package org.rnvr.console.internal.preferences;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.ColorDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;
import org.rnvr.config.ConfigurationKey;

/** The fields of one page, built from the descriptions of its keys. On the UI thread. */
final class SettingsForm {

    private static final int COLUMNS = 3;
    private static final int LABEL_WIDTH = 250;
    private static final int FIELD_WIDTH = 175;
    private static final int LIST_WIDTH = 260;
    private static final int HINT_WIDTH = 260;

    private final SettingTexts texts;
    private final Set<String> strategies;
    private final Consumer<String> entered;
    private final Map<String, Editor> editors = new LinkedHashMap<>();

    /**
     * Without fields yet.
     *
     * @param strategies names of the detection strategies that are installed
     * @param entered is told the path of the key of every field that a person has changed
     */
    SettingsForm(SettingTexts texts, Set<String> strategies, Consumer<String> entered) {
        this.texts = texts;
        this.strategies = strategies;
        this.entered = entered;
    }

    /** Makes the fields of a page. */
    Control create(Composite parent, PageContent content, Map<String, ConfigurationKey> keys) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        area.setLayout(layout);
        for (PageContent.Group group : content.groups()) {
            Group box = new Group(area, SWT.NONE);
            box.setText(texts.group(group.name()));
            box.setLayout(new GridLayout(COLUMNS, false));
            box.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            group.paths().forEach(path -> add(box, keys.get(path)));
        }
        if (content.paths().anyMatch(PageContent::isForStart)) {
            Label note = new Label(area, SWT.WRAP);
            note.setText(Messages.at_start);
            note.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        }
        return area;
    }

    /** The fields, by the path of their keys. */
    Map<String, Editor> editors() {
        return editors;
    }

    private void add(Group box, ConfigurationKey key) {
        if (key.allowed() instanceof AllowedValues.Truth) {
            Editor editor = new TruthEditor(box, label(key), () -> entered.accept(key.path()));
            GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, COLUMNS, 1);
            editor.control().setLayoutData(data);
            editors.put(key.path(), editor);
            return;
        }
        Label label = new Label(box, SWT.NONE);
        label.setText(NLS.bind(Messages.label, label(key)));
        GridData place = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        place.widthHint = LABEL_WIDTH;
        label.setLayoutData(place);
        Editor editor = editor(box, key);
        Control control = editor.control();
        control.getAccessible().addRelation(ACC.RELATION_LABELLED_BY, label.getAccessible());
        if (control.getLayoutData() == null) {
            GridData data = new GridData(SWT.FILL, SWT.CENTER, false, false);
            data.widthHint = WrittenForm.of(key.allowed()) == WrittenForm.NAMES ? LIST_WIDTH : FIELD_WIDTH;
            control.setLayoutData(data);
        }
        hint(box, key, control);
        editors.put(key.path(), editor);
    }

    private String label(ConfigurationKey key) {
        String name = texts.label(key.path());
        return PageContent.isForStart(key.path()) ? NLS.bind(Messages.label_at_start, name) : name;
    }

    private void hint(Composite box, ConfigurationKey key, Control control) {
        String allowed = key.allowed() instanceof AllowedValues.OneOf ? "" : texts.allowed(key);
        String hint = Stream.concat(Stream.of(allowed), texts.help(key.path()).stream())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(". "));
        if (control.getParent() == box
                && control.getLayoutData() instanceof GridData place
                && place.horizontalSpan == 1) {
            Label label = new Label(box, SWT.WRAP);
            label.setText(hint);
            GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
            data.widthHint = HINT_WIDTH;
            label.setLayoutData(data);
        }
        control.setToolTipText(hint.isEmpty() ? key.path() : key.path() + "\n" + hint);
    }

    private Editor editor(Group box, ConfigurationKey key) {
        Runnable changed = () -> entered.accept(key.path());
        if (key.allowed() instanceof AllowedValues.OneOf choice) {
            Optional<String> nothing = key.orNothing() ? texts.nothing(key.path()) : Optional.empty();
            return new ChoiceEditor(box, choice.values(), nothing, texts::word, changed);
        }
        if (key.allowed() instanceof AllowedValues.Formed formed) {
            if (formed.form() == Form.KEYSTROKE) {
                return new KeystrokeEditor(box, changed);
            }
            if (key.path().equals("streaming.detection_strategies")) {
                StrategiesEditor editor =
                        new StrategiesEditor(box, label(key), new LinkedHashSet<>(strategies), changed);
                editor.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, COLUMNS - 1, 1));
                return editor;
            }
            if (formed.form() == Form.FOLDER) {
                return withButton(box, key, Messages.browse, this::chooseFolder);
            }
            if (formed.form() == Form.COLOUR) {
                return withButton(box, key, Messages.choose, this::chooseColour);
            }
        }
        return text(box, key);
    }

    private TextEditor text(Composite parent, ConfigurationKey key) {
        TextEditor editor = new TextEditor(parent, WrittenForm.of(key.allowed()), () -> entered.accept(key.path()));
        texts.nothing(key.path()).ifPresent(editor::explainEmpty);
        return editor;
    }

    private Editor withButton(Composite box, ConfigurationKey key, String words, Consumer<TextEditor> choose) {
        Composite area = new Composite(box, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        area.setLayout(layout);
        area.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, COLUMNS - 1, 1));
        TextEditor editor = text(area, key);
        editor.control().setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Button button = new Button(area, SWT.PUSH);
        button.setText(words);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose.accept(editor)));
        return editor;
    }

    private void chooseFolder(TextEditor editor) {
        DirectoryDialog dialog = new DirectoryDialog(editor.control().getShell());
        String folder = dialog.open();
        if (folder != null) {
            editor.enter(folder);
        }
    }

    private void chooseColour(TextEditor editor) {
        ColorDialog dialog = new ColorDialog(editor.control().getShell());
        RGB chosen = dialog.open();
        if (chosen != null) {
            editor.enter(WrittenForm.write(Optional.of(List.of(chosen.red, chosen.green, chosen.blue))));
        }
    }
}
