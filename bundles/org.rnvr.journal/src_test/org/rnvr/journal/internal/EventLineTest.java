package org.rnvr.journal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rnvr.event.Alert;
import org.rnvr.event.Gap;
import org.rnvr.event.Moment;
import org.rnvr.event.RecordingStarted;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.SegmentClosed;
import org.rnvr.event.Streaming;
import org.rnvr.event.Suspect;

class EventLineTest {

    private static final Moment AT = new Moment(Instant.parse("2026-11-23T01:02:03.4567Z"), 987654321L);

    /** What outside tests and scripts rely on: the further fields of every event; a first word {@code camera} where it has one. */
    private static final Map<String, String> AGREED = Map.ofEntries(
            Map.entry("started", "version"),
            Map.entry("stopped", "version"),
            Map.entry("connecting", "camera attempt standby"),
            Map.entry("streaming", "camera session codec width height transport ms_to_first_frame"),
            Map.entry("suspect", "camera strategy silence_ms level reason"),
            Map.entry("recovered", "camera silence_ms"),
            Map.entry("stalled", "camera strategy silence_ms reason"),
            Map.entry("lost", "camera strategy silence_ms reason"),
            Map.entry("reconnecting", "camera attempt next_ms"),
            Map.entry("reconnected", "camera session outage_ms"),
            Map.entry("offline", "camera attempts"),
            Map.entry("warning", "camera strategy reason"),
            Map.entry("recording_started", "camera file reason"),
            Map.entry("recording_stopped", "camera file reason"),
            Map.entry("segment_closed", "camera file start end bytes frames cause"),
            Map.entry("segments_deleted", "segments bytes oldest newest reason"),
            Map.entry("gap", "camera from to cause"),
            Map.entry("storage", "state path free_bytes"),
            Map.entry("catalog_checked", "segments missing changed entered unreadable took_ms"),
            Map.entry("strategy_added", "strategy bundle version"),
            Map.entry("strategy_removed", "strategy bundle version"),
            Map.entry("installed", "feature file to"),
            Map.entry("updated", "feature file from to"),
            Map.entry("removed", "feature file from"),
            Map.entry("reverted", "from to"),
            Map.entry("rolled_back", "from to reason"),
            Map.entry("update_available", "feature from to"),
            Map.entry("update_refused", "feature reason"),
            Map.entry("config_changed", "path message"),
            Map.entry("config_problem", "path message"),
            Map.entry("alert", "camera kind message"));

    @Test
    void everyEventOfTheApiHasTheAgreedNameAndFields() throws Exception {
        Map<String, Set<String>> found = new HashMap<>();
        for (Class<?> type : eventRecords()) {
            JsonObject line = parse(sample(type));
            found.put(line.get("event").getAsString(), new TreeSet<>(line.keySet()));
        }
        Map<String, Set<String>> agreed = new HashMap<>();
        AGREED.forEach((name, fields) -> {
            Set<String> all = new TreeSet<>(Set.of("time", "mono_ns", "event"));
            all.addAll(List.of(fields.split(" ")));
            agreed.put(name, all);
        });
        assertEquals(agreed, found);
    }

    @Test
    void beginsWithTimeCameraAndName() throws Exception {
        assertEquals(
                "{\"time\":\"2026-11-23T01:02:03.456Z\",\"mono_ns\":987654321,\"camera\":\"c1\",\"event\":\"streaming\","
                        + "\"session\":7,\"codec\":\"h264\",\"width\":1920,\"height\":1080,\"transport\":\"tcp\","
                        + "\"ms_to_first_frame\":120}",
                EventLine.of(new Streaming(AT, "c1", 7, "h264", 1920, 1080, "tcp", 120)));
    }

    @Test
    void writesInstantsInUtcWithMillisecondsAndPathsAbsolute() throws Exception {
        JsonObject line = parse(new SegmentClosed(
                AT,
                "c1",
                Path.of("rel/a b.mp4"),
                Instant.parse("2026-11-23T00:00:00Z"),
                Instant.parse("2026-11-23T00:10:00.5Z"),
                5_000_000_000L,
                15_000,
                "rotation"));
        assertEquals("2026-11-23T00:00:00.000Z", line.get("start").getAsString());
        assertEquals("2026-11-23T00:10:00.500Z", line.get("end").getAsString());
        assertEquals(
                Path.of("rel/a b.mp4").toAbsolutePath().toString(),
                line.get("file").getAsString());
        assertEquals(5_000_000_000L, line.get("bytes").getAsLong());
    }

