package org.rnvr.console.internal.preferences;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.custom.BusyIndicator;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.keys.IBindingService;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationKey;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.keys.OwnKeys;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.event.Registration;

/**
 * A page of the preferences, which edits one section of the configuration file. It writes what a person has changed and
 * nothing else, and follows the file while it is open. On the UI thread.
 */
public final class SettingsPage extends PreferencePage implements IWorkbenchPreferencePage, IExecutableExtension {

    private final SettingTexts texts = SettingTexts.ofDefaultLanguage();
    private final SettingsForm form = new SettingsForm(texts, InstalledStrategies.names(), this::entered);
    private final Map<String, ConfigurationKey> keys = new LinkedHashMap<>();
    private PageContent content = PageContent.APP;
    private SettingsFile file;
    private OwnKeys own;
    private Optional<Draft> draft = Optional.empty();
    /** What the operator has been told of, and so means to overwrite. */
    private Set<String> conflictsTold = Set.of();

    private Registration following = () -> {};

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        content = PageContent.valueOf(String.valueOf(data));
    }

    @Override
    public void init(IWorkbench workbench) {
        file = SettingsFile.of(workbench);
        own = new OwnKeys(workbench.getService(IBindingService.class));
    }

    @Override
    protected Control createContents(Composite parent) {
        file.keys().stream()
                .filter(key -> content.paths().anyMatch(key.path()::equals))
                .forEach(key -> keys.put(key.path(), key));
        Control area = form.create(parent, content, keys);
        enable(false);
        following = file.follow(new DisplayExecutor(parent.getDisplay()), this::takeUp);
        return area;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        getDefaultsButton().setText(Messages.restore_defaults);
        getApplyButton().setText(Messages.apply);
        getDefaultsButton().getParent().requestLayout();
    }

    @Override
    public void dispose() {
        following.close();
        super.dispose();
    }

    @Override
    protected void performDefaults() {
        draft.ifPresent(present -> {
            present.enterDefaults();
            form.editors().forEach((path, editor) -> editor.show(present.value(path)));
        });
        super.performDefaults();
        judge();
    }

    @Override
    public boolean performOk() {
        if (draft.isEmpty() || draft.get().edits().isEmpty()) {
            return true;
        }
        Set<String> told = conflictsTold;
        SettingsFile.Reading before = awaited(file.read());
        takeUp(before);
        if (before.failure().isPresent() || !isValid() || !told.containsAll(conflictsTold)) {
            return false;
        }
        List<ConfigurationEdit> edits = draft.get().edits();
        Optional<ConfigurationRefusedException> refusal = awaited(file.change(edits));
        if (refusal.isPresent()) {
            setErrorMessage(words(refusal.get()));
            return false;
        }
        takeUp(awaited(file.read()));
        return true;
    }

    /** What is wrong stays entered, and is come back to before anything is applied. */
    @Override
    public boolean okToLeave() {
        return true;
    }

    /** Waits while the window stays alive. */
    private <T> T awaited(CompletableFuture<T> task) {
        BusyIndicator.showWhile(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The configuration was being read or written", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The configuration cannot be read or written", e.getCause());
        }
    }

    private void entered(String path) {
        draft.ifPresent(present -> present.enter(path, form.editors().get(path).value()));
        judge();
    }

    private void takeUp(SettingsFile.Reading reading) {
        if (getControl() != null && getControl().isDisposed()) {
            return;
        }
        if (reading.failure().isPresent()) {
            setErrorMessage(NLS.bind(Messages.unreadable, reading.failure().get()));
            return;
        }
        boolean first = draft.isEmpty();
        Draft present = draft.orElseGet(() -> new Draft(List.copyOf(keys.values()), reading.values()));
        draft = Optional.of(present);
        present.takeUp(reading.values());
        form.editors().forEach((path, editor) -> {
            if (first || !editor.value().equals(present.value(path))) {
                editor.show(present.value(path));
            }
        });
        if (first) {
            enable(true);
        }
        judge();
    }

    private void enable(boolean enabled) {
        form.editors().values().forEach(editor -> editor.control().setEnabled(enabled));
    }

    private void judge() {
        Optional<String> objection = draft.flatMap(this::objection);
        setErrorMessage(objection.orElse(null));
        setValid(objection.isEmpty());
        Set<String> conflicts = draft.map(Draft::conflicts).orElse(Set.of());
        Optional<String> warning = conflicts.isEmpty()
                ? draft.flatMap(this::keyTaken)
                : Optional.of(NLS.bind(Messages.changed_meanwhile, labels(conflicts)));
        setMessage(warning.orElse(null), warning.isEmpty() ? IMessageProvider.NONE : IMessageProvider.WARNING);
        conflictsTold = conflicts;
    }

    /** The first key that does nothing, as the console has it itself. */
    private Optional<String> keyTaken(Draft present) {
        return keys.values().stream()
                .filter(SettingsPage::isKeystroke)
                .flatMap(key -> present.value(key.path()).map(String::valueOf).stream()
                        .flatMap(stroke -> own.meaning(key.path(), stroke).stream()
                                .map(meaning -> NLS.bind(
                                        Messages.key_taken, new Object[] {stroke, meaning, texts.label(key.path())}))))
                .findFirst();
    }

    private static boolean isKeystroke(ConfigurationKey key) {
        return key.allowed() instanceof AllowedValues.Formed formed && formed.form() == Form.KEYSTROKE;
    }

    private String labels(Set<String> paths) {
        return keys.keySet().stream().filter(paths::contains).map(texts::label).collect(Collectors.joining(", "));
    }

    private Optional<String> objection(Draft present) {
        Map<Object, String> holders = new LinkedHashMap<>();
        for (ConfigurationKey key : keys.values()) {
            Optional<Object> value = present.value(key.path());
            if (!isAllowed(key, value)) {
                return Optional.of(texts.wrong(key, value));
            }
            if (isKeystroke(key)) {
                String holder = holders.putIfAbsent(value.orElse(""), key.path());
                if (holder != null) {
                    return Optional.of(NLS.bind(
                            Messages.wrong_twice,
                            new Object[] {value.orElse(""), texts.label(holder), texts.label(key.path())}));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isAllowed(ConfigurationKey key, Optional<Object> value) {
        return value.map(some -> file.allows(key, some))
                .orElseGet(() -> key.orNothing() || key.fallback().isEmpty() || file.allows(key, ""));
    }

    private String words(ConfigurationRefusedException refusal) {
        return NLS.bind(
                Messages.refused, refusal.problems().stream().map(this::words).collect(Collectors.joining("; ")));
    }

    private String words(ConfigurationProblem problem) {
        return keys.containsKey(problem.path())
                ? texts.label(problem.path()) + " " + Reasons.told(problem.message())
                : problem.path() + " " + Reasons.told(problem.message());
    }
}
