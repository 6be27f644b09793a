package org.rnvr.control.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One challenge of a {@code WWW-Authenticate} header (RFC 9110, section 11.6.1), which may hold several.
 *
 * @param scheme in lower case
 * @param parameters by name in lower case, without quotes
 */
record Challenge(String scheme, Map<String, String> parameters) {

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    static List<Challenge> parse(List<String> headers) {
        List<Challenge> challenges = new ArrayList<>();
        headers.forEach(header -> new Reader(header).read(challenges));
        return challenges;
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        /** A word is a scheme unless an equals sign follows it. What is no word is skipped. */
        void read(List<Challenge> challenges) {
            Map<String, String> parameters = null;
            skip(" \t,");
            while (at < text.length()) {
                String word = word().toLowerCase(Locale.ROOT);
                skip(" \t");
                if (word.isEmpty()) {
                    at++;
                } else if (at < text.length() && text.charAt(at) == '=') {
                    at++;
                    skip(" \t");
                    String value = value();
                    if (parameters != null) {
                        parameters.putIfAbsent(word, value);
                    }
                } else {
                    parameters = new LinkedHashMap<>();
                    challenges.add(new Challenge(word, parameters));
                }
                skip(" \t,");
            }
        }

        private String word() {
            int begin = at;
            while (at < text.length() && " \t,=\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(begin, at);
        }

        private String value() {
            if (at == text.length() || text.charAt(at) != '"') {
                return word();
            }
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at));
            }
            at++;
            return value.toString();
        }

        private void skip(String characters) {
            while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
