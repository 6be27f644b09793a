package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;

/** A name of a file, without folders. */
record FileName() implements Kind<String> {

    private static final Pattern FORM = Pattern.compile("(?!\\.{1,2}$)[^/]+");

    @Override
    public Optional<String> read(JsonElement json) {
        return JsonString.read(json).filter(text -> FORM.matcher(text).matches() && FilePath.isPath(text));
    }

    @Override
    public String allowed() {
        return "a file name without folders";
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Formed(Form.FILE_NAME);
    }
}
