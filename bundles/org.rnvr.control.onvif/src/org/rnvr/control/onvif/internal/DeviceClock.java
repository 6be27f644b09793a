package org.rnvr.control.onvif.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rnvr.control.spi.XmlElement;

/** Reads what a camera's clock shows from its answer to {@code GetSystemDateAndTime}. */
final class DeviceClock {

    private DeviceClock() {}

    /** Empty when the camera does not tell, or no time that exists. */
    static Optional<Instant> read(XmlElement response) {
        return response.at("SystemDateAndTime", "UTCDateTime").flatMap(DeviceClock::instant);
    }

    private static Optional<Instant> instant(XmlElement utc) {
        try {
            return Optional.of(LocalDateTime.of(
                            number(utc, "Date", "Year"),
                            number(utc, "Date", "Month"),
                            number(utc, "Date", "Day"),
                            number(utc, "Time", "Hour"),
                            number(utc, "Time", "Minute"),
                            Math.min(number(utc, "Time", "Second"), 59))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty(); // the clock was never set, or there is no such day
        }
    }

    private static int number(XmlElement utc, String... path) {
        return utc.numberAt(path).orElse(-1);
    }
}
