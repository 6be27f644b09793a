package org.rnvr.config.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.config.ConfigurationEdit.PutCamera;
import org.rnvr.config.ConfigurationEdit.RemoveCamera;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.Credentials;

/** Where passwords go in a real framework. Every data folder is used once, since Equinox remembers what it opened. */
class SecureStorageTest {

    private static final String SITE =
            """
            {
                "cameras": [
                    {"camera_id": "front", "rtsp_url": "rtsp://admin:w~r@d:/#%ü가@10.0.0.5/s"},
                    {"camera_id": "yard", "rtsp_url": "rtsp://10.0.0.6/s", "username": "~@:/#%", "password": "@:/#%~"}
                ]
            }
            """;
    private static final Credentials FRONT = new Credentials("admin", "w~r@d:/#%ü가");
    private static final Credentials YARD = new Credentials("~@:/#%", "@:/#%~");

    private static final int MANY = 600;

    @TempDir
    Path folder;

    @Test
    void keepsPasswordsOutOfEveryFile() throws Exception {
        Path data = folder.resolve("a folder with spaces");
        try (Site site = new Site(data, SITE)) {
            assertEquals(FRONT, credentials(site, "front"));
            assertEquals(YARD, credentials(site, "yard"));
            assertEquals(List.of(), site.service().problems());
        }
        assertNoFileHolds(data, "#%ü", "#%~\"");
        assertEquals("rwx------", permissions(data.resolve("secrets")));
        assertEquals("rw-------", permissions(data.resolve("secrets/master.key")));
    }

    @Test
    void findsPasswordsAgainInAnotherRun() throws Exception {
        new Site(folder.resolve("first"), SITE).close();
        Path second = copied("first", "second");
        try (Site site = new Site(second)) {
            assertEquals(FRONT, credentials(site, "front"));
            assertEquals(YARD, credentials(site, "yard"));
            assertEquals(List.of(), site.service().problems());
        }
    }

    @Test
    void storesAChangedPasswordAndForgetsARemovedOne() throws Exception {
        try (Site site = new Site(folder.resolve("first"), SITE)) {
            site.service()
                    .change(List.of(
                            new PutCamera("yard", Map.of("password", "changed@:/")), new RemoveCamera("front")));
            assertEquals("changed@:/", credentials(site, "yard").password());
        }
        assertNoFileHolds(folder.resolve("first"), "changed");
        Path second = copied("first", "second");
        Files.writeString(
                second.resolve("IT_RNVR.json"),
                Files.readString(second.resolve("IT_RNVR.json")).replace("cameras/yard", "cameras/front"));
        try (Site site = new Site(second)) {
            assertEquals(
                    List.of("cameras[0].password: refers to cameras/front, which is not in the secure storage;"
                            + " enter the password again"),
                    texts(site));
        }
        Path third = copied("first", "third");
        try (Site site = new Site(third)) {
            assertEquals("changed@:/", credentials(site, "yard").password());
        }
    }

    @Test
    void closesAKeyFileThatIsOpenToOthers() throws Exception {
        new Site(folder.resolve("first"), SITE).close();
        Path second = copied("first", "second");
        Path key = second.resolve("secrets/master.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-rw-r--"));
        try (Site site = new Site(second)) {
            assertEquals(YARD, credentials(site, "yard"));
            assertEquals("rw-------", permissions(key));
        }
    }

    @Test
    void saysWhenTheKeyFileIsAnother() throws Exception {
        new Site(folder.resolve("first"), SITE).close();
        Path second = copied("first", "second");
        Path key = second.resolve("secrets/master.key");
        String before = Files.readString(key);
        Files.delete(key);
        try (Site site = new Site(second)) {
            assertEquals(
                    "cameras[0].password: the stored password cannot be read (the key file is not the one that it was"
                            + " stored with); enter the password again",
                    texts(site).get(0));
            site.service().change(List.of(new PutCamera("front", Map.of("password", "again"))));
            assertEquals("again", credentials(site, "front").password());
        }
        assertNotEquals(before, Files.readString(key));
    }

    /** Among so many there are some that a wrong key decrypts into something, if only by chance. */
    @Test
    void aWrongKeyNeverBringsSomethingElse() throws Exception {
        String cameras = IntStream.rangeClosed(1, MANY)
                .mapToObj(i ->
                        "{\"camera_id\": \"c%d\", \"rtsp_url\": \"rtsp://10.0.0.6/%d\", \"username\": \"u\", \"password\": \"p%d\"}"
                                .formatted(i, i, i))
                .collect(Collectors.joining(",", "{\"cameras\": [", "]}"));
        new Site(folder.resolve("first"), cameras).close();
        Path second = copied("first", "second");
        Files.delete(second.resolve("secrets/master.key"));
        try (Site site = new Site(second)) {
            assertEquals(
                    MANY,
                    texts(site).stream()
                            .filter(text -> text.contains("the key file is not the one"))
                            .count());
        }
    }

    @Test
    void outlivesAWriteThatWasCutShort() throws Exception {
        new Site(folder.resolve("first"), SITE).close();
        Path second = copied("first", "second");
        Path storage = second.resolve("secrets/secure_storage");
        Files.move(storage, storage.resolveSibling("secure_storage.before"), StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(storage, "#Equinox sec");
        try (Site site = new Site(second)) {
            assertEquals(FRONT, credentials(site, "front"));
            assertFalse(Files.exists(storage.resolveSibling("secure_storage.before")));
        }
    }

    @Test
    void usesAFileAsItIsWhereNothingCanBeStored() throws Exception {
        Path data = Files.createDirectory(folder.resolve("100%"));
        try (Site site = new Site(data, SITE)) {
            assertEquals(YARD, credentials(site, "yard"));
            assertEquals(
                    "IT_RNVR.json: holds camera passwords that cannot be moved to the secure storage: the path of the"
                            + " data folder holds %, # or ?, which Equinox cannot read; it is used as it is",
                    texts(site).get(0));
            assertEquals(SITE, Files.readString(site.file()));
        }
    }

    private Path copied(String from, String to) throws IOException {
        Path source = folder.resolve(from);
        Path target = folder.resolve(to);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(source.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return target;
    }

    private static void assertNoFileHolds(Path data, String... secrets) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    for (String secret : secrets) {
                        assertFalse(text.contains(secret), file::toString);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        assertTrue(Files.exists(data.resolve("secrets/secure_storage")));
    }

    private static Credentials credentials(Site site, String camera) {
        return site.service().current().camera(camera).orElseThrow().credentials();
    }

    private static List<String> texts(Site site) {
        return site.service().problems().stream()
                .map(ConfigurationProblem::toString)
                .toList();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
