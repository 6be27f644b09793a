import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Makes a p2 repository that was just built the same each time, without when it was made and in order where order is by
 * chance, or puts one into a zip file. Arguments: tidy or zip, the repository, the time in seconds that shall stand in it,
 * and with zip the file.
 */
final class Repository {

    private static final String INDEX =
            """
            version=1
            metadata.repository.factory.order=content.xml,!
            artifact.repository.factory.order=artifacts.xml,!
            """;
    /** The year 1980. */
    private static final long FIRST_TIME_OF_ZIP = 315_532_800;

    private static final Pattern BINARY = Pattern.compile(
            " *<artifact classifier='binary' id='([^']+)' version='([^']+)'.*?</artifact>\n", Pattern.DOTALL);
    private static final Pattern MEASURED = Pattern.compile(
            "(<property name='(?:artifact|download)\\.(size|md5|checksum\\.[^']+)' value=')[^']*'");
    private static final Map<String, String> ALGORITHMS = Map.of(
            "md5", "MD5",
            "checksum.md5", "MD5",
            "checksum.sha-1", "SHA-1",
            "checksum.sha-256", "SHA-256",
            "checksum.sha-512", "SHA-512");

    private final Path folder;
    private final P2Xml xml;
    private final Zip zip;

    private Repository(Path folder, long seconds) {
        this.folder = folder;
        xml = new P2Xml(seconds);
        zip = new Zip(seconds);
    }

    public static void main(String[] arguments) throws IOException {
        Repository repository = new Repository(Path.of(arguments[1]), Long.parseLong(arguments[2]));
        switch (arguments[0]) {
            case "tidy" -> repository.tidy();
            case "zip" -> repository.zip.ofFolder(repository.folder, Path.of(arguments[3]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private void tidy() throws IOException {
        // They bear versions of their own, so nothing of this build may be in them.
        Zip ofAnyBuild = new Zip(FIRST_TIME_OF_ZIP);
        try (Stream<Path> binaries = Files.list(folder.resolve("binary"))) {
            for (Path binary : binaries.toList()) {
                ofAnyBuild.anew(binary);
            }
        }
        write("content", xml.sortUnits(P2Xml.sortOneLineElements(xml.date(read("content")))));
        String artifacts = BINARY.matcher(read("artifacts"))
                .replaceAll(artifact -> Matcher.quoteReplacement(measured(artifact)));
        write("artifacts", xml.sortArtifacts(P2Xml.sortOneLineElements(xml.date(artifacts))));
        Files.writeString(folder.resolve("p2.index"), INDEX);
    }

    private String read(String name) throws IOException {
        try (ZipFile jar = new ZipFile(folder.resolve(name + ".jar").toFile());
                InputStream in = jar.getInputStream(jar.getEntry(name + ".xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.deleteIfExists(folder.resolve(name + ".xml.xz"));
        zip.ofText(name + ".xml", text, folder.resolve(name + ".jar"));
    }

    /** What is said of a packed file of the product, as it is now. */
    private String measured(MatchResult artifact) {
        try {
            byte[] content = Files.readAllBytes(folder.resolve("binary/" + artifact.group(1) + "_" + artifact.group(2)));
            return MEASURED.matcher(artifact.group())
                    .replaceAll(property -> property.group(1) + measure(property.group(2), content) + "'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String measure(String what, byte[] content) {
        if (what.equals("size")) {
            return Integer.toString(content.length);
        }
        try {
            byte[] digest = MessageDigest.getInstance(ALGORITHMS.get(what)).digest(content);
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
