package org.rnvr.config.internal.schema;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.rnvr.config.AllowedValues.Form;
import org.rnvr.config.UpdateSettings;

/** Section {@code updates}. */
final class UpdatesSection {

    private static final Key<List<String>> REPOSITORIES = Key.of(
            "updates.repositories",
            new Names(
                    Pattern.compile("https?://[\\w.:\\[\\]-]+(/[\\w./~%+=-]*)?|file:/[\\w./~%+=-]*|/[^,]*"),
                    "a list of addresses that begin with http://, https:// or file:/, and of absolute folders",
                    Form.ADDRESSES),
            List.of());
    private static final Key<Boolean> CHECK =
            Key.of("updates.check_on_start", new Truth(), UpdateSettings.DEFAULT.checkOnStart());
    private static final Key<Boolean> UNSIGNED =
            Key.of("updates.allow_unsigned", new Truth(), UpdateSettings.DEFAULT.allowUnsigned());

    static final List<Key<?>> KEYS = List.of(REPOSITORIES, CHECK, UNSIGNED);

    private UpdatesSection() {}

    static UpdateSettings read(Values values) {
        return new UpdateSettings(
                values.get(REPOSITORIES).stream().map(UpdatesSection::address).toList(),
                values.get(CHECK),
                values.get(UNSIGNED));
    }

    private static URI address(String text) {
        return text.startsWith("/") ? Path.of(text).toUri() : URI.create(text);
    }
}
