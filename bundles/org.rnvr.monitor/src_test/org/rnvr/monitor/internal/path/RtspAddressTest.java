package org.rnvr.monitor.internal.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RtspAddressTest {

    @ParameterizedTest
    @CsvSource({
        "rtsp://192.168.0.8/stream, 192.168.0.8, 554, false",
        "rtsp://192.168.0.8:8554, 192.168.0.8, 8554, false",
        "RTSP://gate.example:8554/a?b=c, gate.example, 8554, false",
        "rtsps://gate.example/a, gate.example, 322, true",
        "rtsp://[2001:db8::7]/a, 2001:db8::7, 554, false",
        "rtsp://[fe80::1%eth0]:8554/a, fe80::1%eth0, 8554, false",
        "rtsp://gate.example:/a, gate.example, 554, false",
        "rtsp://gate.example?channel=1, gate.example, 554, false",
        "'rtsp://gate.example/a b|c{0}', gate.example, 554, false",
        "rtsp://gate.example/mail@domain, gate.example, 554, false"
    })
    void hostAndPortAreTakenFromTheUrl(String url, String host, int port, boolean tls) {
        RtspAddress address = RtspAddress.of(url).orElseThrow();
        assertEquals(host, address.host());
        assertEquals(port, address.port());
        assertEquals(tls, address.tls());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rtsp://",
                "rtsp:///a",
                "http://gate.example/a",
                "gate.example/a",
                "rtsp://gate.example:99999/a",
                "rtsp://gate.example:0/a",
                "rtsp://gate.example:a/",
                "rtsp://[2001:db8::7/a",
                "rtsp://ga te/a",
                "rtsp://gate.example/a\r\nCSeq: 2"
            })
    void whatIsNoAddressHasNone(String url) {
        assertTrue(RtspAddress.of(url).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"rtsp://user:secret@gate.example/a, rtsp://gate.example/a", "rtsp://[::1]:8554/a, rtsp://[::1]:8554/a"})
    void requestUrlHoldsNoSecret(String url, String requested) {
        assertEquals(requested, RtspAddress.of(url).orElseThrow().url());
    }
}
