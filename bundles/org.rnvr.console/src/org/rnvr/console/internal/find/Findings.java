package org.rnvr.console.internal.find;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything that can be found by its name, and what of it fits what was typed. */
final class Findings {

    private final List<Finding> all;

    /** All of these. */
    Findings(Stream<Finding> all) {
        Collator alphabet = Collator.getInstance();
        this.all = all.sorted(Comparator.comparing(Finding::kind).thenComparing(Finding::name, alphabet))
                .toList();
    }

    /**
     * What fits: each word that was typed occurs in its name or in that of its kind. Names that begin with what was typed
     * come first, then those of which a word begins with it, and then the others.
     */
    List<Finding> fitting(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        String[] words = wanted.split("\\s+");
        return all.stream()
                .filter(finding -> fits(finding, words))
                .sorted(Comparator.comparingInt(finding -> distance(finding, wanted)))
                .toList();
    }

    private static boolean fits(Finding finding, String... words) {
        String text = (finding.kind().words() + ' ' + finding.name()).toLowerCase(Locale.ROOT);
        return Arrays.stream(words).allMatch(text::contains);
    }

    private static int distance(Finding finding, String wanted) {
        String name = finding.name().toLowerCase(Locale.ROOT);
        if (name.startsWith(wanted)) {
            return 0;
        }
        return name.contains(' ' + wanted) ? 1 : 2;
    }
}
