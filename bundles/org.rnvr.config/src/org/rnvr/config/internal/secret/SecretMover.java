package org.rnvr.config.internal.secret;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rnvr.config.Credentials;

/** Takes the passwords of the cameras out of a document and leaves references to them. Nothing else is changed. */
public final class SecretMover {

    private static final String PASSWORD = "password";
    private static final String URL = "rtsp_url";
    private static final String SUB_URL = "rtsp_url_sub";
    private static final String USERNAME = "username";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Set<String> names = new HashSet<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private boolean changed;

    private SecretMover() {}

    /**
     * What became of a document.
     *
     * @param document the document with references
     * @param changed whether there was anything to take out
     * @param secrets what was taken out, by name; not shown in the text form
     */
    public record Moved(JsonObject document, boolean changed, Map<String, String> secrets) {
        @Override
        public String toString() {
            return "Moved[" + secrets.keySet() + "]";
        }
    }

    /** Takes the passwords out. The given document is not changed. */
    public static Moved move(JsonObject document) {
        JsonObject copy = document.deepCopy();
        SecretMover mover = new SecretMover();
        if (copy.get("cameras") instanceof JsonArray cameras) {
            cameras.forEach(mover::remember);
            cameras.forEach(mover::strip);
        }
        return new Moved(copy, mover.changed, Map.copyOf(mover.secrets));
    }

    /** The names of the secrets that a document refers to. */
    public static Set<String> references(JsonObject document) {
        SecretMover mover = new SecretMover();
        if (document.get("cameras") instanceof JsonArray cameras) {
            cameras.forEach(mover::remember);
        }
        return Set.copyOf(mover.names);
    }

    private void remember(JsonElement camera) {
        if (camera instanceof JsonObject object
                && password(object).orElse(Password.NONE) instanceof Password.Reference reference) {
            names.add(reference.name());
        }
    }

    private void strip(JsonElement camera) {
        if (camera instanceof JsonObject object) {
            Credentials first = stripUrl(object, URL);
            Credentials second = stripUrl(object, SUB_URL);
            Password own = password(object).orElse(Password.NONE);
            String password = first.password();
            if (password.isEmpty() && own instanceof Password.Plain plain) {
                password = plain.text().isEmpty() ? second.password() : plain.text();
            }
            if (!first.username().isEmpty()) {
                object.addProperty(USERNAME, first.username());
            } else if (!second.username().isEmpty()
                    && text(object, USERNAME).orElse("").isEmpty()) {
                object.addProperty(USERNAME, second.username());
            }
            if (!password.isEmpty()) {
                String name = nameFor(object);
                secrets.put(name, password);
                changed = true;
                object.add(PASSWORD, new Password.Reference(name).toJson());
            }
        }
    }

    private Credentials stripUrl(JsonObject camera, String key) {
        Optional<CameraUrl> url = text(camera, key).flatMap(CameraUrl::parse);
        url.filter(u -> u.userInfo().isPresent()).ifPresent(u -> {
            camera.addProperty(key, u.address());
            changed = true;
        });
        return url.flatMap(CameraUrl::userInfo).orElse(Credentials.NONE);
    }

    private static Optional<Password> password(JsonObject camera) {
        return Optional.ofNullable(camera.get(PASSWORD)).flatMap(Password::read);
    }

    private static Optional<String> text(JsonObject camera, String member) {
        return camera.get(member) instanceof JsonPrimitive value && value.isString()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    private String nameFor(JsonObject camera) {
        String id = text(camera, "camera_id")
                .filter(text -> ID.matcher(text).matches())
                .orElse("~");
        String name = "cameras/" + id;
        for (int n = 2; !names.add(name); n++) {
            name = "cameras/" + id + "~" + n;
        }
        return name;
    }
}
