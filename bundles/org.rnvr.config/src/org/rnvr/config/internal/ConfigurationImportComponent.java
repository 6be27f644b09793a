package org.rnvr.config.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationImport;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ImportPlan;
import org.rnvr.config.internal.file.ConfigurationFile;
import org.rnvr.config.internal.imports.ImportedDocument;
import org.rnvr.config.internal.imports.SourceFile;
import org.rnvr.config.internal.schema.ConfigurationReader;
import org.rnvr.config.internal.schema.Reading;
import org.rnvr.config.internal.secret.EquinoxSecrets;
import org.rnvr.config.internal.secret.Secrets;
import org.rnvr.event.Moment;

/** Takes over the configuration of another installation. */
@Component
public final class ConfigurationImportComponent implements ConfigurationImport {

    /** What is stored is not compared: a password that is taken over counts as a change. */
    private final ConfigurationReader reader = new ConfigurationReader(Path.of("/"), name -> Optional.of(""));

    private final Function<Path, Secrets> secrets;

    @Activate
    public ConfigurationImportComponent() {
        this(dataFolder -> new EquinoxSecrets(dataFolder.resolve("secrets")));
    }

    /**
     * With other secrets.
     *
     * @param secrets from data folder to where passwords go
     */
    ConfigurationImportComponent(Function<Path, Secrets> secrets) {
        this.secrets = secrets;
    }

    @Override
    public ImportPlan plan(Path source, Path target) throws IOException {
        ImportedDocument imported = new ImportedDocument(SourceFile.read(absolute(source)), reader);
        Loaded.Good present = Loader.lookOrEmpty(new ConfigurationFile(absolute(target)), reader);
        List<ConfigurationProblem> notTakenOver = new ArrayList<>(imported.notTakenOver());
        Trial trial = Trial.of(imported.edits(), present, reader);
        while (!trial.objections().isEmpty()) {
            notTakenOver.addAll(trial.objections().values());
            trial = Trial.of(trial.acceptable(), present, reader);
        }
        return new ImportPlan(
                effective(trial.edits(), present.reading(), trial.after()),
                ImportChanges.between(present.reading(), trial.after()),
                notTakenOver);
    }

    /** Without the edits after which a key holds what it holds now. */
    private static List<ConfigurationEdit> effective(List<ConfigurationEdit> edits, Reading before, Reading after) {
        return edits.stream().filter(edit -> changes(edit, before, after)).toList();
    }

    private static boolean changes(ConfigurationEdit edit, Reading before, Reading after) {
        if (edit instanceof ConfigurationEdit.Set set) {
            return ImportChanges.differs(before.settings(), after.settings(), set.path());
        }
        if (edit instanceof ConfigurationEdit.Remove remove) {
            return ImportChanges.differs(before.settings(), after.settings(), remove.path());
        }
        return !(edit instanceof ConfigurationEdit.PutCamera put)
                || ImportChanges.differs(
                        before.cameras().get(put.cameraId()), after.cameras().get(put.cameraId()));
    }

    @Override
    public void apply(ImportPlan plan, Path target, Path dataFolder) throws ConfigurationRefusedException {
        try (SiteConfiguration site = new SiteConfiguration(
                absolute(target),
                absolute(dataFolder),
                secrets.apply(absolute(dataFolder)),
                () -> new Moment(Instant.now(), System.nanoTime()),
                event -> {})) {
            site.change(plan.edits());
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
