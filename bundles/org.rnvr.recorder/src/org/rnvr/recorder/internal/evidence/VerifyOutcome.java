package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rnvr.recording.VerificationReport;

/**
 * What a command says of a verification.
 *
 * @param lines to print
 * @param exitCode 0 when everything matches, 1 when something does not, 2 when the folder could not be read
 */
public record VerifyOutcome(List<String> lines, int exitCode) {

    private static final int GOOD = 0;
    private static final int PROBLEMS = 1;
    private static final int UNREADABLE = 2;

    public VerifyOutcome {
        lines = List.copyOf(lines);
    }

    /** Of a folder that was read: its problems, one a line, then what was compared and with which key. */
    public static VerifyOutcome of(Path folder, VerificationReport report) {
        List<String> lines = new ArrayList<>(report.problems());
        lines.add(folder + ": "
                + (report.isGood()
                        ? "everything matches"
                        : counted(report.problems().size(), "problem"))
                + "; " + counted(report.files(), "file") + " compared");
        lines.add(keyLine(report));
        return new VerifyOutcome(lines, report.isGood() ? GOOD : PROBLEMS);
    }

    /** Of a folder that could not be read. */
    public static VerifyOutcome unreadable(IOException failure) {
        return new VerifyOutcome(List.of(Failure.reason(failure)), UNREADABLE);
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String keyLine(VerificationReport report) {
        if (report.keyFingerprint().isEmpty()) {
            return "key: none that can be read";
        }
        return "key: " + report.keyFingerprint()
                + (report.ownKey()
                        ? ", of this installation"
                        : ", not of this installation: compare it with what those say who exported");
    }
}
