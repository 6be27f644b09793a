package org.rnvr.console.internal.reasons;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the translations of a file in the form of GNU gettext; each text on one line. */
public final class PoFile {

    private static final Pattern LINE = Pattern.compile("(msgid|msgstr) \"((?:[^\"\\\\]|\\\\[\"\\\\n])*)\"\\s*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private PoFile() {}

    /**
     * The phrases of a file; those without translation are left out.
     *
     * @throws IOException when it cannot be read, or holds a line that is of no such file; the message tells which
     */
    public static List<Phrase> read(Reader from) throws IOException {
        List<Phrase> phrases = new ArrayList<>();
        BufferedReader lines = new BufferedReader(from);
        String english = "";
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IOException("line " + number + " is neither msgid nor msgstr with a text in quotes: " + line);
            }
            String text = ESCAPED.matcher(matcher.group(2))
                    .replaceAll(escaped ->
                            escaped.group(1).equals("n") ? "\n" : Matcher.quoteReplacement(escaped.group(1)));
            if (matcher.group(1).equals("msgid")) {
                english = text;
            } else if (!english.isEmpty() && !text.isEmpty()) {
                phrases.add(new Phrase(english, text));
            }
        }
        return phrases;
    }
}
