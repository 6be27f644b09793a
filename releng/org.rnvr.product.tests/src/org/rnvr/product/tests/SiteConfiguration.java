package org.rnvr.product.tests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An {@code IT_RNVR.json} in the making. */
final class SiteConfiguration {

    private final JsonObject root = new JsonObject();
    private final JsonArray cameras = new JsonArray();

    SiteConfiguration() {
        root.add("cameras", cameras);
    }

    /** Adds a camera that is connected and recorded from the start. */
    SiteConfiguration camera(String id, String url) {
        JsonObject camera = new JsonObject();
        camera.addProperty("camera_id", id);
        camera.addProperty("name", id);
        camera.addProperty("rtsp_url", url);
        camera.addProperty("streaming_enabled_start", true);
        camera.addProperty("recording_enabled_start", true);
        cameras.add(camera);
        return this;
    }

    SiteConfiguration set(String section, String key, Object value) {
        if (!root.has(section)) {
            root.add(section, new JsonObject());
        }
        JsonObject object = root.getAsJsonObject(section);
        if (value instanceof Number number) {
            object.addProperty(key, number);
        } else {
            object.addProperty(key, value.toString());
        }
        return this;
    }

    SiteConfiguration list(String section, String key, String... values) {
        JsonArray list = new JsonArray();
        List.of(values).forEach(list::add);
        set(section, key, "");
        root.getAsJsonObject(section).add(key, list);
        return this;
    }

    /** Writes it as an editor would. */
    Path write(Path file) {
        try {
            return Files.writeString(file, root.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
