package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;
import org.rnvr.config.Layout;

/** A layout of tiles. */
record Grid() implements Kind<Layout> {

    private static final Pattern FORM = Pattern.compile("([1-8])x([1-8])");

    @Override
    public Optional<Layout> read(JsonElement json) {
        return JsonString.read(json)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(match -> new Layout(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))));
    }

    @Override
    public String allowed() {
        return "columns x rows from 1x1 to 8x8, for example 2x2";
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Formed(Form.GRID);
    }

    @Override
    public Optional<Object> plain(Layout value) {
        return Optional.of(show(value));
    }
}
