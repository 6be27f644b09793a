package org.rnvr.lab.bench;

import com.google.gson.JsonObject;
import java.util.Map;

/** A measurement as a line of JSON. */
final class MeasurementLine {

    private MeasurementLine() {}

    static String of(Round round, Measurement measurement) {
        JsonObject json = new JsonObject();
        json.addProperty("system", measurement.system());
        json.addProperty("cameras", measurement.cameras());
        json.addProperty("round", measurement.round());
        json.addProperty("valid", round.valid());
        json.addProperty("seconds", measurement.seconds());
        json.addProperty("cpu_percent", measurement.cpu());
        json.addProperty("cameras_cpu_percent", measurement.camerasCpu());
        json.addProperty("rss_mb", measurement.residentMb());
        json.addProperty("pss_mb", measurement.proportionalMb());
        json.addProperty("threads", measurement.threads());
        json.addProperty("switches_per_second", measurement.switches());
        json.addProperty("bytes_per_second", measurement.bytes());
        JsonObject threads = new JsonObject();
        measurement.cpuByThread().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> threads.addProperty(entry.getKey(), entry.getValue()));
        json.add("cpu_percent_by_thread", threads);
        return json.toString();
    }
}
