package org.rnvr.app.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.equinox.app.IApplication;
import org.rnvr.config.Container;
import org.rnvr.media.Progress;
import org.rnvr.recording.CatalogReport;
import org.rnvr.recording.ExportRequest;
import org.rnvr.recording.ExportResult;
import org.rnvr.recording.RecordingTools;
import org.rnvr.recording.VerificationReport;

/** A command on recordings, as the launching script passes it on. */
sealed interface RecordingsCommand extends CommandApplication.Command<RecordingTools> {

    @Override
    Integer run(RecordingTools tools, Terminal terminal) throws IOException;

    /**
     * Reads a command.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    static RecordingsCommand parse(String... arguments) {
        String name = arguments.length == 0 ? "" : arguments[0];
        List<String> rest =
                arguments.length == 0 ? List.of() : Arrays.asList(arguments).subList(1, arguments.length);
        return switch (name + " " + rest.size()) {
            case "verify 2" -> new Verify(Path.of(rest.get(0)), Path.of(rest.get(1)));
            case "compare 1" -> new Compare(Path.of(rest.get(0)));
            case "adopt 2" -> new Adopt(Path.of(rest.get(0)), Path.of(rest.get(1)));
            case "export 7" -> Export.parse(rest);
            default -> throw new IllegalArgumentException(Messages.recordingsUsage);
        };
    }

    /** Compares an export with its manifest. */
    record Verify(Path data, Path folder) implements RecordingsCommand {

        @Override
        public Integer run(RecordingTools tools, Terminal terminal) throws IOException {
            VerificationReport report = tools.verify(data, folder, Progress.NONE);
            report.problems().forEach(terminal.out()::println);
            terminal.out()
                    .println(Messages.format(
                            report.isGood() ? Messages.verifyGood : Messages.verifyBad,
                            report.files(),
                            report.problems().size()));
            terminal.out().println(Messages.format(ofKey(report), report.keyFingerprint()));
            return report.isGood() ? IApplication.EXIT_OK : Terminal.EXIT_PROBLEM;
        }
    }

    private static String ofKey(VerificationReport report) {
        if (report.keyFingerprint().isEmpty()) {
            return Messages.verifyNoKey;
        }
        return report.ownKey() ? Messages.verifyOwnKey : Messages.verifyOtherKey;
    }

    /** Compares recordings with their catalog. */
    record Compare(Path recordings) implements RecordingsCommand {

        @Override
        public Integer run(RecordingTools tools, Terminal terminal) throws IOException {
            CatalogReport report = tools.compare(recordings, Progress.NONE);
            PrintStream out = terminal.out();
            print(out, Messages.compareMissing, report.missing());
            print(out, Messages.compareChanged, report.changed());
            print(out, Messages.compareUnknown, report.entered());
            print(out, Messages.compareUnreadable, report.unreadable());
            out.println(
                    Messages.format(report.isClean() ? Messages.compareGood : Messages.compareBad, report.segments()));
            return report.isClean() ? IApplication.EXIT_OK : Terminal.EXIT_PROBLEM;
        }

        private static void print(PrintStream out, String text, List<Path> files) {
            files.forEach(file -> out.println(Messages.format(text, file)));
        }
    }

    /** Takes a volume for the right one. */
    record Adopt(Path data, Path recordings) implements RecordingsCommand {

        @Override
        public Integer run(RecordingTools tools, Terminal terminal) throws IOException {
            tools.adopt(data, recordings);
            terminal.out().println(Messages.format(Messages.adopted, recordings));
            return IApplication.EXIT_OK;
        }
    }

    /** Takes recordings away. */
    record Export(Path data, Path recordings, ExportRequest request) implements RecordingsCommand {

        private static Export parse(List<String> arguments) {
            Path data = Path.of(arguments.get(0));
            Path recordings = Path.of(arguments.get(1));
            Path destination = Path.of(arguments.get(2));
            List<String> cameras = List.of(arguments.get(3).split(","));
            Instant from = time(arguments.get(4));
            Instant to = time(arguments.get(5));
            Container container = container(arguments.get(6));
            return new Export(data, recordings, new ExportRequest(cameras, from, to, container, destination, ""));
        }

        private static Container container(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "mp4" -> Container.MP4;
                case "mkv" -> Container.MKV;
                default -> throw new IllegalArgumentException(Messages.format(Messages.exportFormat, text));
            };
        }

        /** A time with its offset, or else of this machine's zone. */
        private static Instant time(String text) {
            String form = text.strip().replace(' ', 'T');
            try {
                return OffsetDateTime.parse(form).toInstant();
            } catch (DateTimeException withoutOffset) {
                try {
                    return LocalDateTime.parse(form)
                            .atZone(ZoneId.systemDefault())
                            .toInstant();
                } catch (DateTimeException e) {
                    throw new IllegalArgumentException(Messages.format(Messages.exportTime, text), e);
                }
            }
        }

        @Override
        public Integer run(RecordingTools tools, Terminal terminal) throws IOException {
            ExportResult result = tools.export(data, recordings, request, Progress.NONE);
            result.files().forEach(file -> terminal.out()
                    .println(Messages.format(
                            Messages.exportFile, file.file(), file.start(), file.end(), file.frames())));
            terminal.out().println(Messages.format(Messages.exported, result.folder()));
            result.problems().forEach(terminal.err()::println);
            return result.problems().isEmpty() ? IApplication.EXIT_OK : Terminal.EXIT_PROBLEM;
        }
    }
}
