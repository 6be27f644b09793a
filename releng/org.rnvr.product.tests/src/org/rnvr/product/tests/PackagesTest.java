package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.RunningRecorder;
import org.rnvr.lab.fixture.SiteConfiguration;

/** What {@code releng/package} makes, each unpacked into a clean folder and started there. */
@Isolated
class PackagesTest {

    private static final Path ROOT = Path.of(System.getProperty("rnvr.root"));
    private static final Duration MAKING = Duration.ofMinutes(5);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration RECORD = Duration.ofSeconds(3);
    private static final Duration LONGEST_END = Duration.ofSeconds(3);
    private static final Pattern ARTIFACT = Pattern.compile(
            "<artifact classifier='([^']+)' id='([^']+)' version='([^']+)'>[^a-z]*<properties .*?'download\\.checksum\\.sha-256' value='([^']+)'",
            Pattern.DOTALL);
    private static final Map<String, String> PLACES =
            Map.of("osgi.bundle", "plugins", "org.eclipse.update.feature", "features", "binary", "binary");
    /** Whom {@code nobody} is on every Linux. */
    private static final String NOBODY = "65534";

    /** Below the folder for temporary files, where other users may look into what they are allowed to. */
    private static Path folder;

    /** What is unpacked of the archive. */
    private static Path archive;

    private static Path debian;
    /** The p2 repository, packed. */
    private static Path repository;
    /** What is unpacked of the Debian package, as if this were the root of a system. */
    private static Path system;

    @BeforeAll
    static void make() throws IOException {
        folder = Files.createTempDirectory("rnvr-packages");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path output = folder.resolve("output");
        Command made = Command.run(
                MAKING, List.of(ROOT.resolve("releng/package").toString(), "--built", "--output", output.toString()));
        assertEquals(0, made.exitCode(), made.output());
        Path packed = made(output, "rnvr-.*-linux-x86_64\\.tar\\.gz");
        Command.succeed("tar", "-xzf", packed.toString(), "-C", folder.toString());
        archive = folder.resolve("rnvr");
        debian = made(output, "rnvr_.*_amd64\\.deb");
        repository = made(output, "rnvr-.*-p2\\.zip");
        system = folder.resolve("system");
        Command.succeed("dpkg-deb", "-x", debian.toString(), system.toString());
    }

