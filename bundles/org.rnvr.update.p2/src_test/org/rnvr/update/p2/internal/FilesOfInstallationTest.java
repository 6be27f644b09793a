package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.update.InstallationChange;

class FilesOfInstallationTest {

    @TempDir
    Path home;

    @Test
    void theBundlesThatShallRun() throws IOException {
        Path file = Files.writeString(
                home.resolve("bundles.info"),
                "#encoding=UTF-8\n#version=1\na,1.0.0,plugins/a_1.0.0.jar,4,false\nb,2.0.0.x,file:/opt/b.jar,2,true\n");
        assertEquals(
                List.of(
                        new BundleLine(new BundleId("a", "1.0.0"), home.resolve("plugins/a_1.0.0.jar"), 4),
                        new BundleLine(new BundleId("b", "2.0.0.x"), Path.of("/opt/b.jar"), 2)),
                BundleLine.read(file, home));
    }

    @Test
    void aLineThatSaysNoStartLevelIsNamed() throws IOException {
        Path file = Files.writeString(home.resolve("bundles.info"), "a,1.0.0,plugins/a_1.0.0.jar,four,false\n");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> BundleLine.read(file, home));
        assertEquals("not a line of bundles: a,1.0.0,plugins/a_1.0.0.jar,four,false", refused.getMessage());
    }

    @Test
    void theStartLevelsOfBundlesThatCome() {
        BundleLine stays = new BundleLine(new BundleId("a", "1"), home.resolve("a.jar"), 2);
        BundleLine comes = new BundleLine(new BundleId("b", "1"), home.resolve("b.jar"), 4);
        BundleLine comesToo = new BundleLine(new BundleId("c", "1"), home.resolve("c.jar"), 4);
        Difference difference = new Difference(
                List.of(
                        new NewBundle(comes.id(), Optional.empty(), Set.of()),
                        new NewBundle(comesToo.id(), Optional.empty(), Set.of())),
                List.of());
        assertEquals(Set.of(4), BundleLine.startLevels(List.of(stays, comes, comesToo), difference));
    }

    @Test
    void theFeaturesThatAreInstalled() throws IOException {
        Path file = Files.writeString(
                home.resolve("platform.xml"),
                "<config><site><feature id=\"b\" version=\"2\" url=\"x\"/><feature id=\"a\" version=\"1\"/></site></config>");
        assertEquals(Map.of("a", "1", "b", "2"), FeatureFile.installed(file));
        assertEquals(Map.of(), FeatureFile.installed(home.resolve("none.xml")));
    }

    @Test
    void theBundlesOfRnvrItself() throws IOException {
        feature("org.rnvr.recorder.feature_0.1.0", "org.rnvr.app");
        feature("org.rnvr.recorder.feature_0.2.0", "org.rnvr.more");
        feature("org.rnvr.detect.frames.feature_0.1.0", "org.rnvr.detect.frames");
        assertEquals(Set.of("org.rnvr.app", "org.rnvr.more"), new Installation(home).coreBundles());
    }

    @Test
    void anXmlFileThatRefersToOthersIsNotRead() throws IOException {
        Path file = Files.writeString(
                home.resolve("platform.xml"),
                "<!DOCTYPE config [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><config>&x;</config>");
        assertThrows(IOException.class, () -> FeatureFile.installed(file));
    }

    @Test
    void whatABundleSaysOfItself() throws IOException {
        Path jar = home.resolve("a.jar");
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Fragment-Host", "org.rnvr.console;bundle-version=\"0.1\"");
        headers.putValue("Export-Package", "a.b;version=\"1.0\";uses:=\"x.y\",a.c");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        BundleId id = new BundleId("a", "1");
        assertEquals(
                new NewBundle(id, Optional.of("org.rnvr.console"), Set.of("a.b", "a.c")),
                BundleJar.read(new BundleLine(id, jar, 4)));
    }

    @Test
    void theDifferenceOfFeatures() {
        InstallationChange change = Provisioning.difference(
                Map.of("a", "1", "b", "1", "c", "1"), Map.of("a", "1", "b", "2", "org.rnvr.recorder.feature", "1"));
        assertEquals(
                new InstallationChange(
                        List.of(
                                new InstallationChange.Feature("b", Optional.of("1"), Optional.of("2")),
                                new InstallationChange.Feature("c", Optional.of("1"), Optional.empty()),
                                new InstallationChange.Feature(
                                        "org.rnvr.recorder.feature", Optional.empty(), Optional.of("1"))),
                        true),
                change);
    }

    private void feature(String folder, String plugin) throws IOException {
        Path feature = Files.createDirectories(home.resolve("features").resolve(folder));
        Files.writeString(
                feature.resolve("feature.xml"), "<feature id=\"x\"><plugin id=\"" + plugin + "\"/></feature>");
    }
}
