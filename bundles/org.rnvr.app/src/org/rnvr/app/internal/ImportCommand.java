package org.rnvr.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.equinox.app.IApplication;
import org.rnvr.config.ConfigurationImport;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ImportPlan;
import org.rnvr.config.ImportPlan.Change;

/**
 * An import, as the launching script passes it on.
 *
 * @param apply whether it is carried out, and not only told
 * @param source the file to take over
 * @param target the configuration file
 * @param data the data folder
 */
record ImportCommand(boolean apply, Path source, Path target, Path data) {

    private static final int ARGUMENTS = 4;

    /**
     * Reads a command.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    static ImportCommand parse(String... arguments) {
        if (arguments.length != ARGUMENTS || !arguments[0].matches("apply|plan")) {
            throw new IllegalArgumentException(Messages.importUsage);
        }
        return new ImportCommand(
                arguments[0].equals("apply"), Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
    }

    /** Tells what changes, does it, and gives the exit code. */
    Integer run(ConfigurationImport imports, Terminal terminal) throws IOException, ReportedProblemException {
        if (!apply) {
            return told(imports.plan(source, target), terminal);
        }
        try (DataFolderLock lock = DataFolderLock.take(data, Messages.importInUse)) {
            ImportPlan plan = imports.plan(source, target);
            Integer exitCode = told(plan, terminal);
            if (!plan.edits().isEmpty()) {
                boolean replaced = Files.exists(target);
                imports.apply(plan, target, data);
                terminal.out()
                        .println(Messages.format(replaced ? Messages.importDoneBackup : Messages.importDone, target));
            }
            return exitCode;
        } catch (ConfigurationRefusedException e) {
            throw new ReportedProblemException(Messages.format(Messages.importRefused, e.getMessage()), e);
        }
    }

    private Integer told(ImportPlan plan, Terminal terminal) {
        plan.changes().forEach(change -> terminal.out().println(words(change)));
        plan.notTakenOver().forEach(problem -> terminal.out().println(Messages.format(Messages.importLeft, problem)));
        if (plan.edits().isEmpty()) {
            terminal.out().println(Messages.format(Messages.importNothing, source));
        }
        return plan.notTakenOver().isEmpty() ? IApplication.EXIT_OK : Terminal.EXIT_PROBLEM;
    }

    private static String words(Change change) {
        if (change.cameraId().isEmpty()) {
            return Messages.format(Messages.importChange, change.path(), change.before(), change.after());
        }
        String camera = change.cameraId().get();
        return change.addsCamera()
                ? Messages.format(Messages.importCamera, camera, change.after())
                : Messages.format(
                        Messages.importChangeOfCamera,
                        camera,
                        change.path().replace("cameras[].", ""),
                        change.before(),
                        change.after());
    }
}
