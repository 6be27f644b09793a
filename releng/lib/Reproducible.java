import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes an installation that p2 has just made the same each time: without when and where it was made, and in order where
 * order is by chance. Arguments: the installation, the folder that shall stand in it as its own, and the time in seconds
 * that shall stand in it.
 */
final class Reproducible {

    private static final Pattern ONE_LINE = Pattern.compile("( *)<([a-z]+) [^<>]*/>");
    private static final Pattern MADE_AT = Pattern.compile("(name='p2\\.timestamp' value='|<config date=\")\\d+");
    private static final Pattern ARTIFACT = Pattern.compile(" *<artifact .*?</artifact>\n", Pattern.DOTALL);
    private static final Pattern PROFILE = Pattern.compile("<profile id='[^']*' timestamp='(\\d+)'>");
    private static final Pattern INSTALLED =
            Pattern.compile("name='org\\.eclipse\\.equinox\\.p2\\.installFolder' value='([^']*)'");
    private static final Pattern UNZIPPED = Pattern.compile("(name='unzipped\\|[^']*' value=')([^']*)'");

    private final Path installation;
    private final String home;
    private final long seconds;

    private Reproducible(Path installation, String home, long seconds) {
        this.installation = installation;
        this.home = home;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws IOException {
        new Reproducible(Path.of(arguments[0]), arguments[1], Long.parseLong(arguments[2])).make();
    }

    private void make() throws IOException {
        Path p2 = installation.resolve("p2");
        Path engine = p2.resolve("org.eclipse.equinox.p2.engine");
        // The repositories of the build, which nobody has who installs.
        delete(engine.resolve(".settings"));
        sortProperties(installation.resolve("configuration/config.ini"));
        for (Path arguments : below(engine, "jvmargs")) {
            sortProperties(arguments);
        }
        for (Path artifacts : below(installation, "artifacts.xml")) {
            date(artifacts);
            sortArtifacts(artifacts);
        }
        date(installation.resolve("configuration/org.eclipse.update/platform.xml"));
        for (Path zip : below(p2.resolve("org.eclipse.equinox.p2.core/cache/binary"), "")) {
            zipAnew(zip);
        }
        keepLastProfile(below(engine.resolve("profileRegistry"), ".profile.gz"));
    }

    private void date(Path file) throws IOException {
        String text = Files.readString(file);
        Files.writeString(file, MADE_AT.matcher(text).replaceAll("$1" + seconds * 1000));
    }

    private static void sortArtifacts(Path file) throws IOException {
        String text = Files.readString(file);
        Iterator<String> sorted = ARTIFACT.matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .iterator();
        Files.writeString(
                file, ARTIFACT.matcher(text).replaceAll(artifact -> Matcher.quoteReplacement(sorted.next())));
    }

    private static void sortProperties(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            Files.write(
                    file,
                    lines.filter(line -> !line.startsWith("#")).sorted().toList(),
                    StandardCharsets.ISO_8859_1);
        }
    }

    private void zipAnew(Path file) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                contents.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                ZipEntry entry = new ZipEntry(content.getKey());
                entry.setTimeLocal(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC));
                zip.putNextEntry(entry);
                zip.write(content.getValue());
            }
        }
    }

    /** The ones before are steps of this installation, to which nobody can go back. */
    private void keepLastProfile(List<Path> profiles) throws IOException {
        Path last = profiles.get(profiles.size() - 1);
        String text;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(last))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (Path profile : profiles) {
            Files.delete(profile);
        }
        String time = Long.toString(seconds * 1000);
        text = text.replace(only(INSTALLED, text), home).replace(only(PROFILE, text), time);
        text = UNZIPPED.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + sorted(match.group(2)) + "'"));
        Path file = last.resolveSibling(time + ".profile.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(sortOneLineElements(text.lines().toList()).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The list is of files, each followed by a bar. */
    private static String sorted(String list) {
        return Arrays.stream(list.split("\\|")).sorted().map(file -> file + "|").collect(Collectors.joining());
    }

    /** Sorts neighbouring elements of the same name that take one line each. */
    private static String sortOneLineElements(List<String> lines) {
        StringBuilder text = new StringBuilder();
        List<String> run = new ArrayList<>();
        String kind = "";
        for (String line : lines) {
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

    private static String only(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("The profile has no " + pattern);
        }
        return found.group(1);
    }

    private static List<Path> below(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
