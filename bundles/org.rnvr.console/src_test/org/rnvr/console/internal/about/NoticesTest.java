package org.rnvr.console.internal.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {

    private static final Path FEATURES = Path.of("../../features");
    private static final Path ROOT = FEATURES.resolve("org.rnvr.platform.feature/rootfiles");
    private static final Pattern PLUGIN = Pattern.compile("<plugin\\s+id=\"([^\"]+)\"");

    @Test
    void everyBundleOfAThirdPartyHasItsNoticeAndNoOther() throws IOException {
        Set<String> delivered = new TreeSet<>();
        try (Stream<Path> features = Files.list(FEATURES)) {
            for (Path feature : features.map(folder -> folder.resolve("feature.xml"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                delivered.addAll(PLUGIN.matcher(Files.readString(feature))
                        .results()
                        .map((MatchResult result) -> result.group(1))
                        .filter(bundle -> !bundle.startsWith("org.rnvr."))
                        .toList());
            }
        }
        assertFalse(delivered.isEmpty());
        assertEquals(
                delivered,
                Notices.read(ROOT).parties().stream()
                        .map(ThirdParty::bundle)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyNoticeHasItsLicencesInFullAndWhereTheSourcesAre() throws IOException {
        Notices notices = Notices.read(ROOT);
        for (ThirdParty party : notices.parties()) {
            assertFalse(party.licences().isEmpty(), party.bundle());
            assertTrue(party.sources().startsWith("https://"), party.toString());
            assertTrue(notices.text(party).length() > 500, party.toString());
        }
        assertEquals(
                Files.readString(Path.of("../../LICENSE")), notices.licences().get("EPL-2.0"));
    }

    @Test
    void aMissingTextIsTold(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("THIRD-PARTY.md"), "# X\n\n| `a.b` | [MIT](licenses/MIT.txt) | https://a.b |\n");
        assertThrows(NoSuchFileException.class, () -> Notices.read(folder));
    }
}
