package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.ProductCopy;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.product.tests.RepositoryServer.Fault;

/** RNVR itself is updated while it records, and goes on with the former version where the next one does not come or work. */
@Isolated
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpdateTest {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration PROMISED = Duration.ofSeconds(90);
    private static final double GOP_SECONDS = 1;
    /** What is said; of a server that is gone, of the first artifact that was still to come. */
    private static final Map<Fault, Pattern> REFUSED = new EnumMap<>(Map.of(
            Fault.DIES,
            said("\\S+", " could not be fetched whole: its server does not answer\\. .*http://127\\.0\\.0\\.1:.*"),
            Fault.TRUNCATES,
            said(NextVersion.APPLICATION, " arrived cut off\\."),
            Fault.LISTS_ANOTHER_CHECKSUM,
            said(NextVersion.APPLICATION, " is not what the repository says it is: its checksum differs\\."),
            Fault.LISTS_ANOTHER_SIGNATURE,
            said(NextVersion.APPLICATION, " is not what was signed: it was changed after it was signed\\.")));

    private static final Pattern FORMER_STATES =
            Pattern.compile("p2/[^/]+/profileRegistry/[^/]+/(\\d+\\.profile\\.gz|state\\.properties)");
    private static final String RECORDER = "org.rnvr.recorder.feature";

    private static BrokenUpdate hanging;

    private final Path folder = Product.folder("update");

    /** The minute that it is given passes while the other tests run. */
    @BeforeAll
    static void updateToOneThatHangs() {
        hanging = BrokenUpdate.of("while (true) { java.util.concurrent.locks.LockSupport.park(); }");
    }

    @AfterAll
    static void endWhatHangs() {
        if (hanging != null) {
            hanging.close();
        }
    }

    @Test
    @Order(1)
    void fromServersThatFailItIsRefusedAndFromAGoodOneItCostsOnlyTheRestart() throws IOException, SQLException {
        ProductCopy product = ProductCopy.in(folder);
        RepositoryCopy next = NextVersion.in(folder.resolve("next"));
        ReleaseKey key = ReleaseKey.of("RNVR <release@example.com>");
        key.sign(next);
        Path trusted = Files.createDirectories(product.home().resolve("keys"));
        Files.writeString(trusted.resolve("release.asc"), key.text());
        String listed = product.succeed("--list");
        try (RepositoryServer server = RepositoryServer.of(next, NextVersion.APPLICATION);
                RecordedCameras cameras = RecordedCameras.start(2);
                RunningRecorder recorder = cameras.record(
                        product,
                        folder,
                        configuration -> configuration.list("updates", "repositories", server.address()))) {
            JsonObject found = Await.value("the update in the journal", START, () -> available(recorder).stream()
                    .findFirst());
            assertEquals(NextVersion.VERSION, found.get("to").getAsString());
            Map<String, String> installed = product.digests();
            for (Map.Entry<Fault, Pattern> fault : REFUSED.entrySet()) {
                server.serve(fault.getKey());
                Command refused = product.run("--update", "--config", configuration());
                assertEquals(1, refused.exitCode(), refused.output());
                Matcher said = fault.getValue().matcher(refused.output());
                assertTrue(said.matches(), refused.output());
                Await.value("the journal's " + fault, START, () -> recorder.journal().all("update_refused").stream()
                        .filter(event -> event.get("reason").getAsString().equals(said.group(1)))
                        .findFirst());
                assertEquals(Set.of("update.refused"), changed(installed, product.digests()), refused.output());
            }
            assertEquals(listed, product.succeed("--list"));

            server.serve(Fault.NONE);
            String updated = product.succeed("--update", "--config", configuration());
            assertTrue(updated.contains("updated " + RECORDER + " from "), updated);
            assertTrue(product.succeed("--list").contains(RECORDER + " " + NextVersion.VERSION + " "));
            recorder.journal().await("stopped", START);
            JsonObject again = cameras.awaitRecorded(recorder, 2);
            assertEquals("RNVR " + NextVersion.VERSION + "\n", product.succeed("--version"));
            Await.value("the end of the trial", START, () -> recorder.journal().all("updated").stream()
                    .filter(event -> !Files.exists(product.home().resolve("update.pending")))
                    .findFirst());
            assertEquals(0, recorder.end("TERM").exitCode(), recorder.terminal());

            assertEquals(2, recorder.journal().all("started").size());
            assertEquals(1, available(recorder).size());
            for (String camera : cameras.names()) {
                JsonObject ended =
                        recorder.journal().all("recording_stopped", camera).get(0);
                double restart = RecordedCameras.between(ended, again).toNanos() / 1e9;
                RecordedCameras.assertUninterrupted(recorder, folder, camera, 2);
                double lost = new CatalogFile(folder.resolve("recordings"))
                        .pauses(camera)
                        .get(0);
                assertTrue(lost <= restart + 2 * GOP_SECONDS, () -> lost + " s lost of a restart of " + restart + " s");
            }
        }
    }

    @Test
    @Order(3)
    void whereItCannotStartTheRecorderGoesOnWithTheFormerOne() {
        try (BrokenUpdate broken = BrokenUpdate.of("throw new IllegalStateException(\"broken\");")) {
            Duration away = broken.assertRolledBack("it ended with exit code");
            assertTrue(away.compareTo(PROMISED) <= 0, "away for " + away);
        }
    }

    @Test
    @Order(4)
    void whereItHangsTheRecorderGoesOnWithTheFormerOne() {
        Duration away = hanging.assertRolledBack("it did not work within 60 s");
        // two thirds of what is promised are the minute: what a busy machine takes longer to start again is its own
        assertTrue(
                away.compareTo(PROMISED.plus(hanging.waited())) <= 0,
                "away for " + away + ", waited " + hanging.waited());
    }

    @Test
    @Order(2)
    void oneThatWasCutOffIsTakenBackAtTheNextStart() throws IOException {
        ProductCopy product = ProductCopy.in(folder);
        String listed = product.succeed("--list");
        Path kept = product.home().resolve("changing");
        Command.succeed(
                "cp", "-a", product.home().toString(), folder.resolve("kept").toString());
        Files.move(folder.resolve("kept"), kept);
        Files.writeString(kept.resolve(".owner"), ProcessHandle.current().pid() + " 1\n");
        Path bundles = product.home().resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        Files.delete(bundles);
        Files.writeString(bundles, "half");

        String mended = product.succeed("--list");
        assertTrue(mended.startsWith("rnvr: a change of the installation was cut off"), mended);
        assertTrue(mended.endsWith(listed), mended);
        assertFalse(Files.exists(kept));
        assertEquals(
                "half",
                Files.readString(
                        product.home().resolve("failed").resolve(product.home().relativize(bundles))));
    }

    private static List<JsonObject> available(RunningRecorder recorder) {
        return recorder.journal().all("update_available").stream()
                .filter(event -> event.get("feature").getAsString().equals(RECORDER))
                .toList();
    }

    private static Pattern said(String artifact, String what) {
        return Pattern.compile("rnvr: (" + artifact + " " + Pattern.quote(NextVersion.VERSION) + what + ")\n");
    }

    /** Names of files that are not the same ones; that what former changes left behind is cleared away is no change. */
    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        Set<Map.Entry<String, String>> different = new HashSet<>(before.entrySet());
        different.addAll(after.entrySet());
        different.removeIf(file -> file.getValue().equals(before.get(file.getKey()))
                && file.getValue().equals(after.get(file.getKey())));
        different.removeIf(file -> FORMER_STATES.matcher(file.getKey()).matches()
                && (file.getKey().endsWith(".properties") || !after.containsKey(file.getKey())));
        return different.stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private String configuration() {
        return RecordedCameras.configuration(folder).toString();
    }
}
