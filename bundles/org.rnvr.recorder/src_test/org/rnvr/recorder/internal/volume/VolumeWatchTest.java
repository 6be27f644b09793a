package org.rnvr.recorder.internal.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.rnvr.config.StorageSettings;
import org.rnvr.event.Moment;
import org.rnvr.event.Storage;
import org.rnvr.recording.StorageState;

class VolumeWatchTest {

    private static final Path FOLDER = Path.of("/recordings");
    private static final StorageSettings SETTINGS = Storages.with(FOLDER, 1, 0, 90, 30);
    private static final long TOTAL = 100_000_000_000L;
    private static final long TICK = 250;
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
    private static final Look GOOD = new Look(StorageState.OK, "", TOTAL, TOTAL / 2);
    private static final Look MISSING = new Look(StorageState.MISSING, "gone", 0, 0);
    private static final Look READ_ONLY = new Look(StorageState.READ_ONLY, "read-only", TOTAL, TOTAL / 2);

    private long millis;
    private final VolumeWatch watch = new VolumeWatch(now(), FOLDER);
    private final List<Look.Depth> looks = new ArrayList<>();
    private final List<Storage> events = new ArrayList<>();

    private Moment now() {
        return new Moment(START.plusMillis(millis), 77 + millis * 1_000_000);
    }

    /** Lets time pass; every look is answered at once by what the volume is then. */
    private void pass(Duration time, Function<Long, Look> volume) {
        for (long end = millis + time.toMillis(); millis < end; millis += TICK) {
            tick().ifPresent(depth -> answer(volume.apply(millis)));
        }
    }

    private void pass(Duration time, Look look) {
        pass(time, at -> look);
    }

    private Optional<Look.Depth> tick() {
        VolumeWatch.Step step = watch.tick(now());
        step.event().ifPresent(events::add);
        step.look().ifPresent(looks::add);
        return step.look();
    }

    private void answer(Look look) {
        watch.found(now(), look, SETTINGS).ifPresent(events::add);
    }

    private List<String> states() {
        return events.stream().map(Storage::state).toList();
    }

    @Test
    void aGoodVolumeIsLookedAtCheaplyEachSecondAndCausesNoEvent() {
        pass(Duration.ofSeconds(60), GOOD);
        assertEquals(List.of(), events);
        assertEquals(60, looks.size());
        assertEquals(Look.Depth.THOROUGH, looks.get(0));
        assertEquals(6, looks.stream().filter(Look.Depth.THOROUGH::equals).count());
        assertEquals(TOTAL / 2, watch.status().freeBytes());
        assertEquals("", watch.status().text());
    }

    @Test
    void aFailureIsToldAtTheNextLookAndItsEndToo() {
        pass(Duration.ofSeconds(3), GOOD);
        pass(Duration.ofSeconds(4), MISSING);
        assertEquals(List.of("missing"), states());
        assertEquals("gone", watch.status().text());
        assertEquals(START.plusSeconds(3), watch.status().since());
        pass(Duration.ofSeconds(1), GOOD);
        assertEquals(List.of("missing", "ok"), states());
        assertTrue(
                Duration.between(START.plusSeconds(7), watch.status().since()).compareTo(VolumeWatch.TROUBLE_INTERVAL)
                        <= 0,
                watch.status().toString());
        assertEquals("", watch.status().text());
        assertEquals(new Storage(events.get(1).at(), "ok", FOLDER, TOTAL / 2), events.get(1));
    }

    @Test
    void inTroubleEveryLookIsThoroughSoThatNoneBelievesAReadOnlyVolume() {
        pass(Duration.ofSeconds(2), GOOD);
        looks.clear();
        pass(Duration.ofSeconds(5), READ_ONLY);
        assertTrue(looks.subList(1, looks.size()).stream().allMatch(Look.Depth.THOROUGH::equals), looks.toString());
    }

    @Test
    void aRecordingThatFailedHasItLookedAtThoroughlyAtOnce() {
        pass(Duration.ofSeconds(2), GOOD);
        tick().ifPresent(depth -> answer(GOOD));
        watch.distrust();
        assertEquals(Optional.of(Look.Depth.THOROUGH), tick());
        answer(READ_ONLY);
        assertEquals(List.of("read_only"), states());
    }

