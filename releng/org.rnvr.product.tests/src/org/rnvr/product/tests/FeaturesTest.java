package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.ProductCopy;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.product.tests.RepositoryCopy.Artifact;

/**
 * The example of a third party's detector, built outside against the published repository: it comes, changes and goes while
 * the recorder records, and only where it is signed by a trusted key.
 */
@Isolated
class FeaturesTest {

    private static final Duration TAKEN_UP = Duration.ofSeconds(60);
    /** So long that there are frames of it. */
    private static final Duration RECORDED_ON = Duration.ofSeconds(1);

    private static final String FEATURE = "com.example.rnvr.reachability.feature";
    private static final String BUNDLE = "com.example.rnvr.reachability";
    private static final String STRATEGY = "reachability";
    private static final String DISTURBED = "demo4";
    private static final String SAID = "The camera can be reached, but no media";
    private static final String SAID_THEN = "The camera is there, but no media";
    private static final String OWNER = "Example <release@example.com>";

    private static Path first;
    private static Path second;

    private final Path folder = Product.folder("features");

    @BeforeAll
    static void buildTwoVersionsOfTheExample() throws IOException {
        Path folder = Product.folder("example");
        DetectorProject example = DetectorProject.copyOfExample(folder.resolve("1"));
        String said = example.build();
        assertTrue(said.contains("\nNo misbehaviour.\n"), said);
        first = example.repository();
        DetectorProject next = DetectorProject.copyOfExample(folder.resolve("2"))
                .version("1.1.0")
                .edit("bundle/src/com/example/rnvr/reachability/ReachabilityDetector.java", SAID, SAID_THEN);
        next.build("-DskipTests");
        second = next.repository();
    }

    @Test
    void theExampleComesChangesAndGoesWhileFourCamerasAreRecorded() throws IOException, SQLException {
        ProductCopy product = ProductCopy.in(folder);
        ReleaseKey key = ReleaseKey.of(OWNER);
        RepositoryCopy old = signed(first, "old", key);
        RepositoryCopy young = signed(second, "young", key);
        String oldVersion = version(old);
        String youngVersion = version(young);
        assertTrue(oldVersion.startsWith("1.0.0."), oldVersion);
        assertTrue(youngVersion.startsWith("1.1.0."), youngVersion);
        try (RecordedCameras cameras = RecordedCameras.start(4);
                RunningRecorder recorder = cameras.record(product, folder, UnaryOperator.identity())) {
            List<Long> processes = lasting(recorder);

            String from = old.folder().toString();
            assertEquals(
                    "installed " + FEATURE + " " + oldVersion
                            + "\nThis is only what would happen; it would download "
                            + NumberFormat.getIntegerInstance(Locale.ENGLISH).format(old.bytes()) + " bytes.\n",
                    product.succeed("--install", FEATURE, "--from", from, "--dry-run"));
            assertFalse(Files.exists(product.home().resolve("former")));
            assertEquals(
                    "installed " + FEATURE + " " + oldVersion + "\n",
                    product.succeed("--install", FEATURE, "--from", from, "--trust", key.fingerprint()));
            assertConsentStored(product);
            JsonObject installed = recorder.journal().await("installed", TAKEN_UP);
            assertEquals(oldVersion, installed.get("to").getAsString(), installed::toString);
            awaitStrategy(recorder, "strategy_added", oldVersion);
            assertListed(product, oldVersion, key);
            assertSuspects(cameras, recorder, SAID, 1);

            assertEquals(
                    "updated " + FEATURE + " from " + oldVersion + " to " + youngVersion + "\n",
                    product.succeed(
                            "--update", FEATURE, "--from", young.folder().toString()));
            JsonObject updated = recorder.journal().await("updated", TAKEN_UP);
            assertEquals(oldVersion, updated.get("from").getAsString(), updated::toString);
            assertEquals(youngVersion, updated.get("to").getAsString(), updated::toString);
            awaitStrategy(recorder, "strategy_added", youngVersion);
            assertListed(product, youngVersion, key);
            assertSuspects(cameras, recorder, SAID_THEN, 2);

            assertEquals("removed " + FEATURE + " " + youngVersion + "\n", product.succeed("--remove", FEATURE));
            JsonObject removed = recorder.journal().await("removed", TAKEN_UP);
            assertEquals(youngVersion, removed.get("from").getAsString(), removed::toString);
            awaitStrategy(recorder, "strategy_removed", youngVersion);

            product.succeed("--revert");
            JsonObject reverted = recorder.journal().await("reverted", TAKEN_UP);
            awaitStrategy(recorder, "strategy_added", youngVersion);
            assertEquals(1, product.run("--revert").exitCode());

            assertEquals(
                    List.of(
                            "strategy_added " + oldVersion,
                            "strategy_removed " + oldVersion,
                            "strategy_added " + youngVersion,
                            "strategy_removed " + youngVersion,
                            "strategy_added " + youngVersion),
                    comingsAndGoings(recorder).map(FeaturesTest::told).toList());
            Await.pass(RECORDED_ON);
            assertEquals(processes, lasting(recorder), recorder::terminal);
            assertEquals(0, recorder.end("TERM").exitCode(), recorder.terminal());
            assertEquals(1, recorder.journal().all("started").size());
            for (String event : List.of("installed", "updated", "removed", "reverted")) {
                assertEquals(1, recorder.journal().all(event).size(), event);
            }
            for (String camera : cameras.names()) {
                if (!camera.equals(DISTURBED)) {
                    RecordedCameras.assertUninterrupted(recorder, folder, camera, 1);
                    CatalogFile.Row row = RecordedCameras.rows(folder, camera)
                            .values()
                            .iterator()
                            .next();
                    assertTrue(row.start().isBefore(RecordedCameras.time(installed)), row::toString);
                    assertTrue(row.end().isAfter(RecordedCameras.time(reverted)), row::toString);
                }
            }
            recorder.recordings(DISTURBED).forEach(Recording::play);
        }
    }

