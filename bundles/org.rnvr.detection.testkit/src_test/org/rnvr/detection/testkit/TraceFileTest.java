package org.rnvr.detection.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.detection.Observation.BufferLevel;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.PathProbed;
import org.rnvr.detection.Observation.RequestEnded;
import org.rnvr.detection.Observation.Tick;
import org.rnvr.detection.Observation.Track;
import org.rnvr.pipeline.ReplyOutcome;

class TraceFileTest {

    private static final String HEADER = "rnvr-trace 1\ncamera front\nsession 3\nbegin 100\n";

    @TempDir
    Path folder;

    @Test
    void everyKindOfObservationSurvives() throws IOException {
        TraceFile written = new TraceFile(
                "front",
                3,
                -5,
                List.of(
                        new Tick(-4),
                        new MediaArrived(7, Track.AUDIO, 2, 0, 512, 6, 1, -9),
                        new RequestEnded(8, ReplyOutcome.ANSWERED, 454, Duration.ofNanos(3)),
                        new PathProbed(9, false, "Nothing answers at 10.0.0.1:554."),
                        new PathProbed(9, true, ""),
                        new BufferLevel(10, 55)),
                OptionalLong.of(12));
        assertEquals(written, copy(written));
        assertEquals(Duration.ofNanos(15), written.length());
    }

    @Test
    void fileWithoutEndIsRead() throws IOException {
        TraceFile read = TraceFile.read(file(HEADER + "\n# a remark\ntick 101\n"));
        assertEquals(List.of(new Tick(101)), read.observations());
        assertEquals(OptionalLong.empty(), read.dropped());
        assertEquals(read, copy(read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tock 1|'tock' is no kind of observation; allowed are media, tick, request, path, buffer and end",
                "tick soon|the time is 'soon'; allowed are whole numbers of 64 bits",
                "tick 1 2|3 fields; allowed for tick are 2",
                "tick 99|the time 99 goes back; allowed is 100 or later",
                "media 101 SMELL 1 1 1 1 1 1|'SMELL' is unknown; allowed are [VIDEO, AUDIO]",
                "request 101 MAYBE 0 1|'MAYBE' is unknown; allowed are [ANSWERED, NOT_OFFERED, NOT_OPEN, TIMED_OUT,"
                        + " FAILED]",
                "path 101 perhaps text|'perhaps' is no answer; allowed are true and false",
                "end 1 0|the end tells of 1 observations; allowed is their number, 0",
            })
    void wrongLineIsNamed(String line, String problem) throws IOException {
        Path file = file(HEADER + line + "\n");
        TraceFormatException refused = assertThrows(TraceFormatException.class, () -> TraceFile.read(file));
        assertEquals(file + ":5: " + problem, refused.getMessage());
    }

    @Test
    void wrongHeaderIsNamed() throws IOException {
        assertRefused("rnvr-trace 2\n", ":1: 'rnvr-trace 2' is no version of a trace; allowed is 'rnvr-trace 1'");
        assertRefused("rnvr-trace 1\nsession 3\n", ":2: 'session 3'; allowed is 'camera' and its value");
        assertRefused(
                "rnvr-trace 1\n",
                ":2: the file ends; allowed are the lines 'rnvr-trace 1', camera, session and begin first");
        assertRefused(HEADER + "end 0 0\ntick 101\n", ":6: a line after the end; allowed is nothing");
    }

    @Test
    void savedTraceIsTheSameTraceAgain() throws IOException {
        Duration length = Duration.ofMinutes(10);
        TraceSource source = TraceKind.WIFI.withAudio();
        RecordedTrace recorded = recorded(copy(TraceFile.of("front", source.open(2), length)));
        for (Track track : Track.values()) {
            List<String> arrivals = arrivals(source.open(2), track, length);
            assertTrue(arrivals.size() > 9_000);
            assertEquals(arrivals, arrivals(recorded.open(0), track, length));
        }
    }

    @Test
    void framesOfATickKeepTheirNumberSizeAndLongestGap() {
        TraceFile file = new TraceFile(
                "front",
                1,
                1000,
                List.of(
                        new MediaArrived(1100, Track.VIDEO, 3, 1, 30, 1090, 20, 1),
                        new MediaArrived(1400, Track.VIDEO, 4, 0, 41, 1390, 240, 2)),
                OptionalLong.of(0));
        Trace trace = recorded(file).open(0);
        assertNext(trace, 50, 10, true);
        assertNext(trace, 70, 10, false);
        assertNext(trace, 90, 10, false);
        assertNext(trace, 330, 11, false);
        assertNext(trace, 350, 10, false);
        assertNext(trace, 370, 10, false);
        assertNext(trace, 390, 10, false);
        assertFalse(trace.next());
    }

    @Test
    void silenceOfARecordingIsFoundAndDetectedAgain() throws IOException {
        Duration length = Duration.ofHours(2);
        RecordedTrace recorded = recorded(copy(TraceFile.of("front", TraceKind.REBOOT.open(3), length)));
        StrategyReport report = StrategyRun.run(
                Strategies.timeout(Duration.ofSeconds(1), Duration.ofSeconds(5)),
                recorded,
                recorded.outages(Duration.ofSeconds(10)),
                Simulation.HOUR.lasting(recorded.length()));
        assertTrue(report.findings().outages() >= 2, report::toString);
        assertEquals(0, report.findings().notConvicted(), report::toString);
        assertEquals(0, report.findings().falseSuspicions(), report::toString);
    }

    private static List<String> arrivals(Trace trace, Track track, Duration length) {
        List<String> arrivals = new ArrayList<>();
        while (trace.next() && trace.arrivalNanos() <= length.toNanos()) {
            if (trace.track() == track) {
                arrivals.add(trace.arrivalNanos() + " " + trace.presentationNanos() + " " + trace.bytes() + " "
                        + trace.keyFrame());
            }
        }
        return arrivals;
    }

    private static RecordedTrace recorded(TraceFile file) {
        return new RecordedTrace("last night", true, file);
    }

    private static void assertNext(Trace trace, long arrival, int bytes, boolean key) {
        assertTrue(trace.next());
        assertEquals(arrival, trace.arrivalNanos());
        assertEquals(bytes, trace.bytes());
        assertEquals(key, trace.keyFrame());
    }

    private void assertRefused(String text, String problem) throws IOException {
        Path file = file(text);
        assertEquals(
                file + problem,
                assertThrows(TraceFormatException.class, () -> TraceFile.read(file))
                        .getMessage());
    }

    private TraceFile copy(TraceFile written) throws IOException {
        Path file = folder.resolve("copy.trace");
        written.write(file);
        return TraceFile.read(file);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("given.trace"), text);
    }
}
