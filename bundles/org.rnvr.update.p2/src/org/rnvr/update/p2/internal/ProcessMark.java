package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which process made something: its number and when it began, as one number alone is given to another process some day. The
 * launching script looks at the same mark.
 */
final class ProcessMark {

    private static final int START_TIME = 19; // field 22 of the file, the third being the first after the name

    private ProcessMark() {}

    /** Leaves the mark of this process. */
    static void write(Path file) throws IOException {
        Files.writeString(file, text(ProcessHandle.current().pid()) + "\n");
    }

    /** Whether the process that left its mark runs. */
    static boolean isOfRunning(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        String[] mark = Files.readString(file).strip().split(" ");
        return mark.length == 2
                && mark[0].matches("\\d{1,18}")
                && text(Long.parseLong(mark[0])).equals(mark[0] + " " + mark[1]);
    }

    private static String text(long pid) throws IOException {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(stat)) {
            return pid + " gone";
        }
        String line = Files.readString(stat);
        return pid + " " + line.substring(line.lastIndexOf(')') + 2).split(" ")[START_TIME];
    }
}
