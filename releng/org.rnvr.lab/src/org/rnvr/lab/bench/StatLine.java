package org.rnvr.lab.bench;

/**
 * What {@code /proc/PID/stat} and {@code /proc/PID/task/TID/stat} tell, see {@code proc(5)}.
 *
 * @param name of the program or thread, cut off by the kernel after 15 characters
 * @param ticks processor time used, in user mode and in the kernel
 */
record StatLine(String name, long ticks) {

    /** Fields after the name, which may itself hold blanks and parentheses. */
    private static final int USER_TICKS = 11;

    private static final int SYSTEM_TICKS = 12;

    static StatLine parse(String line) {
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        if (open < 0 || close < open) {
            throw new IllegalArgumentException("no line of /proc/PID/stat: " + line);
        }
        String[] fields = line.substring(close + 1).trim().split(" ");
        return new StatLine(
                line.substring(open + 1, close),
                Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]));
    }
}
