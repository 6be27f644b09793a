package org.rnvr.journal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource({
        "open rtsp://admin:secret@10.0.0.1:554/live now, open rtsp://admin:***@10.0.0.1:554/live now",
        "rtsps://a@b:p@ss:w/rd@host/x, rtsps://a@b:***@host/x",
        "http://u:@h and rtsp://v:w@i, http://u:***@h and rtsp://v:***@i",
        "rtsp://10.0.0.1:554/live, rtsp://10.0.0.1:554/live",
        "rtsp://admin@10.0.0.1/live, rtsp://admin@10.0.0.1/live",
        "mail me@example.org, mail me@example.org"
    })
    void masksPasswordsOfUrlsAlone(String text, String expected) {
        assertEquals(expected, Redaction.of(text));
    }
}
