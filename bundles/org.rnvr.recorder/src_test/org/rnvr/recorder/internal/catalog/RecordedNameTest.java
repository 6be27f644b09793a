package org.rnvr.recorder.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedNameTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant LONG_AFTER = Instant.parse("2027-01-01T00:00:00Z");

    private static RecordedName name(String name) {
        return RecordedName.of(name).orElseThrow();
    }

    @Test
    void readsCameraTimeAndNumber() {
        assertEquals(
                new RecordedName("cam_1", LocalDateTime.of(2026, 11, 23, 0, 0, 1), 1),
                name("cam_1/20261123/cam_1_20261123_000001.mp4"));
        assertEquals(
                new RecordedName("a_20261123", LocalDateTime.of(2026, 11, 23, 23, 59, 59), 12),
                name("a_20261123/20261123/a_20261123_20261123_235959_12.ts"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cam_1_20261123_000001.mp4",
                "cam_1/20261123/cam_2_20261123_000001.mp4",
                "cam_1/20261123/cam_1_20261124_000001.mp4",
                "cam_1/20261123/cam_1_20261123_000001.jpg",
                "cam_1/20261123/cam_1_20261123_000001_.mp4",
                "cam_1/20261123/cam_1_20261123_000001_0.mp4",
                "cam_1/20261123/cam_1_20261123_246001.mp4",
                "cam_1/20260230/cam_1_20260230_000001.mp4",
                "cam_1/20261123/cam_1_20261123_000001.mp4.part",
                ".rnvr/20261123/.rnvr_20261123_000001.mp4",
                "x/cam_1/20261123/cam_1_20261123_000001.mp4"
            })
    void isNoName(String name) {
        assertEquals(Optional.empty(), RecordedName.of(name));
    }

    @Test
    void knowsTheInstantInAZone() {
        assertEquals(
                Instant.parse("2026-11-22T23:00:01Z"),
                name("c/20261123/c_20261123_000001.mkv").start(BERLIN, MINUTE, LONG_AFTER));
    }

    @Test
    void theRepeatedHourIsToldByTheTimeOfTheLastWrite() {
        RecordedName plain = name("c/20261025/c_20261025_023000.mkv");
        RecordedName second = name("c/20261025/c_20261025_023000_2.mkv");
        Instant summer = Instant.parse("2026-10-25T00:30:00Z");
        Instant winter = Instant.parse("2026-10-25T01:30:00Z");
        assertEquals(summer, plain.start(BERLIN, MINUTE, summer.plusSeconds(62)));
        assertEquals(winter, plain.start(BERLIN, MINUTE, winter.plusSeconds(62)));
        assertEquals(summer, second.start(BERLIN, MINUTE, summer.plusSeconds(59)));
        assertEquals(winter, second.start(BERLIN, MINUTE, winter.plusSeconds(62)));
    }

    @Test
    void theRepeatedHourOfACopyIsToldByTheNumber() {
        assertEquals(
                Instant.parse("2026-10-25T00:30:00Z"),
                name("c/20261025/c_20261025_023000.mkv").start(BERLIN, MINUTE, LONG_AFTER));
        assertEquals(
                Instant.parse("2026-10-25T01:30:00Z"),
                name("c/20261025/c_20261025_023000_2.mkv").start(BERLIN, MINUTE, LONG_AFTER));
    }

    @Test
    void anHourThatDaylightSavingSkippedStillGivesATime() {
        assertEquals(
                Instant.parse("2026-03-29T01:30:00Z"),
                name("c/20260329/c_20260329_023000.mkv").start(BERLIN, MINUTE, LONG_AFTER));
    }
}
