package org.rnvr.console.internal.recording;

import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;
import org.rnvr.recording.StorageState;

/** The state of the recording volume as people are told it. */
final class StorageWords {

    private StorageWords() {}

    static Told of(StorageState state) {
        return switch (state) {
            case OK -> new Told(Symbol.STORAGE, Messages.storage_ok);
            case LOW -> new Told(Symbol.STORAGE_LOW, Messages.storage_low);
            case FULL -> new Told(Symbol.STORAGE_FULL, Messages.storage_full);
            case MISSING -> new Told(Symbol.STORAGE_MISSING, Messages.storage_missing);
            case READ_ONLY -> new Told(Symbol.ERROR, Messages.storage_read_only);
            case DENIED -> new Told(Symbol.ERROR, Messages.storage_denied);
            case ERROR -> new Told(Symbol.ERROR, Messages.storage_error);
        };
    }

    /** Without a recorder. */
    static Told none() {
        return new Told(Symbol.UNKNOWN, Messages.storage_unknown);
    }
}
