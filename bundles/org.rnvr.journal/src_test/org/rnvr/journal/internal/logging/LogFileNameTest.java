package org.rnvr.journal.internal.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFileNameTest {

    @ParameterizedTest
    @CsvSource({
        "rnvr.log, rnvr, .log, false",
        "rnvr_{time:YYYY-MM-DD}.log, rnvr, .log, true",
        "rnvr_{time}.log, rnvr, .log, true",
        "rnvr-%Y-%m-%d.log, rnvr, .log, true",
        "rnvr_%Y%m%d.log, rnvr, .log, true",
        "{time:YYYY-MM-DD}.log, rnvr, .log, true",
        "site.a.log, site.a, .log, false",
        "log, log, '', false"
    })
    void takesTheDateOut(String filename, String stem, String extension, boolean dated) {
        assertEquals(new LogFileName(stem, extension, dated), LogFileName.of(filename));
    }
}
