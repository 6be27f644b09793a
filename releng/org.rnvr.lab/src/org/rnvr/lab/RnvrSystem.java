package org.rnvr.lab;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** The product, headless, with all its strategies or with some of them. */
final class RnvrSystem implements RecorderUnderTest {

    private final String name;
    private final List<String> strategies;
    private final Transport transport;
    private final Site site;
    private final Path data;
    private final WallClock clock = WallClock.now();
    private final List<String> cameras = new ArrayList<>();
    private RunningRecorder recorder;

    /** An empty list of strategies stands for the product's own default. */
    RnvrSystem(String name, List<String> strategies, Transport transport, Site site, Path folder) {
        this.name = name;
        this.strategies = List.copyOf(strategies);
        this.transport = transport;
        this.site = site;
        this.data = folder.resolve(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void watch(String camera) {
        cameras.add(camera);
        writeConfiguration();
        if (recorder == null) {
            start();
        }
    }

    @Override
    public boolean steady() {
        List<JsonObject> lines = recorder.journal().lines();
        return cameras.stream().allMatch(camera -> records(camera, lines));
    }

    @Override
    public void restart() {
        recorder.close();
        start();
    }

    @Override
    public void stop() {
        recorder.end("TERM");
    }

    @Override
    public List<Track> tracks() {
        List<JsonObject> lines = recorder.journal().lines();
        return cameras.stream().map(camera -> track(camera, lines)).toList();
    }

    @Override
    public void close() {
        if (recorder != null) {
            recorder.close();
        }
    }

    private void start() {
        recorder = RunningRecorder.start(data, configurationFile());
    }

    private void writeConfiguration() {
        SiteConfiguration configuration = new SiteConfiguration().set("streaming", "transport", transport);
        if (!strategies.isEmpty()) {
            configuration.list("streaming", "detection_strategies", strategies.toArray(String[]::new));
        }
        cameras.forEach(camera -> configuration.camera(camera, site.url(camera)));
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        configuration.write(configurationFile());
    }

    private Path configurationFile() {
        return data.resolve("IT_RNVR.json");
    }

    /** Its last word on the camera's session and on its recording decides. */
    private static boolean records(String camera, List<JsonObject> lines) {
        boolean streaming = false;
        boolean recording = false;
        for (JsonObject line : lines) {
            String event = text(line, "event");
            if (event.equals("started")) {
                streaming = false;
                recording = false;
            } else if (text(line, "camera").equals(camera)) {
                switch (event) {
                    case "streaming", "reconnected", "recovered" -> streaming = true;
                    case "suspect", "stalled", "lost", "reconnecting", "offline" -> streaming = false;
                    case "recording_started" -> recording = true;
                    case "recording_stopped" -> recording = false;
                    default -> {}
                }
            }
        }
        return streaming && recording;
    }

    private Track track(String camera, List<JsonObject> lines) {
        List<Event> events = new ArrayList<>();
        Map<Path, Long> begins = new HashMap<>();
        for (JsonObject line : lines) {
            if (text(line, "camera").equals(camera)) {
                kind(text(line, "event")).ifPresent(kind -> events.add(event(line, kind)));
                if (text(line, "event").equals("recording_started")) {
                    begins.putIfAbsent(file(line), nanos(line));
                } else if (text(line, "event").equals("segment_closed")) {
                    begins.put(file(line), clock.nanos(Instant.parse(text(line, "start"))));
                }
            }
        }
        List<RecordedFile> files = recorder.recordings(camera).stream()
                .map(Path::toAbsolutePath)
                .filter(begins::containsKey)
                .map(file -> new RecordedFile(file, begins.get(file), Playback.of(file)))
                .toList();
        return new Track(camera, events, files);
    }

    private static Optional<Event.Kind> kind(String event) {
        return switch (event) {
            case "suspect" -> Optional.of(Event.Kind.SUSPECT);
            case "recovered" -> Optional.of(Event.Kind.RECOVERED);
            case "stalled", "lost" -> Optional.of(Event.Kind.VERDICT);
            case "reconnected" -> Optional.of(Event.Kind.SESSION);
            default -> Optional.empty();
        };
    }

    private static Event event(JsonObject line, Event.Kind kind) {
        OptionalLong silence =
                line.has("silence_ms") ? OptionalLong.of(line.get("silence_ms").getAsLong()) : OptionalLong.empty();
        return new Event(nanos(line), kind, text(line, "strategy"), silence);
    }

    private static long nanos(JsonObject line) {
        return line.get("mono_ns").getAsLong();
    }

    private static Path file(JsonObject line) {
        return Path.of(text(line, "file")).toAbsolutePath();
    }

    private static String text(JsonObject line, String field) {
        return line.has(field) ? line.get(field).getAsString() : "";
    }
}
