package org.rnvr.config.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRoundTripTest {

    @ParameterizedTest
    @ValueSource(strings = {"python.json", "python_compact.json", "python_two.json"})
    void writesASitesFileAsItWas(String name) throws Exception {
        String text = JsonReading.decode(resource(name));
        assertEquals(text, JsonWriting.write(JsonReading.read(text).root(), text));
    }

    @RepeatedTest(100)
    void keepsAnyDocument(RepetitionInfo repetition) throws NotJsonException {
        Random random = new Random(repetition.getCurrentRepetition());
        JsonObject document = object(random, 0);
        for (String layout : List.of("", "{}", "{\n\t\"a\": 1}", "{\r\n  \"a\": 1\r\n}\r\n")) {
            JsonObject read =
                    JsonReading.read(JsonWriting.write(document, layout)).root();
            assertEquals(document.toString(), read.toString());
        }
    }

    @Test
    void namesWhatStandsMoreThanOnce() throws NotJsonException {
        JsonDocument document = JsonReading.read("{\"a\": 1, \"b\": [{\"c\": 1, \"c\": 2}], \"a\": 3}");
        assertEquals(List.of("b[0].c", "a"), document.repeated());
        assertEquals(3, document.root().get("a").getAsInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': 1}|is not JSON at line 1",
                "{\"a\": 1,}|is not JSON at line 1",
                "{\"a\": NaN}|is not JSON at line 1",
                "{\"a\": 01}|is not JSON at line 1",
                "{\"a\": 1} {}|is not JSON at line 1",
                "{\"a\": tru}|is not JSON at line 1",
                "// c|is not JSON at line 1",
                "{|is not JSON at line 1, column 2: end of input",
                "1|is not a JSON object",
                "``|is not JSON at line 1, column 1: end of input"
            })
    void refusesWhatIsNoJson(String text, String message) {
        NotJsonException refusal = assertThrows(NotJsonException.class, () -> JsonReading.read(text));
        assertEquals(message, refusal.getMessage().substring(0, message.length()));
    }

    @Test
    void refusesDepthThatWouldExhaustTheStack() {
        assertThrows(NotJsonException.class, () -> JsonReading.read("{\"a\":" + "[".repeat(100_000)));
    }

    @Test
    void readsPastAByteOrderMark() throws NotJsonException {
        assertEquals("{}", JsonReading.read("\uFEFF{}").root().toString());
    }

    private static JsonObject object(Random random, int depth) {
        JsonObject object = new JsonObject();
        for (int i = random.nextInt(5); i >= 0; i--) {
            object.add(text(random), element(random, depth + 1));
        }
        return object;
    }

    private static JsonElement element(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> JsonNull.INSTANCE;
            case 1 -> new JsonPrimitive(random.nextBoolean());
            case 2 -> new JsonPrimitive(text(random));
            case 3 -> new JsonPrimitive(new BigDecimal(new BigInteger(70, random), random.nextInt(40)));
            case 4 -> new JsonPrimitive(random.nextInt());
            case 5 -> object(random, depth);
            default -> {
                JsonArray array = new JsonArray();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(element(random, depth + 1));
                }
                yield array;
            }
        };
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = JsonRoundTripTest.class.getResourceAsStream("/org/rnvr/config/internal/sites/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    @Test
    void saysWhereBytesAreNoText() {
        byte[] bytes = "{\n\"가\": \"x\"}".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xC0;
        NotJsonException refusal = assertThrows(NotJsonException.class, () -> JsonReading.decode(bytes));
        assertEquals("is not UTF-8 text at line 2, column 7", refusal.getMessage());
    }
}
