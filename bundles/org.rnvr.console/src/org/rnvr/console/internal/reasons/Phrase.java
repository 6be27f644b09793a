package org.rnvr.console.internal.reasons;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of which some parts, written as {0} and so on, are only known when it is said, and its translation. */
public final class Phrase {

    private static final Pattern PART = Pattern.compile("\\{(\\d)\\}");

    private final String english;
    private final String translation;
    private final List<Integer> parts;
    private final Pattern form;
    private final String mark;
    private final int fixed;

    /** The sentence and its translation with the same parts. */
    public Phrase(String english, String translation) {
        this.english = Objects.requireNonNull(english);
        this.translation = Objects.requireNonNull(translation);
        this.parts = PART.matcher(english)
                .results()
                .map(result -> Integer.valueOf(result.group(1)))
                .toList();
        List<String> literals = new ArrayList<>(List.of(PART.split(english, -1)));
        StringBuilder regex = new StringBuilder();
        String longest = "";
        int length = 0;
        for (String literal : literals) {
            regex.append(regex.length() == 0 ? "" : "(.+?)").append(Pattern.quote(literal));
            longest = literal.length() > longest.length() ? literal : longest;
            length += literal.length();
        }
        this.form = Pattern.compile(regex.toString(), Pattern.DOTALL);
        this.mark = longest;
        this.fixed = length;
    }

    /** The sentence in English. */
    public String english() {
        return english;
    }

    /** The same in another language. */
    public String translation() {
        return translation;
    }

    /** How much of it is always the same: of several sentences that a text may be, the one with most of it is it. */
    int fixed() {
        return fixed;
    }

    /** The text in the other language, its parts told by {@code parts}; empty when it is no such sentence. */
    Optional<String> tell(String text, UnaryOperator<String> part) {
        if (!text.contains(mark)) {
            return Optional.empty();
        }
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        MatchResult said = matcher.toMatchResult();
        return Optional.of(PART.matcher(translation)
                .replaceAll(place -> Matcher.quoteReplacement(
                        part.apply(said.group(1 + parts.indexOf(Integer.valueOf(place.group(1))))))));
    }
}
