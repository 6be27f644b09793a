package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who exports.
 *
 * @param version version of RNVR
 * @param host name of this machine
 */
public record Origin(String version, String host) {

    private static final Logger LOGGER = LoggerFactory.getLogger(Origin.class);
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    public Origin {
        Objects.requireNonNull(version);
        Objects.requireNonNull(host);
    }

    /** This machine, and the version of RNVR that runs: the bundle's own where none is told. */
    public static Origin here(BundleContext context) {
        String version = context.getProperty("rnvr.version");
        return new Origin(version == null ? context.getBundle().getVersion().toString() : version, hostName());
    }

    /** From the kernel: no name server is asked. */
    private static String hostName() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException e) {
            LOGGER.warn("this machine's name cannot be read: {}", Failure.reason(e));
            return "unknown";
        }
    }
}
