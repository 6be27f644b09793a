package org.rnvr.recorder.internal.catalog;

import org.rnvr.recording.RecordedGap;
import org.rnvr.recording.Segment;

/** Hears what a catalog found out by itself. Called on threads of the catalog; returns at once. */
public interface CatalogListener {

    /** A file that was being written when the recorder went down is mended and in the catalog. */
    void crashed(Segment segment);

    /** A crash left this gap; it is in the catalog. */
    void gap(RecordedGap gap);

    /**
     * Something the operator should know.
     *
     * @param message one sentence
     */
    void alert(String message);
}
