package org.rnvr.console.internal.status;

import java.time.Duration;
import java.util.Objects;
import org.rnvr.console.internal.model.Symbol;

/**
 * Something is not as it should be at this moment.
 *
 * @param key what, and of what; the same trouble has the same key however its text changes
 * @param text what is known beyond it; may be empty
 * @param patience after which it is more than a passing state
 */
record Trouble(Key key, String text, Duration patience) {
    Trouble {
        Objects.requireNonNull(key);
        Objects.requireNonNull(text);
        Objects.requireNonNull(patience);
    }

    /**
     * Tells troubles apart.
     *
     * @param kind what is wrong
     * @param id of what: a {@code camera_id}; empty if there is but one
     * @param name of the same for people
     */
    record Key(Kind kind, String id, String name) {
        Key {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(id);
            Objects.requireNonNull(name);
        }
    }

    /** What may be wrong. */
    enum Kind {
        CAMERA_LOST(Symbol.LOST),
        RECORDING_FAILED(Symbol.RECORDING_FAILED),
        DISK_FAILED(Symbol.DISK_FAILED),
        DISK_LOW(Symbol.DISK_LOW),
        CPU(Symbol.SUSPECT),
        MEMORY(Symbol.SUSPECT),
        TEMPERATURE(Symbol.SUSPECT);

        private final Symbol symbol;

        Kind(Symbol symbol) {
            this.symbol = symbol;
        }

        Symbol symbol() {
            return symbol;
        }

        /** Whether recordings are lost by it. */
        boolean isUrgent() {
            return this == CAMERA_LOST || this == RECORDING_FAILED || this == DISK_FAILED;
        }

        /** In words. */
        String words() {
            return switch (this) {
                case CAMERA_LOST -> Messages.kind_camera_lost;
                case RECORDING_FAILED -> Messages.kind_recording_failed;
                case DISK_FAILED -> Messages.kind_disk_failed;
                case DISK_LOW -> Messages.kind_disk_low;
                case CPU -> Messages.kind_cpu;
                case MEMORY -> Messages.kind_memory;
                case TEMPERATURE -> Messages.kind_temperature;
            };
        }
    }
}
