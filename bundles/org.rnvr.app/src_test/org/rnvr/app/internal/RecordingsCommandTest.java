package org.rnvr.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.Container;
import org.rnvr.recording.ExportRequest;

class RecordingsCommandTest {

    private static RecordingsCommand export(String from, String to, String format) {
        return RecordingsCommand.parse("export", "/data", "/recordings", "/usb", "a,b", from, to, format);
    }

    @Test
    void anExportIsReadWithItsTimes() {
        assertEquals(
                new RecordingsCommand.Export(
                        Path.of("/data"),
                        Path.of("/recordings"),
                        new ExportRequest(
                                List.of("a", "b"),
                                Instant.parse("2026-03-01T09:15:00Z"),
                                LocalDateTime.parse("2026-03-01T23:16:30")
                                        .atZone(ZoneId.systemDefault())
                                        .toInstant(),
                                Container.MKV,
                                Path.of("/usb"),
                                "")),
                export("2026-03-01T10:15:00+01:00", "2026-03-01 23:16:30", "mkv"));
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, 2026-03-01T10:16:00, mp4, yesterday",
        "2026-03-01T10:15:00Z, 2026-03-01T10:16, ts, ts",
        "2026-03-01T10:16:00Z, 2026-03-01T10:15:00Z, mp4, 2026-03-01T10:16:00Z",
    })
    void aBadExportIsRefusedWithWhatIsWrong(String from, String to, String format, String said) {
        String message = assertThrows(IllegalArgumentException.class, () -> export(from, to, format))
                .getMessage();
        assertEquals(true, message.contains(said), message);
    }

    @Test
    void whatIsNoCommandIsRefused() {
        for (String[] none :
                new String[][] {{}, {"compare"}, {"verify", "one"}, {"adopt", "1", "2", "3"}, {"burn", "x"}}) {
            assertThrows(IllegalArgumentException.class, () -> RecordingsCommand.parse(none));
        }
    }
}