    @Test
    void keepsAnyTextOnOneLine() throws Exception {
        String text = "현관 카메라 \"앞\"\n\t\\ <b> & ' \u2028 \u0000 \uD83D\uDCF7";
        String line = EventLine.of(new Alert(AT, Optional.empty(), "disk", text));
        assertEquals(1, line.lines().count());
        assertTrue(line.contains("현관 카메라"), line);
        assertTrue(line.contains("<b> & '"), line);
        assertEquals(
                text,
                JsonParser.parseString(line).getAsJsonObject().get("message").getAsString());
    }

    @Test
    void masksPasswords() throws Exception {
        String line =
                EventLine.of(new Alert(AT, Optional.empty(), "camera", "cannot open rtsp://admin:s3cret@cam/live"));
        assertFalse(line.contains("s3cret"), line);
        assertEquals(
                "cannot open rtsp://admin:***@cam/live",
                JsonParser.parseString(line).getAsJsonObject().get("message").getAsString());
    }

    @Test
    void writesInfinityAsANumberAndLeavesOutWhatIsNone() throws Exception {
        assertEquals(
                Double.MAX_VALUE,
                parse(new Suspect(AT, "c1", "adaptive", 1, Double.POSITIVE_INFINITY, ""))
                        .get("level")
                        .getAsDouble());
        assertFalse(parse(new Suspect(AT, "c1", "adaptive", 1, Double.NaN, "")).has("level"));
    }

    /** An event of a third party, not public. */
    private record ThirdParty(
            Moment at,
            Optional<String> note,
            OptionalInt count,
            Optional<String> none,
            Thread.State state,
            List<Integer> several)
            implements RnvrEvent {}

    @Test
    void takesOptionalsEnumsAndListsOfThirdParties() throws Exception {
        JsonObject line = parse(new ThirdParty(
                AT, Optional.of("x"), OptionalInt.of(3), Optional.empty(), Thread.State.TIMED_WAITING, List.of(1, 2)));
        assertEquals(
                JsonParser.parseString(
                        "{\"time\":\"2026-11-23T01:02:03.456Z\",\"mono_ns\":987654321,\"event\":\"third_party\","
                                + "\"note\":\"x\",\"count\":3,\"state\":\"timed_waiting\",\"several\":[1,2]}"),
                line);
    }

    @Test
    void gapAndRecordingNameTheirFields() throws Exception {
        JsonObject gap = parse(new Gap(AT, "c1", Instant.EPOCH, Instant.EPOCH.plusSeconds(7), "loss"));
        assertEquals("1970-01-01T00:00:07.000Z", gap.get("to").getAsString());
        JsonObject started = parse(new RecordingStarted(AT, "c1", Path.of("/r/f.mkv"), "start"));
        assertEquals("recording_started", started.get("event").getAsString());
        assertEquals("/r/f.mkv", started.get("file").getAsString());
    }

    private static JsonObject parse(RnvrEvent event) throws ReflectiveOperationException {
        return JsonParser.parseString(EventLine.of(event)).getAsJsonObject();
    }

    private static List<Class<?>> eventRecords() throws IOException, URISyntaxException, ClassNotFoundException {
        URI location = RnvrEvent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        Path path = Path.of(location);
        if (Files.isDirectory(path)) {
            return eventRecords(path.resolve("org/rnvr/event"));
        }
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
            return eventRecords(jar.getPath("org/rnvr/event"));
        }
    }

    private static List<Class<?>> eventRecords(Path folder) throws IOException, ClassNotFoundException {
        List<Class<?>> records = new ArrayList<>();
        try (Stream<Path> classes = Files.list(folder)) {
            for (Path file : (Iterable<Path>) classes::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.equals("package-info.class")) {
                    Class<?> type = Class.forName("org.rnvr.event." + name.substring(0, name.length() - 6));
                    if (type.isRecord() && RnvrEvent.class.isAssignableFrom(type)) {
                        records.add(type);
                    }
                }
            }
        }
        return records;
    }

    private static RnvrEvent sample(Class<?> type) throws ReflectiveOperationException {
        List<Class<?>> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            values.add(value(component.getType()));
        }
        return (RnvrEvent)
                type.getDeclaredConstructor(types.toArray(Class[]::new)).newInstance(values.toArray());
    }

    private static Object value(Class<?> type) {
        Map<Class<?>, Object> values = Map.of(
                Moment.class,
                AT,
                String.class,
                "text",
                Instant.class,
                Instant.EPOCH,
                Path.class,
                Path.of("/f"),
                int.class,
                1,
                long.class,
                2L,
                double.class,
                0.5,
                boolean.class,
                true,
                Optional.class,
                Optional.of("text"));
        return Optional.ofNullable(values.get(type)).orElseThrow(() -> new AssertionError("no sample of " + type));
    }
}
