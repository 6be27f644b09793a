package org.rnvr.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rnvr.lab.fixture.CameraHost;
import org.rnvr.lab.fixture.Product;

/** The product in real outages: what it does, within bounds that a busy machine keeps. */
class OutageTest {

    @BeforeAll
    static void needRoot() {
        assumeTrue(CameraHost.allowed(), "network namespaces need root, and this is another user");
    }

    @Test
    void aSilentCutOverTcpIsNoticedAndTheCameraIsRecordedAgain() {
        assertNoticedAndRecordedAgain(ShortForm.cut(Transport.TCP));
    }

    @Test
    void aSilentCutOverUdpIsNoticedAndTheCameraIsRecordedAgain() {
        assertNoticedAndRecordedAgain(ShortForm.cut(Transport.UDP));
    }

    @Test
    void aKilledCameraIsNoticedAndRecordedAgain() {
        assertNoticedAndRecordedAgain(ShortForm.killed());
    }

    @Test
    void aCameraThatStandsStillIsNoticedAndRecordedAgain() {
        assertNoticedAndRecordedAgain(ShortForm.stopped());
    }

    @Test
    void aCameraWhoseMediaStopIsRecordedAgain() {
        Results results = run(ShortForm.paused());
        for (Sample sample : results.samples()) {
            assertWithin(Bounds.NOTICED, sample.noticedMs(), "noticed", sample);
            assertWithin(Bounds.VERDICT, sample.verdictMs(), "stalled or lost", sample);
            assertNothingElseIsMissing(sample);
        }
        assertNoFileIsDamaged(results);
    }

    @Test
    void aGlitchLeavesSessionAndFileAlone() {
        Results results = run(ShortForm.glitch());
        for (Sample sample : results.samples()) {
            assertTrue(sample.kept(), sample.toString());
            assertNothingElseIsMissing(sample);
        }
        assertNoFileIsDamaged(results);
    }

    private static void assertNoticedAndRecordedAgain(Experiment experiment) {
        Results results = run(experiment);
        for (Sample sample : results.samples()) {
            assertWithin(Bounds.NOTICED, sample.noticedMs(), "noticed", sample);
            assertWithin(Bounds.VERDICT, sample.verdictMs(), "stalled or lost", sample);
            assertWithin(Bounds.BACK, sample.backMs(), "back", sample);
            assertNothingElseIsMissing(sample);
        }
        assertNoFileIsDamaged(results);
    }

    /** Up to the outage and soon after it, everything is in a file. */
    private static void assertNothingElseIsMissing(Sample sample) {
        assertTrue(sample.beyondMs() <= Bounds.BACK.toMillis(), sample.toString());
    }

    private static void assertNoFileIsDamaged(Results results) {
        for (Results.Files files : results.files()) {
            assertEquals(0, files.damaged(), files.toString());
        }
    }

    private static void assertWithin(Duration bound, OptionalDouble millis, String what, Sample sample) {
        assertTrue(millis.isPresent(), "never " + what + ": " + sample);
        assertTrue(millis.getAsDouble() <= bound.toMillis(), what + " later than " + bound + ": " + sample);
    }

    private static Results run(Experiment experiment) {
        Path folder = Product.folder(experiment.scenario().name() + "-" + experiment.transport());
        return experiment.run(folder, new Random(), line -> {});
    }
}
