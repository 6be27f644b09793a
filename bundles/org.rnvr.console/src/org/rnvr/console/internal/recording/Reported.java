package org.rnvr.console.internal.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.rnvr.recording.CatalogReport;

/** What a comparison of catalog and files showed, in words, file by file. */
final class Reported {

    /** Enough to see what it is about; the journal has the numbers. */
    static final int FILES_SHOWN = 200;

    private Reported() {}

    static String of(CatalogReport report) {
        String compared = NLS.bind(Messages.report_compared, report.segments(), seconds(report));
        if (report.isClean()) {
            return compared + " " + Messages.report_clean;
        }
        return Stream.of(
                        Stream.of(compared),
                        part(Messages.report_missing, report.missing()),
                        part(Messages.report_changed, report.changed()),
                        part(Messages.report_entered, report.entered()),
                        part(Messages.report_unreadable, report.unreadable()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String seconds(CatalogReport report) {
        return report.took().toSeconds() + "." + report.took().toMillisPart() / 100;
    }

    private static Stream<String> part(String heading, List<Path> files) {
        if (files.isEmpty()) {
            return Stream.empty();
        }
        Stream<String> more = files.size() > FILES_SHOWN
                ? Stream.of("  " + NLS.bind(Messages.report_more, files.size() - FILES_SHOWN))
                : Stream.empty();
        return Stream.of(
                        Stream.of(NLS.bind(heading, files.size())),
                        files.stream().limit(FILES_SHOWN).map(file -> "  " + file),
                        more)
                .flatMap(lines -> lines);
    }
}
