package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;

/** A path of a file or folder, as text: relative ones are completed where the data folder is known. */
record FilePath() implements Kind<String> {

    @Override
    public Optional<String> read(JsonElement json) {
        return JsonString.read(json).filter(text -> !text.isBlank() && isPath(text));
    }

    /** Whether this system has paths of this text: where the locale is C, those beyond ASCII are none. */
    static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public String allowed() {
        return "a path that this system can have";
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Formed(Form.FOLDER);
    }
}
