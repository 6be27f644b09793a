package org.rnvr.app.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The terminal the product was started from.
 *
 * @param out for what was asked for
 * @param err for problems
 */
record Terminal(PrintStream out, PrintStream err) {

    /** Exit code after a problem that was reported. */
    static final Integer EXIT_PROBLEM = 1;

    /** Exit code where what was given cannot be used at all. */
    static final Integer EXIT_UNUSABLE = 2;

    /** The streams of the process itself: what libraries print is not mixed in buffered. */
    static Terminal ofProcess() {
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err));
    }

    /** Prints what is wrong, and gives the exit code for it. */
    Integer report(ReportedProblemException problem) {
        err.println("rnvr: " + problem.getMessage());
        return EXIT_PROBLEM;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, Charset.defaultCharset());
    }
}
