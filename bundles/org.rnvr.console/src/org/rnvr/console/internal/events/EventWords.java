package org.rnvr.console.internal.events;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;
import org.rnvr.console.internal.model.When;
import org.rnvr.journal.JournalEntry;

/** Tells an entry of the journal in words. Reasons and messages are told in the language of the console. */
final class EventWords {

    private static final double MS_PER_SECOND = 1000;
    private static final double BYTES_PER_MB = 1e6;
    private static final List<String> SENTENCES = List.of("reason", "message");
    private static final Set<String> TERMS = Set.of("cause", "state", "kind");
    private static final Set<String> TIMES = Set.of("start", "end", "from", "to", "oldest", "newest");

    private final When when;
    private final Locale locale;

    /** Times and numbers in the manner of this locale. */
    EventWords(When when, Locale locale) {
        this.when = when;
        this.locale = locale;
    }

    /** The entry as a row. */
    EventRow row(JournalEntry entry) {
        return new EventRow(entry.at(), entry.event(), entry.cameraId().orElse(""), details(entry));
    }

    /** What happened. */
    static Told kind(String event) {
        return switch (event) {
            case "started" -> new Told(Symbol.STARTED, Messages.kind_started);
            case "stopped" -> new Told(Symbol.ENDED, Messages.kind_stopped);
            case "connecting" -> new Told(Symbol.CONNECTING, Messages.kind_connecting);
            case "streaming" -> new Told(Symbol.LIVE, Messages.kind_streaming);
            case "suspect" -> new Told(Symbol.SUSPECT, Messages.kind_suspect);
            case "recovered" -> new Told(Symbol.LIVE, Messages.kind_recovered);
            case "stalled" -> new Told(Symbol.STALLED, Messages.kind_stalled);
            case "lost" -> new Told(Symbol.LOST, Messages.kind_lost);
            case "reconnecting" -> new Told(Symbol.RECONNECTING, Messages.kind_reconnecting);
            case "reconnected" -> new Told(Symbol.LIVE, Messages.kind_reconnected);
            case "offline" -> new Told(Symbol.OFFLINE, Messages.kind_offline);
            case "warning" -> new Told(Symbol.NOTE, Messages.kind_warning);
            case "recording_started" -> new Told(Symbol.RECORDING, Messages.kind_recording_started);
            case "recording_stopped" -> new Told(Symbol.RECORDING_OFF, Messages.kind_recording_stopped);
            case "segment_closed" -> new Told(Symbol.FILE, Messages.kind_segment_closed);
            case "segments_deleted" -> new Told(Symbol.DELETED, Messages.kind_segments_deleted);
            case "gap" -> new Told(Symbol.GAP, Messages.kind_gap);
            case "storage" -> new Told(Symbol.STORAGE, Messages.kind_storage);
            case "catalog_checked" -> new Told(Symbol.STORAGE, Messages.kind_catalog_checked);
            case "strategy_added" -> new Told(Symbol.ADDED, Messages.kind_strategy_added);
            case "strategy_removed" -> new Told(Symbol.REMOVED, Messages.kind_strategy_removed);
            case "config_changed" -> new Told(Symbol.CHANGED, Messages.kind_config_changed);
            case "config_problem" -> new Told(Symbol.ERROR, Messages.kind_config_problem);
            case "installed" -> new Told(Symbol.ADDED, Messages.kind_installed);
            case "updated" -> new Told(Symbol.CHANGED, Messages.kind_updated);
            case "removed" -> new Told(Symbol.REMOVED, Messages.kind_removed);
            case "reverted" -> new Told(Symbol.CHANGED, Messages.kind_reverted);
            case "rolled_back" -> new Told(Symbol.ERROR, Messages.kind_rolled_back);
            case "update_refused" -> new Told(Symbol.ERROR, Messages.kind_update_refused);
            case "update_available" -> new Told(Symbol.NOTE, Messages.kind_update_available);
            case "alert" -> new Told(Symbol.ALERT, Messages.kind_alert);
            default -> new Told(Symbol.UNKNOWN, event);
        };
    }

    /** All that is known beyond time, kind and camera. */
    String details(JournalEntry entry) {
        List<String> parts = new ArrayList<>();
        SENTENCES.stream().map(entry::field).forEach(field -> field.filter(text -> !text.isBlank())
                .map(JournalTerms::told)
                .ifPresent(parts::add));
        for (Map.Entry<String, String> field : entry.fields().entrySet()) {
            if (!SENTENCES.contains(field.getKey())) {
                parts.add(NLS.bind(label(field.getKey()), value(field.getKey(), field.getValue())));
            }
        }
        return String.join(" · ", parts);
    }

    private String value(String name, String value) {
        if (TIMES.contains(name)) {
            return time(value);
        }
        if (name.endsWith("_ms") || name.startsWith("ms_")) {
            return scaled(value, MS_PER_SECOND, "s");
        }
        if (name.endsWith("bytes")) {
            return scaled(value, BYTES_PER_MB, "MB");
        }
        if (TERMS.contains(name)) {
            return JournalTerms.told(value);
        }
        return switch (value) {
            case "true" -> Messages.yes;
            case "false" -> Messages.no;
            default -> value;
        };
    }

    private String time(String value) {
        try {
            return when.tell(Instant.parse(value));
        } catch (DateTimeException e) {
            return value; // of another version, told as it is
        }
    }

    private String scaled(String value, double by, String unit) {
        try {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            format.setMaximumFractionDigits(1);
            return format.format(Long.parseLong(value) / by) + " " + unit;
        } catch (NumberFormatException e) {
            return value; // of another version, told as it is
        }
    }

    private static String label(String name) {
        return switch (name) {
            case "version" -> Messages.field_version;
            case "attempt" -> Messages.field_attempt;
            case "attempts" -> Messages.field_attempts;
            case "standby" -> Messages.field_standby;
            case "session" -> Messages.field_session;
            case "codec" -> Messages.field_codec;
            case "width" -> Messages.field_width;
            case "height" -> Messages.field_height;
            case "transport" -> Messages.field_transport;
            case "ms_to_first_frame" -> Messages.field_ms_to_first_frame;
            case "strategy" -> Messages.field_strategy;
            case "silence_ms" -> Messages.field_silence_ms;
            case "level" -> Messages.field_level;
            case "next_ms" -> Messages.field_next_ms;
            case "outage_ms" -> Messages.field_outage_ms;
            case "file" -> Messages.field_file;
            case "start" -> Messages.field_start;
            case "end" -> Messages.field_end;
            case "bytes" -> Messages.field_bytes;
            case "frames" -> Messages.field_frames;
            case "cause" -> Messages.field_cause;
            case "segments" -> Messages.field_segments;
            case "oldest" -> Messages.field_oldest;
            case "newest" -> Messages.field_newest;
            case "from" -> Messages.field_from;
            case "to" -> Messages.field_to;
            case "state" -> Messages.field_state;
            case "path" -> Messages.field_path;
            case "free_bytes" -> Messages.field_free_bytes;
            case "missing" -> Messages.field_missing;
            case "changed" -> Messages.field_changed;
            case "entered" -> Messages.field_entered;
            case "unreadable" -> Messages.field_unreadable;
            case "took_ms" -> Messages.field_took_ms;
            case "bundle" -> Messages.field_bundle;
            case "kind" -> Messages.field_kind;
            case "feature" -> Messages.field_feature;
            default -> name + " {0}";
        };
    }
}
