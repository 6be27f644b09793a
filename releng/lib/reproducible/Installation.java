import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes an installation that p2 has just made the same each time: without when and where it was made, and in order where
 * order is by chance. Arguments: the installation, the folder that shall stand in it as its own, and the time in seconds
 * that shall stand in it.
 */
final class Installation {

    private static final Pattern PROFILE = Pattern.compile("<profile id='[^']*' timestamp='(\\d+)'>");
    private static final Pattern INSTALLED =
            Pattern.compile("name='org\\.eclipse\\.equinox\\.p2\\.installFolder' value='([^']*)'");
    private static final Pattern UNZIPPED = Pattern.compile("(name='unzipped\\|[^']*' value=')([^']*)'");

    private final Path installation;
    private final String home;
    private final long seconds;

    private Installation(Path installation, String home, long seconds) {
        this.installation = installation;
        this.home = home;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws IOException {
        new Installation(Path.of(arguments[0]), arguments[1], Long.parseLong(arguments[2])).make();
    }

    private void make() throws IOException {
        P2Xml xml = new P2Xml(seconds);
        Path p2 = installation.resolve("p2");
        Path engine = p2.resolve("org.eclipse.equinox.p2.engine");
        // The repositories of the build, which nobody has who installs.
        delete(engine.resolve(".settings"));
        sortProperties(installation.resolve("configuration/config.ini"));
        for (Path arguments : below(engine, "jvmargs")) {
            sortProperties(arguments);
        }
        for (Path artifacts : below(installation, "artifacts.xml")) {
            Files.writeString(artifacts, xml.sortArtifacts(xml.date(Files.readString(artifacts))));
        }
        Path platform = installation.resolve("configuration/org.eclipse.update/platform.xml");
        Files.writeString(platform, xml.date(Files.readString(platform)));
        for (Path zip : below(p2.resolve("org.eclipse.equinox.p2.core/cache/binary"), "")) {
            new Zip(seconds).anew(zip);
        }
        keepLastProfile(below(engine.resolve("profileRegistry"), ".profile.gz"));
    }

    private static void sortProperties(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            Files.write(
                    file,
                    lines.filter(line -> !line.startsWith("#")).sorted().toList(),
                    StandardCharsets.ISO_8859_1);
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
            out.write(P2Xml.sortOneLineElements(text).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The list is of files, each followed by a bar. */
    private static String sorted(String list) {
        return Arrays.stream(list.split("\\|")).sorted().map(file -> file + "|").collect(Collectors.joining());
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
