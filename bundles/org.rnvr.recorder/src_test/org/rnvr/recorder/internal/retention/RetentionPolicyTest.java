package org.rnvr.recorder.internal.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.config.StorageSettings;
import org.rnvr.recorder.internal.volume.SpaceLimits;
import org.rnvr.recorder.internal.volume.Storages;
import org.rnvr.recording.Segment;

class RetentionPolicyTest {

    private static final Path FOLDER = Path.of("/recordings");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final long GB = 1_000_000_000L;
    private static final long TOTAL = 1000 * GB;

    private final Shelf shelf = new Shelf();
    private final List<Segment> gone = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private long free;

    private Segment segment(int daysAgo, long bytes) {
        Path file = FOLDER.resolve("s" + shelf.segments.size() + ".mp4");
        return shelf.add(file, NOW.minus(Duration.ofDays(daysAgo)), LENGTH, bytes, false);
    }

    private void clean(StorageSettings settings, Set<Path> stubborn) throws IOException {
        RetentionPolicy policy = new RetentionPolicy(settings, NOW, TOTAL, free);
        Set<Path> passedOver = new HashSet<>();
        int steps = shelf.segments.size() + 1;
        for (Optional<Batch> batch = policy.next(free, shelf, passedOver);
                batch.isPresent();
                batch = policy.next(free, shelf, passedOver)) {
            assertTrue(steps-- > 0, "does not end");
            assertFalse(batch.get().segments().isEmpty());
            assertTrue(batch.get().segments().size() <= settings.deleteBatchSize());
            for (Segment segment : batch.get().segments()) {
                assertTrue(shelf.segments.contains(segment), "twice");
                if (stubborn.contains(segment.file())) {
                    passedOver.add(segment.file());
                } else {
                    shelf.forget(segment);
                    free += segment.bytes();
                    gone.add(segment);
                    reasons.add(batch.get().reason());
                }
            }
        }
    }

    @Test
    void whatIsOlderThanIsToBeKeptGoesAndNoMore() throws IOException {
        free = TOTAL / 2;
        Segment old = segment(31, GB);
        segment(30, GB);
        segment(1, GB);
        clean(Storages.with(FOLDER, 1, 5, 90, 30), Set.of());
        assertEquals(List.of(old), gone);
        assertEquals(List.of(Reason.AGE), reasons);
    }

    @Test
    void theOldestGoUntilThereIsSpaceWithAReserve() throws IOException {
        free = TOTAL / 10 - 1;
        List<Segment> all = new ArrayList<>();
        for (int day = 20; day > 0; day--) {
            all.add(segment(day, 3 * GB));
        }
        clean(Storages.with(FOLDER, 1, 5, 90, 30), Set.of());
        // 10 GB of reserve above 100 GB
        assertEquals(all.subList(0, 4), gone);
        assertEquals(110 * GB, free, 3 * GB);
    }

    @Test
    void aboveTheLimitNothingGoes() throws IOException {
        free = TOTAL / 10;
        segment(20, GB);
        clean(Storages.with(FOLDER, 1, 5, 90, 30), Set.of());
        assertEquals(List.of(), gone);
    }

    @Test
    void whatHasABookmarkHasNoAge() throws IOException {
        free = TOTAL / 2;
        shelf.bookmarked.add(segment(400, GB).file());
        clean(Storages.with(FOLDER, 1, 5, 90, 30), Set.of());
        assertEquals(List.of(), gone);
    }

