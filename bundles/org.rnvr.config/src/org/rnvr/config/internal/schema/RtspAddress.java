package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;
import org.rnvr.config.internal.secret.CameraUrl;

/** Where a camera's stream is. */
record RtspAddress() implements Kind<CameraUrl> {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,15})://.*", Pattern.DOTALL);

    @Override
    public Optional<CameraUrl> read(JsonElement json) {
        return JsonString.read(json).flatMap(CameraUrl::parse);
    }

    @Override
    public String allowed() {
        return "a URL with a host that begins with rtsp:// or rtsps://";
    }

    @Override
    public String show(CameraUrl value) {
        return value.place();
    }

    @Override
    public String found(JsonElement json) {
        return JsonString.read(json)
                .map(SCHEME::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1).toLowerCase(Locale.ROOT).startsWith("rtsp")
                        ? "a URL without a host that can be made out"
                        : "a URL of scheme " + match.group(1))
                .orElseGet(() -> Found.sort(json));
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Formed(Form.CAMERA_URL);
    }

    @Override
    public Optional<Object> plain(CameraUrl value) {
        return Optional.of(value.address());
    }
}
