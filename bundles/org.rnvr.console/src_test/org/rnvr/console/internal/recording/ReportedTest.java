package org.rnvr.console.internal.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnvr.recording.CatalogReport;

class ReportedTest {

    private final Amounts amounts = new Amounts(Locale.ENGLISH);

    @Test
    void filesThatDifferAreNamed() {
        String said = Reported.of(new CatalogReport(
                12,
                List.of(Path.of("/r/a.mp4"), Path.of("/r/b.mp4")),
                List.of(),
                List.of(Path.of("/r/c.mp4")),
                List.of(),
                Duration.ofMillis(1500)));
        List<String> lines = said.lines().toList();
        assertEquals(6, lines.size(), said);
        assertTrue(lines.get(0).contains("12") && lines.get(0).contains("1.5"), said);
        assertEquals("  /r/b.mp4", lines.get(3));
        assertEquals(Messages.report_entered.replace("{0}", "1"), lines.get(4));
    }

    @Test
    void oneMindIsSaidAndALongListIsCutShort() {
        CatalogReport clean = new CatalogReport(3, List.of(), List.of(), List.of(), List.of(), Duration.ofSeconds(1));
        assertTrue(Reported.of(clean).endsWith(Messages.report_clean));
        List<Path> many =
                IntStream.range(0, 1000).mapToObj(i -> Path.of("/r/" + i)).toList();
        List<String> lines = Reported.of(
                        new CatalogReport(1000, many, List.of(), List.of(), List.of(), Duration.ofSeconds(1)))
                .lines()
                .toList();
        assertEquals(2 + Reported.FILES_SHOWN + 1, lines.size());
        assertTrue(lines.get(lines.size() - 1).contains("800"));
    }

    @Test
    void amountsHaveTheirUnits() {
        assertEquals("0.00 kB", amounts.size(0));
        assertEquals("1.50 MB", amounts.size(1_500_000));
        assertEquals("12.3 GB", amounts.size(12_340_000_000L));
        assertEquals("4,500 PB", amounts.size(4_500_000_000_000_000_000L));
        assertEquals("4.00 Mbit/s", amounts.rate(500_000));
        assertEquals("25%", amounts.percent(1, 4));
        assertEquals("0%", amounts.percent(0, 0));
        assertEquals(span(Messages.span_days, 2, 5), amounts.span(Duration.ofHours(53)));
        assertEquals(span(Messages.span_hours, 3, 7), amounts.span(Duration.ofMinutes(187)));
        assertEquals(span(Messages.span_minutes, 9, 0), amounts.span(Duration.ofSeconds(599)));
    }

    private static String span(String words, long first, long second) {
        return words.replace("{0}", "" + first).replace("{1}", "" + second);
    }
}