    @Test
    void whatHasABookmarkGoesLastAndNotForTheThreshold() throws IOException {
        free = TOTAL / 20 + GB;
        shelf.bookmarked.add(segment(400, GB).file());
        Segment other = segment(3, GB);
        clean(Storages.with(FOLDER, 1, 5, 90, 30), Set.of());
        assertEquals(List.of(other), gone);

        gone.clear();
        reasons.clear();
        free = TOTAL / 20 - GB / 2;
        shelf.bookmarked.add(segment(200, 7 * GB).file());
        Segment late = segment(100, GB);
        shelf.bookmarked.add(segment(2, 10 * GB).file());
        clean(Storages.with(FOLDER, 1, 5, 90, 300), Set.of());
        assertEquals(late, gone.get(0));
        // 5 GB above the minimum of 50 GB are to be free
        assertEquals(List.of(Reason.SPACE, Reason.SPACE_BOOKMARKED, Reason.SPACE_BOOKMARKED), reasons);
        assertEquals(1, shelf.segments.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 100})
    void holdsForAnyStock(int batchSize) throws IOException {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            shelf.segments.clear();
            shelf.bookmarked.clear();
            gone.clear();
            reasons.clear();
            Set<Path> stubborn = new HashSet<>();
            int count = random.nextInt(60);
            for (int i = 0; i < count; i++) {
                boolean open = random.nextInt(10) == 0;
                Path file = FOLDER.resolve(seed + "-" + i);
                Instant start = NOW.minusSeconds(random.nextInt(60 * 86_400));
                shelf.add(file, start, LENGTH, (long) (random.nextDouble() * 4 * GB), open);
                if (random.nextInt(5) == 0) {
                    shelf.bookmarked.add(file);
                }
                if (random.nextInt(8) == 0) {
                    stubborn.add(file);
                }
            }
            List<Segment> before = List.copyOf(shelf.segments);
            free = random.nextInt(200) * GB;
            long freeBefore = free;
            StorageSettings base = Storages.with(FOLDER, random.nextInt(100), random.nextInt(10), 90, 30);
            StorageSettings settings = new StorageSettings(
                    FOLDER,
                    true,
                    true,
                    base.cleanupInterval(),
                    base.minFreeSpaceGb(),
                    base.minFreeSpacePercent(),
                    90,
                    30,
                    batchSize,
                    Duration.ZERO,
                    Duration.ZERO,
                    0);
            clean(settings, stubborn);
            check("seed " + seed, settings, before, stubborn, freeBefore);
        }
    }

    private void check(
            String seed, StorageSettings settings, List<Segment> before, Set<Path> stubborn, long freeBefore) {
        SpaceLimits limits = SpaceLimits.of(settings, TOTAL);
        Instant keptSince = NOW.minus(Duration.ofDays(settings.retentionDays()));
        long running = freeBefore;
        for (int i = 0; i < gone.size(); i++) {
            Segment segment = gone.get(i);
            boolean bookmarked = shelf.bookmarked.contains(segment.file());
            assertFalse(segment.isOpen(), seed + ": the open file");
            switch (reasons.get(i)) {
                case AGE -> assertTrue(segment.end().isBefore(keptSince) && !bookmarked, seed + ": not old");
                case SPACE -> {
                    assertFalse(bookmarked, seed + ": bookmarked among others");
                    assertTrue(freeBefore < limits.cleanBelow(), seed + ": space was not short");
                    assertTrue(running < limits.cleanUntil(), seed + ": more than needed");
                }
                case SPACE_BOOKMARKED -> {
                    assertTrue(bookmarked, seed + ": others are told apart");
                    assertTrue(running < limits.lowUntil(), seed + ": more bookmarked than needed");
                    assertTrue(
                            shelf.segments.stream()
                                    .allMatch(left -> left.isOpen()
                                            || shelf.bookmarked.contains(left.file())
                                            || stubborn.contains(left.file())),
                            seed + ": bookmarked not last");
                }
            }
            if (i > 0 && reasons.get(i) == reasons.get(i - 1)) {
                assertFalse(segment.start().isBefore(gone.get(i - 1).start()), seed + ": not the oldest first");
            }
            running += segment.bytes();
        }
        assertTrue(
                reasons.equals(
                        reasons.stream().sorted(Comparator.naturalOrder()).toList()),
                seed + ": reasons mixed: " + reasons);
        boolean wanting = freeBefore < limits.cleanBelow() && free < limits.cleanUntil();
        for (Segment left : before) {
            if (shelf.segments.contains(left) && !left.isOpen() && !stubborn.contains(left.file())) {
                boolean bookmarked = shelf.bookmarked.contains(left.file());
                assertTrue(bookmarked || !left.end().isBefore(keptSince), seed + ": too old and left");
                assertTrue(bookmarked || !wanting, seed + ": left although space is short");
            }
        }
    }
}
