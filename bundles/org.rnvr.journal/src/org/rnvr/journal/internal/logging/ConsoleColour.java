package org.rnvr.journal.internal.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether what goes to the standard error is seen on a terminal that shows colours. */
final class ConsoleColour {

    private static final Logger LOGGER = LoggerFactory.getLogger(ConsoleColour.class);
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private ConsoleColour() {}

    static boolean isShown() {
        return System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM")) && isTerminal(STANDARD_ERROR);
    }

    /** {@link System#console()} tells only of the standard input and output. */
    private static boolean isTerminal(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            LOGGER.debug("cannot find out whether the standard error is a terminal", e);
            return false;
        }
    }
}