    @Test
    void whatIsNotSignedAsItShouldBeIsRefusedAndSaidWhy() throws IOException {
        ProductCopy product = ProductCopy.in(folder);
        RepositoryCopy repository = RepositoryCopy.of(first, folder.resolve("repository"));
        String bundle = BUNDLE + " " + version(repository);
        // a second time, too: what was fetched for the first one must not pass for something known
        for (int time = 0; time < 2; time++) {
            assertRefused(product, repository, bundle + " is not signed");
        }
        Path trusted = Files.createDirectories(product.home().resolve("keys"));
        Files.writeString(
                trusted.resolve("other.asc"),
                ReleaseKey.of("Other <release@example.org>").text());
        try (GnupgKey key = GnupgKey.of(OWNER)) {
            key.sign(repository.folder());
            assertRefused(product, repository, "signed with a key that is not trusted: " + key.fingerprint());
            Files.writeString(trusted.resolve("release.asc"), key.text());
        }
        RepositoryCopy tampered = RepositoryCopy.of(repository.folder(), folder.resolve("tampered"));
        tampered.list(artifact -> artifact.id().equals(BUNDLE) ? changed(tampered, artifact) : artifact);
        assertRefused(product, tampered, bundle + " is not what was signed");
        assertFalse(Files.exists(product.home().resolve("former")));

        assertEquals(
                "installed " + FEATURE + " " + version(tampered) + "\n",
                product.succeed(
                        "--install", FEATURE, "--from", repository.folder().toString()));
    }

    @Test
    void anInstallationThatTheUserMayNotChangeSaysWhatCanBeDone() {
        ProductCopy product = ProductCopy.in(folder);
        Command.succeed("chmod", "-R", "a-w", product.home().toString());
        Command refused = product.runUnprivileged("--install", FEATURE, "--from", first.toString());
        assertEquals(1, refused.exitCode(), refused.output());
        for (String said : List.of(product.home().toString(), "sudo", "package manager", "dropins")) {
            assertTrue(refused.output().contains(said), refused.output());
        }
        assertEquals(1, refused.output().lines().count(), refused.output());
        Command listed = product.runUnprivileged("--list");
        assertEquals(0, listed.exitCode(), listed.output());
        assertTrue(listed.output().contains("\norg.rnvr.recorder.feature "), listed.output());
    }

