package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;

/**
 * What the product's command has exported, as whoever receives it sees it.
 *
 * @param folder the folder
 * @param said what the command wrote
 */
record Exported(Path folder, String said) {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    /** Exports a range of a camera, which must succeed without a word of doubt. */
    static Exported of(Path data, String camera, Instant from, Instant to, String format) {
        Path destination = Product.folder("exported");
        Command export = Command.run(
                LIMIT,
                Product.command(
                        "--data",
                        data.toString(),
                        "--export",
                        destination.toString(),
                        "--camera",
                        camera,
                        "--from",
                        from.toString(),
                        "--to",
                        to.toString(),
                        "--format",
                        format));
        assertEquals(0, export.exitCode(), export.output());
        List<Path> made = list(destination);
        assertEquals(1, made.size(), made + " after " + export.output());
        assertTrue(export.output().contains("exported to " + made.get(0)), export.output());
        return new Exported(made.get(0), export.output());
    }

    /** What the manifest says of the only camera. */
    JsonObject camera() {
        JsonArray cameras = manifest().getAsJsonArray("cameras");
        assertEquals(1, cameras.size(), cameras.toString());
        return cameras.get(0).getAsJsonObject();
    }

    JsonObject manifest() {
        try {
            return JsonParser.parseString(Files.readString(folder.resolve("manifest.json")))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the manifest says of the only video. */
    JsonObject video() {
        JsonArray results = camera().getAsJsonArray("results");
        assertEquals(1, results.size(), results.toString());
        return results.get(0).getAsJsonObject();
    }

    /** The files that it was made of, in the order in which they were recorded. */
    List<Path> sources(Path recordings) {
        List<Path> sources = new ArrayList<>();
        camera().getAsJsonArray("sources")
                .forEach(source -> sources.add(
                        recordings.resolve(source.getAsJsonObject().get("file").getAsString())));
        return sources;
    }

    /** The only video. */
    Path file() {
        return folder.resolve(video().get("file").getAsString());
    }

    /** All files in it. */
    List<Path> files() {
        return list(folder);
    }

    /** What the product's command says of it. */
    Command verify(Path data) {
        return Command.run(LIMIT, Product.command("--data", data.toString(), "--verify", folder.toString()));
    }

    /** Follows what the README says to those who have no RNVR. */
    void verifyWithoutRnvr() {
        String signature = inside("openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json"
                + " -sigfile manifest.sig");
        assertTrue(signature.contains("Signature Verified Successfully"), signature);
        assertEquals(
                "1",
                inside("grep -c \"$(sha256sum SHA256SUMS | cut -c 1-64)\" manifest.json")
                        .strip());
        List<String> sums = inside("LC_ALL=C sha256sum -c SHA256SUMS").lines().toList();
        assertTrue(sums.size() > 1 && sums.stream().allMatch(line -> line.endsWith(": OK")), sums.toString());
    }

    private String inside(String command) {
        return Command.succeed("sh", "-c", "cd \"$0\" && " + command, folder.toString());
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
