import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that p2 writes, without when that was, and in order where order is by chance.
 *
 * @param seconds the time that shall stand in them
 */
record P2Xml(long seconds) {

    private static final Pattern ONE_LINE = Pattern.compile("( *)<([a-z]+) [^<>]*/>");
    private static final Pattern MADE_AT = Pattern.compile("(name='p2\\.timestamp' value='|<config date=\")\\d+");
    private static final Pattern ARTIFACT = Pattern.compile(" *<artifact .*?</artifact>\n", Pattern.DOTALL);
    private static final Pattern UNIT = Pattern.compile(" *<unit .*?</unit>\n", Pattern.DOTALL);

    String date(String text) {
        return MADE_AT.matcher(text).replaceAll("$1" + seconds * 1000);
    }

    String sortArtifacts(String text) {
        return sorted(ARTIFACT, text);
    }

    String sortUnits(String text) {
        return sorted(UNIT, text);
    }

    /** Sorts neighbouring elements of the same name that take one line each. */
    static String sortOneLineElements(String lines) {
        StringBuilder text = new StringBuilder();
        List<String> run = new ArrayList<>();
        String kind = "";
        for (String line : lines.lines().toList()) {
            Matcher element = ONE_LINE.matcher(line);
            String next = element.matches() ? element.group(1) + element.group(2) : "";
            if (!next.equals(kind)) {
                flush(run, text);
                kind = next;
            }
            if (next.isEmpty()) {
                text.append(line).append('\n');
            } else {
                run.add(line);
            }
        }
        flush(run, text);
        return text.toString();
    }

    private static void flush(List<String> run, StringBuilder text) {
        run.stream().sorted().forEach(line -> text.append(line).append('\n'));
        run.clear();
    }

    private static String sorted(Pattern pattern, String text) {
        Iterator<String> parts = pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .iterator();
        return pattern.matcher(text).replaceAll(part -> Matcher.quoteReplacement(parts.next()));
    }
}
