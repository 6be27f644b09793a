package org.rnvr.config.internal.secret;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands at {@code password}: the password itself, or a reference to where it is kept. A reference is an object,
 * {@code {"secret": "cameras/front"}}, which no password can be.
 */
public sealed interface Password {

    /** None. */
    Password NONE = new Plain("");

    /** What stands in the file, if it is allowed; null is no password. */
    static Optional<Password> read(JsonElement json) {
        if (json.isJsonNull()) {
            return Optional.of(NONE);
        }
        if (json instanceof JsonPrimitive value && value.isString()) {
            return Optional.of(new Plain(value.getAsString()));
        }
        return json instanceof JsonObject object ? Reference.read(object) : Optional.empty();
    }

    /**
     * The password itself.
     *
     * @param text of any characters; not shown in the text form
     */
    record Plain(String text) implements Password {
        @Override
        public String toString() {
            return "Plain[***]";
        }
    }

    /**
     * A reference to a secret.
     *
     * @param name the secret's name
     */
    record Reference(String name) implements Password {

        private static final String MEMBER = "secret";
        private static final Pattern NAME = Pattern.compile("cameras/[A-Za-z0-9_~-]{1,80}");

        static Optional<Password> read(JsonObject object) {
            return object.size() == 1
                            && object.get(MEMBER) instanceof JsonPrimitive name
                            && name.isString()
                            && NAME.matcher(name.getAsString()).matches()
                    ? Optional.of(new Reference(name.getAsString()))
                    : Optional.empty();
        }

        /** As it stands in the file. */
        public JsonObject toJson() {
            JsonObject object = new JsonObject();
            object.addProperty(MEMBER, name);
            return object;
        }
    }
}
