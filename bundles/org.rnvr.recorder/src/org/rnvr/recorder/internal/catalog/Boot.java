package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which run of the machine this is: readings of the monotonic clock can be compared within one. */
public final class Boot {

    private static final Logger LOGGER = LoggerFactory.getLogger(Boot.class);
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private Boot() {}

    /** The kernel's identity of the boot; where there is none, one of this process, within which readings compare too. */
    public static String identity() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException e) {
            LOGGER.debug("the kernel does not tell its boot", e);
            ProcessHandle process = ProcessHandle.current();
            Instant start = process.info().startInstant().orElse(Instant.EPOCH);
            return "process-" + process.pid() + "-" + start.toEpochMilli();
        }
    }
}
