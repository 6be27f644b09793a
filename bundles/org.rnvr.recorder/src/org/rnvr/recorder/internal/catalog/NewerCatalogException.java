package org.rnvr.recorder.internal.catalog;

import java.io.IOException;

/** The catalog was made by a newer version of RNVR. It is not touched. */
final class NewerCatalogException extends IOException {
    NewerCatalogException(String message) {
        super(message);
    }
}
