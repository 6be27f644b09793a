package org.rnvr.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read from a recorder's events and files. */
class SampleTest {

    private static final long SECOND = 1_000_000_000;

    /** From 100 s to 108 s, seen until 120 s. */
    private static final Outage OUTAGE = new Outage(100 * SECOND, 108 * SECOND, 120 * SECOND);

    @Test
    void aReplacedSessionIsTimedByItsFilesFirstFrame() {
        Sample sample = sample(
                List.of(
                        new Event(100 * SECOND + SECOND / 2, Event.Kind.SUSPECT, "frames", OptionalLong.of(480)),
                        new Event(102 * SECOND, Event.Kind.VERDICT, "frames", OptionalLong.of(1980)),
                        Event.of(108 * SECOND + SECOND / 2, Event.Kind.SESSION)),
                List.of(file(90, 100), file(108.4, 125)));
        assertEquals(OptionalDouble.of(500), sample.noticedMs());
        assertEquals("frames", sample.by());
        assertEquals(OptionalLong.of(480), sample.suspectSilenceMs());
        assertEquals(OptionalDouble.of(2000), sample.verdictMs());
        assertEquals(OptionalLong.of(1980), sample.verdictSilenceMs());
        assertEquals(400, sample.backMs().orElseThrow(), 1e-3);
        assertEquals(8000, sample.outageMs());
        assertEquals(400, sample.beyondMs(), 50);
        assertEquals(1, sample.sessions());
        assertEquals(1, sample.files());
        assertFalse(sample.kept());
    }

    @Test
    void aSessionThatResumesIsTimedByItsFirstMedia() {
        Sample sample = sample(
                List.of(Event.of(101 * SECOND, Event.Kind.SUSPECT), Event.of(109 * SECOND, Event.Kind.RECOVERED)),
                List.of(new RecordedFile(
                        Path.of("one"),
                        90 * SECOND,
                        new Playback(
                                IntStream.concat(IntStream.range(0, 250), IntStream.range(475, 900))
                                        .mapToObj(index -> new Playback.Frame(index / 25.0, 0, true))
                                        .toList(),
                                List.of()))));
        assertEquals(OptionalDouble.empty(), sample.verdictMs());
        assertEquals(OptionalDouble.of(9000), sample.recoveredMs());
        assertEquals(OptionalDouble.of(1000), sample.backMs());
        assertEquals(1000, sample.beyondMs(), 50);
        assertTrue(sample.kept());
    }

    @Test
    void whatHappensBeforeAndAfterTheViewIsNotItsOwn() {
        Sample sample = sample(
                List.of(Event.of(99 * SECOND, Event.Kind.SUSPECT), Event.of(121 * SECOND, Event.Kind.VERDICT)),
                List.of(file(90, 125)));
        assertEquals(OptionalDouble.empty(), sample.noticedMs());
        assertEquals(OptionalDouble.empty(), sample.verdictMs());
        assertEquals(0, sample.missingMs());
    }

    @Test
    void anOutageThatTheRecorderTellsNothingOfIsTimedByItsFrames() {
        Sample sample = sample(
                List.of(),
                List.of(new RecordedFile(
                        Path.of("one"),
                        90 * SECOND,
                        new Playback(
                                IntStream.concat(IntStream.range(0, 250), IntStream.range(455, 900))
                                        .mapToObj(index -> new Playback.Frame(index / 25.0, 0, true))
                                        .toList(),
                                List.of()))));
        assertEquals(OptionalDouble.of(200), sample.backMs());
        assertEquals(200, sample.beyondMs(), 50);
    }

    @Test
    void aCameraThatIsNeverRecordedAgainIsMissingToTheEndOfTheView() {
        Sample sample = sample(List.of(), List.of(file(90, 100)));
        assertEquals(20_000, sample.missingMs(), 50);
        assertEquals(OptionalDouble.empty(), sample.backMs());
    }

    private static Sample sample(List<Event> events, List<RecordedFile> files) {
        return Sample.of("any", new Track("demo1", events, files), 1, OUTAGE);
    }

    /** 25 frames a second between two times in seconds. */
    private static RecordedFile file(double from, double to) {
        return new RecordedFile(
                Path.of("at-" + from),
                Math.round(from * SECOND),
                new Playback(
                        IntStream.range(0, (int) Math.round((to - from) * 25))
                                .mapToObj(index -> new Playback.Frame(index / 25.0, 0, index % 50 == 0))
                                .toList(),
                        List.of()));
    }
}
