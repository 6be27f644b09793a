package org.rnvr.journal.internal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.rnvr.event.CameraEvent;
import org.rnvr.event.RnvrEvent;

/** Turns an event into its line of the journal. */
final class EventLine {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private EventLine() {}

    /**
     * The line, without its end.
     *
     * @throws ReflectiveOperationException if a component of the event cannot be read
     */
    static String of(RnvrEvent event) throws ReflectiveOperationException {
        JsonObject line = new JsonObject();
        line.addProperty("time", TIME.format(event.at().time()));
        line.addProperty("mono_ns", event.at().nanos());
        if (event instanceof CameraEvent ofCamera) {
            line.addProperty("camera", ofCamera.cameraId());
        }
        line.addProperty("event", snakeCase(event.getClass().getSimpleName()));
        RecordComponent[] components = event.getClass().getRecordComponents();
        if (components != null) {
            for (RecordComponent component : components) {
                String name = component.getName();
                if (!name.equals("at") && !(name.equals("cameraId") && event instanceof CameraEvent)) {
                    Optional<JsonElement> value = json(read(event, component));
                    value.ifPresent(json -> line.add(snakeCase(name), json));
                }
            }
        }
        return Redaction.of(GSON.toJson(line));
    }

    private static Object read(RnvrEvent event, RecordComponent component) throws ReflectiveOperationException {
        component.getAccessor().setAccessible(true);
        return component.getAccessor().invoke(event);
    }

    /** {@code msToFirstFrame} becomes {@code ms_to_first_frame}. */
    static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (Character.isUpperCase(letter) && i > 0) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(letter));
        }
        return snake.toString();
    }

    private static Optional<JsonElement> json(Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(EventLine::json);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? json(optional.getAsInt()) : Optional.empty();
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? json(optional.getAsLong()) : Optional.empty();
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? json(optional.getAsDouble()) : Optional.empty();
        }
        if (value instanceof Double || value instanceof Float) {
            return number(((Number) value).doubleValue());
        }
        if (value instanceof Number number) {
            return Optional.of(new JsonPrimitive(number));
        }
        if (value instanceof Boolean bool) {
            return Optional.of(new JsonPrimitive(bool));
        }
        if (value instanceof Instant instant) {
            return Optional.of(new JsonPrimitive(TIME.format(instant)));
        }
        if (value instanceof Path path) {
            return Optional.of(new JsonPrimitive(path.toAbsolutePath().toString()));
        }
        if (value instanceof Enum<?> constant) {
            return Optional.of(new JsonPrimitive(constant.name().toLowerCase(Locale.ROOT)));
        }
        if (value instanceof Iterable<?> several) {
            JsonArray array = new JsonArray();
            several.forEach(one -> json(one).ifPresent(array::add));
            return Optional.of(array);
        }
        return Optional.of(new JsonPrimitive(value.toString()));
    }

    /** JSON knows no infinity: the largest number stands for it, and what is no number is left out. */
    private static Optional<JsonElement> number(double value) {
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        return Optional.of(new JsonPrimitive(Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value))));
    }
}
