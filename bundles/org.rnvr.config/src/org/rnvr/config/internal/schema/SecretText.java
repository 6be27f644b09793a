package org.rnvr.config.internal.schema;

import com.google.gson.JsonElement;
import java.util.Optional;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.AllowedValues.Form;
import org.rnvr.config.internal.secret.Password;

/** A password, or the reference that RNVR left in its place. */
record SecretText() implements Kind<Password> {

    @Override
    public Optional<Password> read(JsonElement json) {
        return Password.read(json);
    }

    @Override
    public String allowed() {
        return "a text";
    }

    @Override
    public String show(Password value) {
        return value.equals(Password.NONE) ? "none" : "***";
    }

    @Override
    public String found(JsonElement json) {
        return Found.sort(json);
    }

    @Override
    public AllowedValues description() {
        return new AllowedValues.Formed(Form.PASSWORD);
    }

    /** A password is none of the values that are shown to anybody. */
    @Override
    public Optional<Object> plain(Password value) {
        return Optional.empty();
    }
}
