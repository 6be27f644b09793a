package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropInsTest {

    private static final String NAME = "com.example.detect";

    @TempDir
    Path home;

    private final Map<String, String> installed = new HashMap<>(Map.of("org.rnvr.monitor", "1.0.0"));
    private final Map<String, String> unable = new HashMap<>();
    private final List<List<String>> runs = new ArrayList<>();
    private Path site;
    private Path shared;
    private DropIns dropIns;
    private long written;

    @BeforeEach
    void folders() throws IOException {
        site = folder("site");
        shared = folder("shared");
        dropIns = new DropIns(
                List.of(site, shared),
                FileOwner::ofProcess,
                () -> new InstalledNames(installed, Set.of("org.rnvr.monitor")),
                this::run);
    }

    @Test
    void aBundleIsTakenWhenItIsTheSameForASecondTime() throws IOException {
        Path jar = jar(site, "a.jar", bundle(NAME, "1.0.0"));
        dropIns.look();
        assertRunning();
        dropIns.look();
        assertRunning(NAME + " 1.0.0");
        assertEquals(jar, dropIns.running().get(0).file());
        dropIns.look();
        assertEquals(List.of(List.of(), List.of(NAME + " 1.0.0")), runs);
    }

    @Test
    void itIsReplacedWhenItsFileIsAndStoppedWhenItIsDeleted() throws IOException {
        Path jar = jar(site, "a.jar", bundle(NAME, "1.0.0"));
        lookTwice();
        jar(site, "a.jar", bundle(NAME, "1.1.0"));
        dropIns.look();
        assertRunning(NAME + " 1.0.0");
        dropIns.look();
        assertRunning(NAME + " 1.1.0");
        Files.delete(jar);
        dropIns.look();
        assertRunning();
        assertRefused();
    }

    @Test
    void whatIsHalfCopiedIsTakenWhenItIsWhole() throws IOException {
        Path jar = jar(site, "a.jar", bundle(NAME, "1.0.0"));
        byte[] whole = Files.readAllBytes(jar);
        write(jar, Arrays.copyOf(whole, whole.length / 2));
        lookTwice();
        assertRunning();
        assertRefused("The jar " + jar + " is not taken: it is damaged or not wholly copied: ");
        write(jar, whole);
        lookTwice();
        assertRunning(NAME + " 1.0.0");
        assertRefused();
    }

    @Test
    void whereTheNewFileIsDamagedTheFormerBundleGoesOn() throws IOException {
        Path jar = jar(site, "a.jar", bundle(NAME, "1.0.0"));
        lookTwice();
        write(jar, new byte[] {1, 2, 3});
        lookTwice();
        lookTwice();
        assertRunning(NAME + " 1.0.0");
        assertRefused("The jar " + jar + " is not taken: it is damaged or not wholly copied: ");
        assertTrue(dropIns.refused().get(0).message().endsWith("What it was before goes on running."));
        assertEquals(2, runs.size());
    }

    @Test
    void whatIsNoBundleIsRefused() throws IOException {
        Path jar = jar(site, "a.jar", Map.of());
        jar(site, "ignored.txt", Map.of());
        lookTwice();
        assertRunning();
        assertRefused(
                "The jar " + jar + " is not taken: it is no OSGi bundle, as its manifest has no Bundle-SymbolicName.");
    }

    @Test
    void ofTwoVersionsTheNewerIsTakenAndTheOlderComesBackWithout() throws IOException {
        Path older = jar(site, "a.jar", bundle(NAME, "1.9.0"));
        Path newer = jar(shared, "b.jar", bundle(NAME, "1.10.0"));
        lookTwice();
        assertRunning(NAME + " 1.10.0");
        assertRefused("The jar " + older + " is not taken: " + NAME + " is there in version 1.10.0, from " + newer);
        Files.delete(newer);
        dropIns.look();
        assertRunning(NAME + " 1.9.0");
    }

    @Test
    void whatIsInstalledHasTheRightOfWay() throws IOException {
        Path jar = jar(site, "a.jar", bundle(NAME, "2.0.0"));
        lookTwice();
        installed.put(NAME, "1.0.0");
        dropIns.look();
        assertRunning();
        assertRefused("The jar " + jar + " is not taken: " + NAME
                + " is installed, in version 1.0.0; update or remove that instead.");
        installed.remove(NAME);
        dropIns.look();
        assertRunning(NAME + " 2.0.0");
    }

    @Test
    void whatWouldChangeRnvrItselfIsRefused() throws IOException {
        Path own = jar(site, "a.jar", bundle("org.rnvr.monitor", "9.0.0"));
        Path fragment = jar(site, "b.jar", with(bundle(NAME, "1.0.0"), "Fragment-Host", "org.rnvr.monitor"));
        Path packages = jar(
                site,
                "c.jar",
                with(bundle("com.example.two", "1.0.0"), "Export-Package", "org.rnvr.detection;version=1.0"));
        lookTwice();
        assertRunning();
        assertRefused(
                "The jar " + own + " is not taken: org.rnvr.monitor is a part of RNVR itself.",
                "The jar " + fragment + " is not taken: it is a fragment of org.rnvr.monitor, ",
                "The jar " + packages + " is not taken: it brings packages of RNVR itself, ");
    }

    @Test
    void whatCannotRunIsTriedAgainWhenSomethingElseChanges() throws IOException {
        Path jar = jar(site, "a.jar", bundle(NAME, "1.0.0"));
        unable.put(NAME, "nothing that runs here offers what it needs: a package.");
        lookTwice();
        dropIns.look();
        assertRunning();
        assertRefused("The jar " + jar + " is not taken: nothing that runs here offers what it needs: a package.");
        unable.clear();
        dropIns.look();
        assertRunning();
        jar(site, "library.jar", bundle("com.example.library", "1.0.0"));
        lookTwice();
        assertRunning(NAME + " 1.0.0", "com.example.library 1.0.0");
    }

    @Test
    void whatOthersMayWriteToIsRefusedAndStopped() throws IOException {
        Path jar = jar(site, "a.jar", bundle(NAME, "1.0.0"));
        lookTwice();
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-r--"));
        dropIns.look();
        assertRunning();
        assertRefused("The jar " + jar + " is not taken: others than its owner may write to it; ");
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        lookTwice();
        assertRunning(NAME + " 1.0.0");
        Files.setPosixFilePermissions(site, PosixFilePermissions.fromString("rwxrwxrwx"));
        dropIns.look();
        assertRunning();
        assertRefused("The drop-in folder " + site + " is not looked into: others than its owner may write to it; ");
    }

    @Test
    void foldersThatAreNotThereAreNoProblem() throws IOException {
        Files.delete(site);
        jar(shared, "a.jar", bundle(NAME, "1.0.0"));
        assertTrue(dropIns.lookFirst());
        assertRunning(NAME + " 1.0.0");
        assertRefused();
    }

    private List<DropInRefusal> run(List<DropIn> wanted) {
        runs.add(wanted.stream().map(DropInsTest::words).toList());
        return wanted.stream()
                .filter(jar -> unable.containsKey(jar.name()))
                .map(jar -> DropInRefusal.ofJar(jar.file(), unable.get(jar.name())))
                .toList();
    }

    private void lookTwice() throws IOException {
        dropIns.look();
        dropIns.look();
    }

    private void assertRunning(String... expected) {
        assertEquals(
                List.of(expected),
                dropIns.running().stream().map(DropInsTest::words).toList());
    }

    private void assertRefused(String... beginnings) {
        List<String> said =
                dropIns.refused().stream().map(DropInRefusal::message).sorted().toList();
        assertEquals(beginnings.length, said.size(), said::toString);
        for (int i = 0; i < beginnings.length; i++) {
            assertTrue(said.get(i).startsWith(beginnings[i]), said::toString);
        }
    }

    private static String words(DropIn jar) {
        return jar.name() + " " + jar.version();
    }

    private Path folder(String name) throws IOException {
        Path folder = Files.createDirectory(home.resolve(name));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static Map<String, String> bundle(String name, String version) {
        return Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", name, "Bundle-Version", version);
    }

    private static Map<String, String> with(Map<String, String> headers, String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return more;
    }

    private Path jar(Path folder, String name, Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new ZipEntry("a"));
        }
        return touched(file);
    }

    private void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        touched(file);
    }

    /** Writes never follow each other as fast as here. */
    private Path touched(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(++written));
        return file;
    }
}
