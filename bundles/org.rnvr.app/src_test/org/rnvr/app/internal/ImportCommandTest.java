package org.rnvr.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.equinox.app.IApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationImport;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationProblem.Severity;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ImportPlan;
import org.rnvr.config.ImportPlan.Change;

class ImportCommandTest {

    private static final ConfigurationProblem BAD =
            new ConfigurationProblem(Severity.ERROR, "ui.theme", "found \"purple\"; it is not taken over");
    private static final ImportPlan PLAN = new ImportPlan(
            List.of(new ConfigurationEdit.Set("streaming.latency_ms", 300)),
            List.of(
                    new Change("streaming.latency_ms", Optional.empty(), "200", "300"),
                    new Change("cameras[].name", Optional.of("front"), "Front", "Gate"),
                    new Change("cameras[]", Optional.of("yard"), "", "Yard")),
            List.of(BAD));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), System.err);
    private final Imports imports = new Imports();

    @Test
    void whatChangesIsToldAndDone() throws Exception {
        Path target = Files.writeString(folder.resolve("IT_RNVR.json"), "{}");
        assertEquals(Terminal.EXIT_PROBLEM, command("apply", target).run(imports, terminal));
        assertEquals(
                List.of(
                        "streaming.latency_ms: 200 -> 300",
                        "camera front, name: Front -> Gate",
                        "camera yard is added: Yard",
                        "left behind: ui.theme: found \"purple\"; it is not taken over",
                        "Taken over into " + target + "; the former file is " + target + ".bak."),
                lines());
        assertEquals(List.of(PLAN), imports.applied);
    }

    @Test
    void aPlanIsOnlyTold() throws Exception {
        command("plan", folder.resolve("IT_RNVR.json")).run(imports, terminal);
        assertEquals(4, lines().size());
        assertEquals(List.of(), imports.applied);
    }

    @Test
    void whatChangesNothingIsNotApplied() throws Exception {
        imports.plan = new ImportPlan(List.of(), List.of(), List.of());
        assertEquals(
                IApplication.EXIT_OK,
                command("apply", folder.resolve("IT_RNVR.json")).run(imports, terminal));
        assertTrue(lines().get(0).startsWith("Nothing changes: "), () -> lines().toString());
        assertEquals(List.of(), imports.applied);
    }

    @Test
    void aFolderInUseIsRefusedBeforeAnythingIsDone() throws Exception {
        DataFolderLock held = DataFolderLock.take(folder);
        try {
            ReportedProblemException refused =
                    assertThrows(ReportedProblemException.class, () -> command("apply", folder.resolve("IT_RNVR.json"))
                            .run(imports, terminal));
            assertTrue(refused.getMessage().startsWith("RNVR is running with the data folder " + folder));
        } finally {
            held.close();
        }
        assertEquals(List.of(), imports.applied);
    }

    @Test
    void wrongUsageIsSaid() {
        assertThrows(IllegalArgumentException.class, () -> ImportCommand.parse("apply", "a"));
        assertThrows(IllegalArgumentException.class, () -> ImportCommand.parse("move", "a", "b", "c"));
    }

    private ImportCommand command(String mode, Path target) {
        return ImportCommand.parse(mode, "/other/IT_RNVR.db", target.toString(), folder.toString());
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static final class Imports implements ConfigurationImport {

        private final List<ImportPlan> applied = new ArrayList<>();
        private ImportPlan plan = PLAN;

        @Override
        public ImportPlan plan(Path source, Path target) {
            return plan;
        }

        @Override
        public void apply(ImportPlan plan, Path target, Path dataFolder) throws ConfigurationRefusedException {
            applied.add(plan);
        }
    }
}
