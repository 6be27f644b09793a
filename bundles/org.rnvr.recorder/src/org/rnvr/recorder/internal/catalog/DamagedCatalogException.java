package org.rnvr.recorder.internal.catalog;

import java.io.IOException;

/** The catalog's database is no database any more, or not one of a catalog. */
final class DamagedCatalogException extends IOException {
    DamagedCatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
