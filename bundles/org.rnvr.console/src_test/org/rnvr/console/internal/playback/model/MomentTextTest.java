package org.rnvr.console.internal.playback.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTextTest {

    private final MomentText text = new MomentText(ZoneId.of("Asia/Seoul"));
    private final Instant otherwise = Instant.parse("2026-11-26T03:04:05Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-25 14:03:22, 2026-11-25T05:03:22Z",
        "2026-11-25 14:03:22.5, 2026-11-25T05:03:22.500Z",
        "2026-11-25 14:03:22.480, 2026-11-25T05:03:22.480Z",
        "2026-11-25T9:03, 2026-11-25T00:03:00Z",
        "'  9:03 ', 2026-11-26T00:03:00Z",
        "2026-11-25, 2026-11-24T15:00:00Z",
        "2026.11.25, 2026-11-24T15:00:00Z",
        "11-25 9:00, 2026-11-25T00:00:00Z"
    })
    void momentsAreRead(String written, Instant expected) {
        assertEquals(Optional.of(expected), text.read(written, otherwise));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2026-02-30 10:00", "25:00", "2026-11-25 10:00 11:00"})
    void otherThingsAreNot(String written) {
        assertEquals(Optional.empty(), text.read(written, otherwise));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertEquals("2026-11-26 12:04:05", text.seconds(otherwise));
        Instant moment = otherwise.plusMillis(78);
        assertEquals(Optional.of(moment), text.read(text.millis(moment), Instant.EPOCH));
    }
}
