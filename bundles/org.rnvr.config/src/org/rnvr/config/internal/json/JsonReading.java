package org.rnvr.config.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one JSON document (RFC 8259), strictly. Numbers keep their text, and members their order, so that writing what was
 * read gives the same document.
 */
public final class JsonReading {

    private static final Pattern POSITION = Pattern.compile(" at line (\\d+) column (\\d+) path (\\S*)");

    private final JsonReader reader;
    private final List<String> repeated = new ArrayList<>();

    private JsonReading(String text) {
        reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
    }

    /** The text in bytes that are UTF-8 (RFC 8259 section 8.1). */
    public static String decode(byte[] bytes) throws NotJsonException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        if (decoder.decode(in, text, true).isError()) {
            String before = text.flip().toString();
            long line = before.chars().filter(c -> c == '\n').count() + 1;
            throw new NotJsonException("is not UTF-8 text at line %d, column %d"
                    .formatted(line, before.length() - before.lastIndexOf('\n')));
        }
        return text.flip().toString();
    }

    /** The document in a text. */
    public static JsonDocument read(String text) throws NotJsonException {
        return new JsonReading(text).document();
    }

    private JsonDocument document() throws NotJsonException {
        try {
            if (reader.peek() != JsonToken.BEGIN_OBJECT) {
                value("");
                throw new NotJsonException("is not a JSON object");
            }
            JsonObject root = object("");
            reader.peek();
            return new JsonDocument(root, repeated);
        } catch (IOException e) {
            throw new NotJsonException(explained(e));
        }
    }

    private JsonElement value(String path) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(path);
            case BEGIN_ARRAY -> array(path);
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(reader));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> throw new IllegalStateException("No value begins with " + reader.peek());
        };
    }

    private JsonObject object(String path) throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            String memberPath = JsonPath.member(path, name);
            if (object.has(name)) {
                repeated.add(memberPath);
            }
            object.add(name, value(memberPath));
        }
        reader.endObject();
        return object;
    }

    private JsonArray array(String path) throws IOException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value(JsonPath.element(path, array.size())));
        }
        reader.endArray();
        return array;
    }

    private static String explained(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher position = POSITION.matcher(message);
        if (!position.find()) {
            return "is not JSON";
        }
        String reason = reason(message.substring(0, position.start()));
        return "is not JSON at line %s, column %s: %s".formatted(position.group(1), position.group(2), reason);
    }

    private static String reason(String complaint) {
        if (complaint.startsWith("Use JsonReader")) {
            return "unexpected character";
        }
        if (complaint.startsWith("Unescaped control characters")) {
            return "a line end or another control character inside a text";
        }
        if (complaint.startsWith("Malformed Unicode escape")) {
            return "malformed unicode escape";
        }
        return complaint.toLowerCase(Locale.ROOT);
    }
}
