import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Zip files in the order of names, all of one time.
 *
 * @param seconds that time
 */
record Zip(long seconds) {

    /** Writes a zip file anew. */
    void anew(Path file) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                contents.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                add(zip, content.getKey(), content.getValue());
            }
        }
    }

    void ofText(String name, String text, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Puts what is in a folder, which is packed already, into one file. */
    void ofFolder(Path folder, Path file) throws IOException {
        try (Stream<Path> files = Files.walk(folder);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                add(zip, folder.relativize(each).toString(), Files.readAllBytes(each));
            }
        }
    }

    private void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC));
        zip.putNextEntry(entry);
        zip.write(content);
    }
}
