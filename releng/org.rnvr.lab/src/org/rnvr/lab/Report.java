package org.rnvr.lab;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Results as JSON, with every sample. */
final class Report {

    private final JsonObject root = new JsonObject();

    Report(Options options, List<Results> results) {
        root.addProperty("time", Instant.now().toString());
        root.addProperty("seed", options.seed());
        root.addProperty("processors", Runtime.getRuntime().availableProcessors());
        root.addProperty("kernel", System.getProperty("os.version"));
        JsonArray experiments = new JsonArray();
        results.stream().map(Report::experiment).forEach(experiments::add);
        root.add("experiments", experiments);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, new GsonBuilder().setPrettyPrinting().create().toJson(root) + System.lineSeparator());
    }

    private static JsonObject experiment(Results results) {
        JsonObject json = new JsonObject();
        json.addProperty("scenario", results.scenario().name());
        json.addProperty("transport", results.transport().toString());
        json.addProperty("cpu_busy_percent", results.load().busyPercent());
        json.addProperty("load_average", results.load().loadAverage());
        json.addProperty("laboratory_late_ms", results.load().latest().toMillis());
        JsonArray outages = new JsonArray();
        results.outages().stream().map(Report::outage).forEach(outages::add);
        json.add("outages", outages);
        JsonArray samples = new JsonArray();
        results.samples().stream().map(Report::sample).forEach(samples::add);
        json.add("samples", samples);
        JsonArray systems = new JsonArray();
        results.summaries().stream().map(Report::system).forEach(systems::add);
        json.add("systems", systems);
        return json;
    }

    /** On the clock of the journal's {@code mono_ns}. */
    private static JsonObject outage(Outage outage) {
        JsonObject json = new JsonObject();
        json.addProperty("begin_mono_ns", outage.begin());
        json.addProperty("restored_mono_ns", outage.restored());
        json.addProperty("until_mono_ns", outage.until());
        return json;
    }

    private static JsonObject sample(Sample sample) {
        JsonObject json = new JsonObject();
        json.addProperty("system", sample.system());
        json.addProperty("camera", sample.camera());
        json.addProperty("repetition", sample.repetition());
        json.addProperty("outage_ms", sample.outageMs());
        add(json, "noticed_ms", sample.noticedMs());
        json.addProperty("noticed_by", sample.by());
        add(json, "suspect_silence_ms", sample.suspectSilenceMs());
        add(json, "lost_ms", sample.verdictMs());
        add(json, "lost_silence_ms", sample.verdictSilenceMs());
        add(json, "recovered_ms", sample.recoveredMs());
        add(json, "restored_to_frame_ms", sample.backMs());
        json.addProperty("new_sessions", sample.sessions());
        json.addProperty("new_files", sample.files());
        json.addProperty("not_recorded_ms", sample.missingMs());
        return json;
    }

    private static JsonObject system(Summary summary) {
        JsonObject json = new JsonObject();
        json.addProperty("system", summary.system());
        json.addProperty("files", summary.files().count());
        json.addProperty("damaged", summary.files().damaged());
        JsonArray complaints = new JsonArray();
        summary.files().complaints().forEach(lines -> complaints.add(String.join("; ", lines)));
        json.add("complaints", complaints);
        JsonArray goals = new JsonArray();
        for (Goal goal : Goal.of(summary)) {
            JsonObject one = new JsonObject();
            one.addProperty("goal", goal.text());
            one.addProperty("actual", goal.actual());
            one.addProperty("reached", goal.reached());
            goals.add(one);
        }
        json.add("goals", goals);
        return json;
    }

    private static void add(JsonObject json, String name, OptionalDouble value) {
        value.ifPresent(number -> json.addProperty(name, number));
    }

    private static void add(JsonObject json, String name, OptionalLong value) {
        value.ifPresent(number -> json.addProperty(name, number));
    }
}
