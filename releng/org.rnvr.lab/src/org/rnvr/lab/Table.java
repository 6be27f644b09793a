package org.rnvr.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Results as a table that reads well on a terminal and as Markdown. */
final class Table {

    private static final List<String> HEAD = List.of(
            "scenario",
            "net",
            "system",
            "n",
            "noticed",
            "p50",
            "p95",
            "max",
            "lost",
            "p50",
            "max",
            "reconn.",
            "back",
            "p50",
            "max",
            "not rec. p50",
            "max",
            "files",
            "damaged");

    private static final int TEXT_COLUMNS = 3;

    private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));

    Table(List<Results> results) {
        results.stream()
                .flatMap(one -> one.summaries().stream())
                .map(Table::row)
                .forEach(rows::add);
    }

    /** What the columns mean. */
    static String legend() {
        return """
                Times are seconds. n: samples, one for each camera and outage. noticed, lost, back: in how many samples the
                recorder suspected or gave up the session (a bare one: ended), gave it up, had media again; then how long that
                took, from the outage's begin or, for back, from its end to the first frame of a new file or the first media of
                the old session (where a recorder tells of neither, to the first frame in a file that was due after it).
                reconn.: new sessions. not rec.: what is in no file beyond the outage itself, less than nothing where media of
                the outage came later (in loss: what is in no file at all). files, damaged: what the recorder left, and how many
                of it a player complains about. Every session of a camera begins with a key frame, so that no time holds a wait
                for one. All cameras of an outage share its begin: many outages say more than many cameras.""";
    }

    @Override
    public String toString() {
        List<Integer> widths = IntStream.range(0, HEAD.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        List<String> lines =
                rows.stream().map(row -> line(row, widths)).collect(Collectors.toCollection(ArrayList::new));
        lines.add(1, rule(widths));
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> row(Summary summary) {
        Results results = summary.results();
        Figures noticed = summary.noticed();
        Figures verdict = summary.verdict();
        Figures back = summary.back();
        Figures beyond = summary.beyond();
        return List.of(
                results.scenario().name(),
                results.transport().toString(),
                summary.system(),
                Integer.toString(summary.samples().size()),
                Integer.toString(noticed.count()),
                seconds(noticed.percentile(50)),
                seconds(noticed.percentile(95)),
                seconds(noticed.max()),
                Integer.toString(verdict.count()),
                seconds(verdict.percentile(50)),
                seconds(verdict.max()),
                Integer.toString(summary.sessions()),
                Integer.toString(back.count()),
                seconds(back.percentile(50)),
                seconds(back.max()),
                seconds(beyond.percentile(50)),
                seconds(beyond.max()),
                Integer.toString(summary.files().count()),
                Integer.toString(summary.files().damaged()));
    }

    private static String seconds(OptionalDouble millis) {
        if (millis.isEmpty()) {
            return "-";
        }
        double hundredths = Math.round(millis.getAsDouble() / 10);
        return String.format(Locale.ROOT, "%.2f", hundredths / 100);
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> cell(row.get(column), widths.get(column), column < TEXT_COLUMNS))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(String text, int width, boolean left) {
        String space = " ".repeat(width - text.length());
        return left ? text + space : space + text;
    }

    private static String rule(List<Integer> widths) {
        return IntStream.range(0, widths.size())
                .mapToObj(column -> "-".repeat(widths.get(column) + 1) + (column < TEXT_COLUMNS ? "-" : ":"))
                .collect(Collectors.joining("|", "|", "|"));
    }
}
