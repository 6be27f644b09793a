package org.rnvr.recorder.internal.evidence;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.rnvr.recorder.internal.hash.Sha256;
import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

/** Manifests of exports as JSON in UTF-8. */
final class ManifestJson {

    static final String FORMAT = "org.rnvr.export";
    static final int VERSION = 1;

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private ManifestJson() {}

    static byte[] write(ExportManifest manifest) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("format_version", VERSION);
        json.addProperty("rnvr_version", manifest.origin().version());
        json.addProperty("host", manifest.origin().host());
        json.addProperty("exported_at", utc(manifest.exportedAt()));
        json.addProperty("zone", manifest.zone().getId());
        json.addProperty(
                "times", "UTC; names of folder and files, and what ends in _local, are local times of the zone");
        json.addProperty("note", manifest.note());
        JsonObject range = new JsonObject();
        range.addProperty("from", utc(manifest.from()));
        range.addProperty("to", utc(manifest.to()));
        range.addProperty("from_local", local(manifest.from(), manifest.zone()));
        range.addProperty("to_local", local(manifest.to(), manifest.zone()));
        json.add("range", range);
        json.add("cameras", array(manifest.cameras(), ManifestJson::camera));
        json.add("files", array(manifest.others(), ManifestJson::listed));
        JsonArray problems = new JsonArray();
        manifest.problems().forEach(problems::add);
        json.add("problems", problems);
        return (GSON.toJson(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Every file that a manifest says is there.
     *
     * @throws IOException if it is no manifest of this format; the message says why
     */
    static List<ExportManifest.Listed> listed(byte[] manifest) throws IOException {
        try {
            JsonObject json = JsonParser.parseString(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(manifest))
                            .toString())
                    .getAsJsonObject();
            String format = member(json, "format").getAsString();
            int version = member(json, "format_version").getAsInt();
            if (!FORMAT.equals(format) || version != VERSION) {
                throw new IOException(
                        "it is of the format " + format + " " + version + ", not " + FORMAT + " " + VERSION);
            }
            List<ExportManifest.Listed> files = new ArrayList<>();
            for (JsonElement camera : member(json, "cameras").getAsJsonArray()) {
                for (JsonElement result :
                        member(camera.getAsJsonObject(), "results").getAsJsonArray()) {
                    files.add(listed(result.getAsJsonObject()));
                }
            }
            for (JsonElement other : member(json, "files").getAsJsonArray()) {
                files.add(listed(other.getAsJsonObject()));
            }
            return List.copyOf(files);
        } catch (CharacterCodingException e) {
            throw new IOException("it is no text in UTF-8", e);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
            // What Gson throws at text that is no JSON, or JSON of another shape.
            throw new IOException("it is no manifest: " + e.getMessage(), e);
        }
    }

    private static JsonElement member(JsonObject json, String name) throws IOException {
        JsonElement member = json.get(name);
        if (member == null) {
            throw new IOException("it has no " + name);
        }
        return member;
    }

    private static ExportManifest.Listed listed(JsonObject json) throws IOException {
        return new ExportManifest.Listed(
                member(json, "file").getAsString(),
                new Sha256.Hashed(
                        member(json, "sha256").getAsString(),
                        member(json, "bytes").getAsLong()));
    }

    private static JsonObject listed(ExportManifest.Listed file) {
        JsonObject json = new JsonObject();
        json.addProperty("file", file.name());
        addContent(json, file.content());
        return json;
    }

    private static JsonObject camera(ExportManifest.Camera camera) {
        JsonObject json = new JsonObject();
        json.addProperty("id", camera.id());
        json.addProperty("name", camera.name());
        json.add("results", array(camera.videos(), ManifestJson::video));
        json.add("sources", array(camera.sources(), ManifestJson::source));
        json.add("gaps", array(camera.gaps(), ManifestJson::gap));
        return json;
    }

    private static JsonObject video(ExportManifest.Video video) {
        JsonObject json = listed(video.file());
        addSpan(json, video.start(), video.end());
        json.addProperty("frames", video.frames());
        return json;
    }

    private static JsonObject source(ExportManifest.Source source) {
        Segment segment = source.segment();
        JsonObject json = new JsonObject();
        json.addProperty("file", source.path());
        addContent(json, source.content());
        addSpan(json, segment.start(), segment.end());
        segment.cameraStart().ifPresent(time -> json.addProperty("camera_start", utc(time)));
        json.addProperty("codec", segment.codec());
        json.addProperty("width", segment.width());
        json.addProperty("height", segment.height());
        json.addProperty("open", segment.isOpen());
        segment.cause()
                .ifPresent(cause -> json.addProperty("cause", cause.name().toLowerCase(Locale.ROOT)));
        segment.sha256().ifPresent(hash -> json.addProperty("catalog_sha256", hash));
        source.unchanged().ifPresent(unchanged -> json.addProperty("unchanged_since_closed", unchanged));
        return json;
    }

    private static JsonObject gap(RecordedGap gap) {
        JsonObject json = new JsonObject();
        json.addProperty("from", utc(gap.from()));
        json.addProperty("to", utc(gap.to()));
        json.addProperty("cause", gap.cause());
        return json;
    }

    private static void addContent(JsonObject json, Sha256.Hashed content) {
        json.addProperty("sha256", content.sha256());
        json.addProperty("bytes", content.bytes());
    }

    private static void addSpan(JsonObject json, Instant start, Instant end) {
        json.addProperty("start", utc(start));
        json.addProperty("end", utc(end));
    }

    private static <T> JsonArray array(List<T> values, Function<T, JsonObject> toJson) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(toJson.apply(value)));
        return array;
    }

    private static String utc(Instant time) {
        return local(time, ZoneOffset.UTC);
    }

    private static String local(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }
}