    @Test
    void aVolumeThatDoesNotAnswerIsAnErrorUntilItDoes() {
        pass(Duration.ofSeconds(2), GOOD);
        assertTrue(tick().isPresent());
        for (int i = 0; i < 200; i++, millis += TICK) {
            assertTrue(i == 0 || tick().isEmpty(), "no second look while one hangs");
        }
        assertEquals(List.of("error"), states());
        assertEquals("/recordings does not answer for 5 s", watch.status().text());
        assertEquals(START.plusSeconds(7).plusMillis(TICK), watch.status().since());
        answer(GOOD);
        assertEquals(StorageState.ERROR, watch.status().state());
        assertTrue(
                watch.status().text().contains("takes more than 5 s"),
                watch.status().text());
        millis += 1000;
        pass(Duration.ofSeconds(1), GOOD);
        assertEquals(List.of("error", "ok"), states());
    }

    @Test
    void whatAHangingLookFindsInTheEndIsBelievedAtOnce() {
        assertTrue(tick().isPresent());
        for (int i = 0; i < 40; i++, millis += TICK) {
            tick();
        }
        answer(MISSING);
        assertEquals(List.of("error", "missing"), states());
    }

    @Test
    void aPauseOfOurOwnIsNotTheDisks() {
        pass(Duration.ofSeconds(2), GOOD);
        assertTrue(tick().isPresent());
        millis += 60_000;
        tick();
        assertEquals(List.of(), events);
        answer(GOOD);
        assertEquals(List.of(), events);
        assertEquals(StorageState.OK, watch.status().state());
    }

    @Test
    void spaceIsLowAndFullByTheSettings() {
        SpaceLimits limits = SpaceLimits.of(SETTINGS, TOTAL);
        pass(Duration.ofSeconds(2), new Look(StorageState.OK, "", TOTAL, limits.lowBelow() - 1));
        assertEquals(
                "less than 1500 MB are free on the volume of /recordings",
                watch.status().text());
        pass(Duration.ofSeconds(2), new Look(StorageState.OK, "", TOTAL, limits.fullBelow() - 1));
        assertEquals("the volume of /recordings is full", watch.status().text());
        pass(Duration.ofSeconds(2), new Look(StorageState.OK, "", TOTAL, limits.fullUntil()));
        pass(Duration.ofSeconds(2), GOOD);
        assertEquals(List.of("low", "full", "low", "ok"), states());
    }

    @Test
    void aVolumeThatComesAndGoesMustProveItselfButNotForLong() {
        // away for one look in three
        pass(Duration.ofMinutes(5), at -> at / 1000 % 3 == 0 ? MISSING : GOOD);
        assertTrue(events.size() <= 14, states().toString());
        assertEquals(StorageState.MISSING, watch.status().state());
        long good = millis;
        pass(Duration.ofSeconds(5), GOOD);
        assertEquals(StorageState.OK, watch.status().state());
        assertTrue(
                Duration.between(START.plusMillis(good), watch.status().since()).toMillis() < 4000,
                watch.status().toString());
        pass(VolumeRest.AFTER_RELAPSES, GOOD);
        pass(Duration.ofSeconds(2), MISSING);
        pass(Duration.ofSeconds(1), GOOD);
        assertEquals(StorageState.OK, watch.status().state());
    }

    @Test
    void kindsOfFailureThatAlternateAreNotToldEachTime() {
        pass(Duration.ofSeconds(60), at -> at / 1000 % 2 == 0 ? MISSING : READ_ONLY);
        assertEquals(List.of("missing"), states());
        pass(Duration.ofSeconds(3), READ_ONLY);
        assertEquals(List.of("missing", "read_only"), states());
    }

    @Test
    void inAnyHistoryEventsAlternateAndRecoveryTakesLessThanFiveSeconds() {
        Look[] kinds = {GOOD, MISSING, READ_ONLY, new Look(StorageState.OK, "", TOTAL, 0), GOOD};
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            events.clear();
            for (int i = 0; i < 40; i++) {
                Look look = kinds[random.nextInt(kinds.length)];
                if (random.nextInt(5) == 0) {
                    watch.distrust();
                }
                pass(Duration.ofMillis(TICK * random.nextInt(40)), look);
            }
            for (int i = 1; i < events.size(); i++) {
                assertTrue(!events.get(i).state().equals(events.get(i - 1).state()), "seed " + seed + ": " + states());
            }
            pass(Duration.ofMillis(4500), GOOD);
            assertEquals(StorageState.OK, watch.status().state(), "seed " + seed);
        }
    }

    /** How long a volume must have been good for its relapses to be forgotten. */
    private static final class VolumeRest {
        static final Duration AFTER_RELAPSES = Duration.ofSeconds(61);
    }
}