    /** Processes that are there as long as it runs: the launching script and Java. */
    private static List<Long> lasting(RunningRecorder recorder) {
        List<Long> processes = recorder.processes();
        return Stream.concat(
                        processes.stream().limit(1),
                        processes.stream().skip(1).filter(process -> ProcessHandle.of(process)
                                .flatMap(handle -> handle.info().command())
                                .filter(command -> command.endsWith("/java"))
                                .isPresent()))
                .toList();
    }

    private RepositoryCopy signed(Path repository, String name, ReleaseKey key) {
        RepositoryCopy copy = RepositoryCopy.of(repository, folder.resolve(name));
        key.sign(copy);
        return copy;
    }

    /** As somebody would change it who lacks the key: its checksums fit. */
    private static Artifact changed(RepositoryCopy repository, Artifact artifact) {
        byte[] more = new JarContent(repository.content(artifact))
                .put("more.txt", new byte[] {'m'})
                .bytes();
        return repository.put(artifact, more);
    }

    private static String version(RepositoryCopy repository) {
        return repository.artifact(BUNDLE).version();
    }

    private static void assertRefused(ProductCopy product, RepositoryCopy repository, String said) {
        Command refused =
                product.run("--install", FEATURE, "--from", repository.folder().toString());
        assertEquals(1, refused.exitCode(), refused.output());
        assertTrue(refused.output().contains(said), refused.output());
    }

    /** By the time the command has ended. */
    private static void assertConsentStored(ProductCopy product) throws IOException {
        Path stored = product.home()
                .resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry/DefaultProfile.profile/.data/.settings")
                .resolve("org.eclipse.equinox.p2.engine.prefs");
        String text = Files.readString(stored);
        assertTrue(text.contains("pgp.trustedPublicKeys=-----BEGIN PGP PUBLIC KEY BLOCK-----"), text);
    }

    private static void assertListed(ProductCopy product, String version, ReleaseKey key) {
        String listed = product.succeed("--list");
        assertTrue(
                listed.contains(FEATURE + " " + version + " (Reachability detection; Example; " + key.fingerprint()
                        + " " + OWNER + "): " + STRATEGY),
                listed);
    }

    /** A camera sends no media for a while, and the strategy takes part in the verdict. */
    private static void assertSuspects(RecordedCameras cameras, RunningRecorder recorder, String reason, int nth) {
        cameras.process().pause(DISTURBED);
        JsonObject suspect = Await.value(
                "a suspicion in " + recorder.terminal(),
                TAKEN_UP,
                () -> recorder.journal().all("suspect", DISTURBED).stream()
                        .filter(event -> event.get("strategy").getAsString().equals(STRATEGY))
                        .skip(nth - 1L)
                        .findFirst());
        assertTrue(suspect.get("reason").getAsString().startsWith(reason), suspect::toString);
        cameras.process().resume(DISTURBED);
        recorder.journal().await("recovered", DISTURBED, nth, TAKEN_UP);
    }

    /** That this is the last that is told of the plugin's strategy. */
    private static void awaitStrategy(RunningRecorder recorder, String event, String version) {
        Await.value(event + " in " + recorder.terminal(), TAKEN_UP, () -> comingsAndGoings(recorder)
                .map(FeaturesTest::told)
                .reduce((former, later) -> later)
                .filter((event + " " + version)::equals));
    }

    private static Stream<JsonObject> comingsAndGoings(RunningRecorder recorder) {
        return recorder.journal().lines().stream()
                .filter(line -> line.has("strategy")
                        && line.get("event").getAsString().startsWith("strategy_")
                        && line.get("strategy").getAsString().equals(STRATEGY));
    }

    private static String told(JsonObject event) {
        return event.get("event").getAsString() + " " + event.get("version").getAsString();
    }
}
