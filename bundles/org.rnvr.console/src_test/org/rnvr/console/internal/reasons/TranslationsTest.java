package org.rnvr.console.internal.reasons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bundles below the console can say is translated. */
class TranslationsTest {

    private static final Path BUNDLES = Path.of("..");
    private static final String FILE = "OSGI-INF/l10n/reasons_ko.po";

    /** The console does not tell what they say, or they say it in its language. */
    private static final Set<String> SILENT =
            Set.of("org.rnvr.app", "org.rnvr.console", "org.rnvr.democamera", "org.rnvr.detection.testkit");

    /** What programs say to each other: XML, SQL, pipelines, requests, file formats. */
    private static final Pattern PROGRAMS = Pattern.compile(
            "<[a-z?]|charset=|\\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ORDER BY|INDEXED|AND)\\b|RTSP/1\\.0|^-----|%logger"
                    + "| KEY$|^SQLite format|! | ! |max-size-|\\bqueue name=|matroskamux|videoscale");

    /** Written to files that are no part of the console, or keys of the configuration. */
    private static final Set<String> ELSEWHERE = Set.of(
            "UTC; names of folder and files, and what ends in _local, are local times of the zone",
            "Digest " + SpokenTexts.HOLE,
            "Info " + SpokenTexts.HOLE,
            "HTTP " + SpokenTexts.HOLE);

    private static final Pattern KEYS = Pattern.compile("^(?:\\w+ [A-Z][A-Za-z0-9]*(?:, )?)+$");
    private static final Pattern PART = Pattern.compile("\\{\\d\\}");
    private static final Pattern ENGLISH = Pattern.compile("\\b[a-z][a-z']+\\b");
    private static final Pattern NAMES = Pattern.compile(
            "\"[^\"]*\"|\\w+[_.]\\w[\\w.-]*|gstreamer1[\\w.-]*|-\\w+|rtsps?://|https?://|file:/|\\d+x\\d+|hourly|daily|weekly|monthly|minutes"
                    + "|hours|days|weeks|months|years|true|false|aac|x");

    private static final Map<String, List<Phrase>> PHRASES = new TreeMap<>();
    private static final Map<String, Map<String, String>> SPOKEN = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (String bundle : speaking().toList()) {
            SPOKEN.put(bundle, shown(SpokenTexts.of(BUNDLES.resolve(bundle))));
            Path file = BUNDLES.resolve(bundle).resolve(FILE);
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    PHRASES.put(bundle, PoFile.read(reader));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("speaking")
    void everythingThatABundleSaysIsTranslated(String bundle) {
        Phrasebook book = book();
        List<String> english = new ArrayList<>();
        SPOKEN.get(bundle).forEach((text, file) -> {
            String said = filled(text.split(SpokenTexts.HOLE, -1));
            String told = book.tell(said);
            if (ENGLISH.matcher(NAMES.matcher(told).replaceAll("")).find()) {
                english.add(file + ": " + said + " -> " + told);
            }
        });
        assertEquals(List.of(), english);
    }

    @ParameterizedTest
    @MethodSource("translated")
    void everyTranslationHasThePartsOfItsSentenceAndIsTheOneThatIsTold(String bundle) {
        Phrasebook book = book();
        for (Phrase phrase : PHRASES.get(bundle)) {
            assertEquals(parts(phrase.english()), parts(phrase.translation()), phrase.english());
            String told = new Phrasebook(List.of(phrase)).tell(filled(PART.split(phrase.english(), -1)));
            assertEquals(told, book.tell(filled(PART.split(phrase.english(), -1))), phrase.english());
        }
    }

    @ParameterizedTest
    @MethodSource("translated")
    void noTranslationIsOfASentenceThatNobodySaysAnyMore(String bundle) throws IOException {
        String all;
        try (Stream<Path> walk = Files.walk(BUNDLES.resolve(bundle).resolve("src"))) {
            StringBuilder sources = new StringBuilder();
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
            all = sources.append(String.join("\n", SPOKEN.get(bundle).keySet())).toString();
        }
        for (Phrase phrase : PHRASES.get(bundle)) {
            String longest = Stream.of(PART.split(phrase.english()))
                    .map(TranslationsTest::plain)
                    .reduce("", (one, other) -> other.length() > one.length() ? other : one);
            assertTrue(all.contains(longest) || all.contains(longest.replace("\"", "\\\"")), phrase.english());
        }
    }

    @Test
    void theSameSentenceIsToldTheSameWay() {
        Map<String, String> told = new HashMap<>();
        PHRASES.values().stream()
                .flatMap(List::stream)
                .forEach(phrase -> assertEquals(
                        phrase.translation(),
                        told.computeIfAbsent(phrase.english(), english -> phrase.translation()),
                        phrase.english()));
    }

    private static Stream<String> speaking() throws IOException {
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            return bundles
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("org.rnvr.")
                            && !name.endsWith(".tests")
                            && !name.contains(".nl.")
                            && !SILENT.contains(name))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> translated() {
        return PHRASES.keySet().stream();
    }

    private static Phrasebook book() {
        return new Phrasebook(PHRASES.values().stream().flatMap(List::stream).toList());
    }

    private static Map<String, String> shown(Map<String, String> all) {
        Map<String, String> shown = new LinkedHashMap<>();
        all.forEach((text, file) -> {
            if (!PROGRAMS.matcher(text).find() && !KEYS.matcher(text).matches() && !ELSEWHERE.contains(text)) {
                shown.put(text, file);
            }
        });
        return shown;
    }

    private static String filled(String[] between) {
        StringBuilder text = new StringBuilder(between[0]);
        for (int i = 1; i < between.length; i++) {
            text.append('⟨').append(i).append('⟩').append(between[i]);
        }
        return text.toString();
    }

    /** Without what only joins it to others. */
    private static String plain(String text) {
        return text.replaceFirst("^[;,:] ", "").strip();
    }

    private static Set<String> parts(String text) {
        return PART.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