    @AfterAll
    static void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void theArchiveRecordsTheDemoCameraWithTheJavaItBrings() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path data = Files.createDirectories(home.resolve(".local/share/rnvr/demo"));
        Map<String, String> environment =
                Map.of("HOME", home.toString(), "PATH", pathWithoutJava().toString());
        try (RunningRecorder recorder = RunningRecorder.startInstalled(
                data,
                List.of(
                        "/usr/bin/env",
                        "--default-signal=INT,HUP",
                        archive.resolve("rnvr").toString(),
                        "--headless"),
                environment)) {
            recorder.journal().await("recording_started", "demo1", 1, START);
            assertEquals(Set.of(archive.resolve("jre/bin/java").toString()), javas(recorder));
            recordAndEnd(recorder, "demo1");
        }
    }

    /** A detection strategy of a third party may use any of it. */
    @Test
    void theJavaOfTheArchiveIsAllOfJavaSe() {
        String modules = Command.succeed(archive.resolve("jre/bin/java").toString(), "--list-modules");
        assertTrue(modules.contains("java.se@") && modules.contains("jdk.crypto.ec@"), modules);
    }

    @Test
    void nothingInTheArchiveTellsWhereItWasBuilt() throws IOException {
        String built = Product.launcher().getParent().toString();
        int profiles = 0;
        for (Path file : files(archive)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".profile.gz")) {
                profiles++;
                try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    assertFalse(new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(built), file.toString());
                }
            } else if (name.matches(".*\\.(xml|ini|prefs|info)|jvmargs")) {
                assertFalse(Files.readString(file).contains(ROOT.toString()), file.toString());
            }
        }
        assertEquals(1, profiles);
    }

    /** As the service is started, with the folders of the system moved below a clean one. */
    @Test
    void theServiceOfTheDebianPackageRecordsAsAnotherUser() throws IOException {
        Path data = Files.createDirectories(system.resolve("var/lib/rnvr"));
        try (CameraProcess camera = CameraProcess.start("--port", "0", "--cameras", "1", "--mode", "clip")) {
            Path configuration = new SiteConfiguration()
                    .camera("front", camera.url("demo1").replace("rtsp://", "rtsp://operator:secret@"))
                    .write(system.resolve("etc/rnvr/IT_RNVR.json"));
            boolean root = "root".equals(System.getProperty("user.name"));
            if (root) {
                Command.succeed(
                        "chown",
                        "-R",
                        NOBODY + ":" + NOBODY,
                        data.toString(),
                        configuration.getParent().toString());
            }
            List<String> command = Stream.concat(
                            root ? asNobody() : Stream.of("env", "--default-signal=INT,HUP"), serviceCommand())
                    .toList();
            Map<String, String> environment = Map.of("HOME", data.toString(), "PATH", System.getenv("PATH"));
            try (RunningRecorder recorder = RunningRecorder.startInstalled(data, command, environment)) {
                recordAndEnd(recorder, "front");
            }
            assertFalse(Files.readString(configuration).contains("secret@"), "the password stays in the configuration");
        }
    }

    @Test
    void whatTheDebianPackageNeedsIsWhatTheTestsRanWith() {
        Set<String> installed = new HashSet<>();
        Command.succeed("dpkg-query", "-W", "-f", "${Package}\\n${Provides}\\n")
                .lines()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(name -> name.strip().split(" ")[0])
                .forEach(installed::add);
        String depends = field("Depends");
        assertTrue(depends.startsWith("openjdk-17-jre-headless | java17-runtime-headless, "), depends);
        for (String dependency : depends.split(", ")) {
            assertTrue(Arrays.stream(dependency.split(" \\| ")).anyMatch(installed::contains), dependency);
        }
        assertTrue(depends.contains("libgtk-3-0 | libgtk-3-0t64"), depends);
    }

    @Test
    void theDebianPackageIsOfTheSameVersionAsTheProductInIt() throws IOException {
        assertEquals(
                "RNVR " + field("Version") + "\n",
                Command.succeed(system.resolve("opt/rnvr/rnvr").toString(), "--version"));
        assertEquals(Path.of("/opt/rnvr/rnvr"), Files.readSymbolicLink(system.resolve("usr/bin/rnvr")));
    }

    @Test
    void theRepositoryIsOfTheSameVersionAndHoldsWhatItSays() throws IOException, NoSuchAlgorithmException {
        try (FileSystem zip = FileSystems.newFileSystem(repository)) {
            String units = listed(zip, "content");
            assertTrue(units.contains("<unit id='org.rnvr.product' version='" + field("Version") + "'"));
            Matcher artifact = ARTIFACT.matcher(listed(zip, "artifacts"));
            int artifacts = 0;
            for (; artifact.find(); artifacts++) {
                Path file = zip.getPath(
                        PLACES.get(artifact.group(1)),
                        artifact.group(2) + "_" + artifact.group(3)
                                + (artifact.group(1).equals("binary") ? "" : ".jar"));
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                assertEquals(artifact.group(4), HexFormat.of().formatHex(digest), file.toString());
            }
            assertTrue(artifacts > 100, () -> "too few artifacts in " + repository);
        }
    }

    @Test
    void desktopAndSystemdAccept() throws IOException {
        Command.succeed(
                "desktop-file-validate",
                system.resolve("usr/share/applications/rnvr.desktop").toString(),
                archive.resolve("share/applications/rnvr.desktop").toString());
        Path unit = Files.createDirectory(folder.resolve("units")).resolve("rnvr.service");
        // It looks whether the command is there.
        Files.writeString(unit, Files.readString(unit()).replace("/opt/rnvr", system + "/opt/rnvr"));
        assertEquals("", Command.succeed("systemd-analyze", "verify", "--man=no", unit.toString()));
    }

    private static String listed(FileSystem zip, String name) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(zip.getPath(name + ".jar"))) {
            return Files.readString(jar.getPath(name + ".xml"));
        }
    }

    private static void recordAndEnd(RunningRecorder recorder, String camera) throws IOException {
        recorder.journal().await("recording_started", camera, 1, START);
        Await.pass(RECORD);
        RunningRecorder.Ending ending = recorder.end("TERM");
        assertEquals(0, ending.exitCode(), recorder.terminal());
        assertTrue(ending.ownTime().compareTo(LONGEST_END) <= 0, ending.toString());
        List<Path> files = recorder.recordings(camera);
        assertEquals(1, files.size());
        assertTrue(Recording.play(files.get(0)).seconds() > 1);
    }

    private static Set<String> javas(RunningRecorder recorder) {
        Set<String> javas = new HashSet<>();
        for (long process : recorder.processes()) {
            ProcessHandle.of(process)
                    .flatMap(handle -> handle.info().command())
                    .filter(command -> command.endsWith("/java"))
                    .ifPresent(javas::add);
        }
        return javas;
    }

    /** The commands of the system, without those of Java. */
    private static Path pathWithoutJava() throws IOException {
        Path path = Files.createDirectory(folder.resolve("commands"));
        try (Stream<Path> commands = Files.list(Path.of("/usr/bin"))) {
            for (Path command : commands.toList()) {
                if (Files.exists(command)
                        && !command.toRealPath().getFileName().toString().startsWith("java")) {
                    Files.createSymbolicLink(path.resolve(command.getFileName()), command);
                }
            }
        }
        assertFalse(Files.exists(path.resolve("java")));
        return path;
    }

    private static Stream<String> asNobody() {
        return Stream.of(
                "env",
                "--default-signal=INT,HUP",
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "--bounding-set=-all",
                "--inh-caps=-all",
                "--no-new-privs");
    }

    private static Stream<String> serviceCommand() throws IOException {
        String line = Files.readAllLines(unit()).stream()
                .filter(each -> each.startsWith("ExecStart="))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(line.substring("ExecStart=".length()).split(" "))
                .map(word -> word.startsWith("/") ? system + word : word);
    }

    private static Path unit() {
        return system.resolve("usr/lib/systemd/system/rnvr.service");
    }

    private static String field(String name) {
        return Command.succeed("dpkg-deb", "-f", debian.toString(), name).strip();
    }

    private static Path made(Path output, String name) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(name))
                    .toList();
            assertEquals(1, found.size(), name);
            return found.get(0);
        }
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
