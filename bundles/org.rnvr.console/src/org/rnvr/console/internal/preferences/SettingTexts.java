package org.rnvr.console.internal.preferences;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.ConfigurationKey;

/** What people read of keys: their names, explanations and ranges. */
final class SettingTexts {

    private static final String BUNDLE = "org.rnvr.console.internal.preferences.settings";

    private final ResourceBundle texts;

    private SettingTexts(ResourceBundle texts) {
        this.texts = texts;
    }

    /** In the language of this run. */
    static SettingTexts ofDefaultLanguage() {
        return new SettingTexts(
                ResourceBundle.getBundle(BUNDLE, Locale.getDefault(), SettingTexts.class.getClassLoader()));
    }

    /** The name of a key. */
    String label(String path) {
        return texts.getString(path);
    }

    /** What else there is to say about it. */
    Optional<String> help(String path) {
        return optional(path + ".help");
    }

    /** One of the words that it may hold. */
    String word(Object word) {
        return word instanceof String ? texts.getString("word." + word) : String.valueOf(word);
    }

    /** What it means that it holds nothing. */
    Optional<String> nothing(String path) {
        return optional("nothing." + path);
    }

    /** The title of a group. */
    String group(String name) {
        return texts.getString("group." + name);
    }

    /** What a key may hold, to stand beside its field. */
    String allowed(ConfigurationKey key) {
        if (key.allowed() instanceof AllowedValues.Range range) {
            String unit = range.unit().equals("an hour") ? Messages.unit_an_hour : unit(range.unit());
            String words = NLS.bind(
                    range.whole() ? Messages.allowed_whole : Messages.allowed_number,
                    new Object[] {plain(range.least()), plain(range.most()), unit});
            return words.replace("  ", " ").strip();
        }
        if (key.allowed() instanceof AllowedValues.OneOf choice) {
            return choice.values().stream().map(this::word).collect(Collectors.joining(", "));
        }
        if (key.allowed() instanceof AllowedValues.Formed formed) {
            return switch (formed.form()) {
                case GRID -> Messages.allowed_grid;
                case COLOUR -> Messages.allowed_colour;
                case NAMES -> Messages.allowed_names;
                case ADDRESSES -> Messages.allowed_addresses;
                case KEYSTROKE -> Messages.allowed_keystroke;
                case LOG_ROTATION -> Messages.allowed_log_rotation;
                case LOG_RETENTION -> Messages.allowed_log_retention;
                case FOLDER -> Messages.allowed_folder;
                case FILE_NAME -> Messages.allowed_file_name;
                case TEXT, IDENTIFIER, CAMERA_URL, PASSWORD, SCHEDULE -> "";
            };
        }
        return "";
    }

    /** What is wrong with a value, in one sentence. */
    String wrong(ConfigurationKey key, Optional<Object> value) {
        String shown = value.map(SettingTexts::shown).orElse("");
        return shown.isEmpty()
                ? NLS.bind(Messages.wrong_empty, label(key.path()), allowed(key))
                : NLS.bind(Messages.wrong_value, new Object[] {label(key.path()), shown, allowed(key)});
    }

    private static String shown(Object value) {
        return value instanceof BigDecimal number ? plain(number) : String.valueOf(value);
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static String unit(String unit) {
        return switch (unit) {
            case "bytes" -> Messages.unit_bytes;
            case "days" -> Messages.unit_days;
            case "files" -> Messages.unit_files;
            default -> unit;
        };
    }

    private Optional<String> optional(String key) {
        return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
    }
}
