package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.util.Optional;

/** A path of a file or folder, as text: relative ones are completed where the data folder is known. */
record FilePath() implements Kind<String> {

    @Override
    public Optional<String> read(JsonElement json) {
        return JsonString.read(json).filter(text -> !text.isBlank() && text.indexOf('\0') < 0);
    }

    @Override
    public String allowed() {
        return "a path";
    }
}
