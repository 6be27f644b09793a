package org.rnvr.config.internal.json;

import com.google.gson.FormattingStyle;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a JSON document in the layout of the text that it replaces. */
public final class JsonWriting {

    private static final Pattern INDENT = Pattern.compile("\\n([ \\t]+)\\S");

    private JsonWriting() {}

    /**
     * The text of a document.
     *
     * @param layout a text whose indentation and line ends to use; empty for RNVR's own
     */
    public static String write(JsonObject root, String layout) {
        String text = new GsonBuilder()
                .disableHtmlEscaping()
                .serializeNulls()
                .setFormattingStyle(style(layout))
                .create()
                .toJson(root);
        return layout.isEmpty() || layout.endsWith("\n") ? text + newline(layout) : text;
    }

    private static FormattingStyle style(String layout) {
        if (layout.isEmpty()) {
            return FormattingStyle.PRETTY.withIndent("    ");
        }
        Matcher indent = INDENT.matcher(layout);
        return indent.find()
                ? FormattingStyle.PRETTY.withIndent(indent.group(1)).withNewline(newline(layout))
                : FormattingStyle.COMPACT.withSpaceAfterSeparators(true);
    }

    private static String newline(String layout) {
        return layout.contains("\r\n") ? "\r\n" : "\n";
    }
}
