package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecoderFailuresTest {

    private final List<String> log = new ArrayList<>();
    private final DecoderFailures failures = new DecoderFailures("gate", log::add);

    @Test
    void aDecoderThatFailsInManyWindowsIsToldOnce() {
        failures.failed("v4l2h264dec", "Device lost");
        failures.failed("v4l2h264dec", "Device lost");
        assertEquals(List.of("gate: the decoder v4l2h264dec failed and is passed over: Device lost"), log);
    }

    @Test
    void everyDecoderIsToldOf() {
        failures.failed("v4l2h264dec", "Device lost");
        failures.failed("omxh264dec", "No memory");
        assertEquals(2, log.size());
    }

    @Test
    void whatIsTriedAgainIsToldAgain() {
        failures.failed("v4l2h264dec", "Device lost");
        failures.forget();
        failures.failed("v4l2h264dec", "Device lost");
        assertEquals(2, log.size());
    }
}
