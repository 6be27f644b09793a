package org.rnvr.config.internal.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.config.Credentials;

class CameraUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ; ",
            nullValues = "-",
            value = {
                "rtsp://10.0.0.5/s ; rtsp://10.0.0.5/s ; - ; -",
                "RTSP://10.0.0.5:554 ; rtsp://10.0.0.5:554 ; - ; -",
                "rtsps://[fe80::1]:322/s?a=b#c ; rtsps://[fe80::1]:322/s?a=b#c ; - ; -",
                "rtsp://admin:geheim@10.0.0.5:554/s ; rtsp://10.0.0.5:554/s ; admin ; geheim",
                "rtsp://admin@camera1/s ; rtsp://camera1/s ; admin ; ''",
                "rtsp://:geheim@camera1/s ; rtsp://camera1/s ; '' ; geheim",
                "rtsp://@camera1/s ; rtsp://camera1/s ; '' ; ''",
                "rtsp://admin:p@ss:/#w~rd@10.0.0.5:554/stream ; rtsp://10.0.0.5:554/stream ; admin ; p@ss:/#w~rd",
                "rtsp://admin:@:/#%~@10.0.0.5/s ; rtsp://10.0.0.5/s ; admin ; @:/#%~",
                "rtsp://admin:p%40ss%3A%2F%23@10.0.0.5/s ; rtsp://10.0.0.5/s ; admin ; p@ss:/#",
                "rtsp://%EA%B0%80:1%2b1@10.0.0.5/s ; rtsp://10.0.0.5/s ; 가 ; 1+1",
                "rtsp://admin:100%@10.0.0.5/s ; rtsp://10.0.0.5/s ; admin ; 100%",
                "rtsp://admin:a%40@b@10.0.0.5/s ; rtsp://10.0.0.5/s ; admin ; a%40@b",
                "rtsp://admin:%ff@10.0.0.5/s ; rtsp://10.0.0.5/s ; admin ; %ff",
                "rtsp://admin:가@10.0.0.5/s ; rtsp://10.0.0.5/s ; admin ; 가",
                "rtsp://admin:12/34@10.0.0.5/s ; rtsp://10.0.0.5/s ; admin ; 12/34",
                "rtsp://admin:what?@cam.lan/s ; rtsp://cam.lan/s ; admin ; what?",
                "rtsp://10.0.0.5:554/live/user@host.example/s ; rtsp://10.0.0.5:554/live/user@host.example/s ; - ; -",
                "rtsp://camera1/live/user@10.0.0.5/s ; rtsp://camera1/live/user@10.0.0.5/s ; - ; -",
                "rtsp://admin:geheim@camera1/live@main/s ; rtsp://camera1/live@main/s ; admin ; geheim",
                "rtsp://admin:geheim@10.0.0.5/a@10.0.0.6/s ; rtsp://10.0.0.5/a@10.0.0.6/s ; admin ; geheim",
                "rtsp://admin:a@b/c@10.0.0.5/s ; rtsp://10.0.0.5/s ; admin ; a@b/c",
                "rtsp://admin:a/b/@c/d@camera1/s ; rtsp://camera1/s ; admin ; a/b/@c/d",
            })
    void takesApart(String text, String address, String username, String password) {
        CameraUrl url = CameraUrl.parse(text).orElseThrow();
        assertEquals(address, url.address());
        assertEquals(Optional.ofNullable(username).map(name -> new Credentials(name, password)), url.userInfo());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.5/s",
                "http://10.0.0.5/s",
                "rtsp://",
                "rtsp:///s",
                "rtsp://admin:geheim@/s",
                "rtsp://10.0.0.256/s",
                "rtsp://10.0.0.5:0/s",
                "rtsp://10.0.0.5:65536/s",
                "rtsp://10.0.0.5:port/s",
                "rtsp://two words/s",
                "rtsp://10.0.0.5/a\nb"
            })
    void refusesWhatNamesNoHost(String text) {
        assertEquals(Optional.empty(), CameraUrl.parse(text));
    }

    @Test
    void saysWhenTheStandardWouldHaveItOtherwise() {
        assertTrue(
                CameraUrl.parse("rtsp://admin:a@b/c@10.0.0.5/s").orElseThrow().guessed());
        assertFalse(CameraUrl.parse("rtsp://admin:p@ss:/#w@10.0.0.5/s")
                .orElseThrow()
                .guessed());
        assertFalse(CameraUrl.parse("rtsp://admin:geheim@10.0.0.5/a@b/s")
                .orElseThrow()
                .guessed());
    }

    @Test
    void hidesWhatMayBeSecret() {
        CameraUrl url = CameraUrl.parse("rtsp://admin:geheim@10.0.0.5:554/s?password=geheim")
                .orElseThrow();
        assertEquals("CameraUrl[rtsp://10.0.0.5:554]", url.toString());
    }
}
