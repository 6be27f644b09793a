package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RtspUrlTest {

    @ParameterizedTest
    @CsvSource({
        "rtsp://camera, camera, 554, rtsp://camera",
        "RTSP://camera/a, camera, 554, rtsp://camera/a",
        "rtsps://camera/a, camera, 322, rtsps://camera/a",
        "rtsp://10.0.0.1:8554/Streaming/Channels/101?transportmode=unicast, 10.0.0.1, 8554,"
                + " rtsp://10.0.0.1:8554/Streaming/Channels/101?transportmode=unicast",
        "rtsp://[fe80::1%eth0]:554/a, fe80::1%eth0, 554, rtsp://[fe80::1%eth0]:554/a",
        "rtsp://host/cam/realmonitor?channel=1&subtype=0#x, host, 554,"
                + " rtsp://host/cam/realmonitor?channel=1&subtype=0#x",
        "rtsp://host/{brackets}|and:colons@, host, 554, rtsp://host/{brackets}|and:colons@",
        "' rtsp://host/a ', host, 554, rtsp://host/a",
    })
    void aCamerasUrlIsTakenAsItIs(String text, String host, int port, String location) {
        assertEquals(new RtspUrl(location, host, port), RtspUrl.parse(text).orElseThrow());
    }

    @Test
    void userNameAndPasswordAreLeftOut() {
        RtspUrl url = RtspUrl.parse("rtsp://user:p@ss:word@host:1554/a").orElseThrow();
        assertEquals(new RtspUrl("rtsp://host:1554/a", "host", 1554), url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rtsp://",
                "rtsp:///path",
                "http://host/",
                "rtsp:host",
                "//host/a",
                "rtsp://host:0/",
                "rtsp://host:65536/",
                "rtsp://host:port/",
                "rtsp://ho st/",
                "rtsp://[::1/"
            })
    void whatIsNoRtspUrlIsRefused(String text) {
        assertTrue(RtspUrl.parse(text).isEmpty());
    }
}
