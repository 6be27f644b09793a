package org.rnvr.config.internal;

import com.google.gson.JsonObject;
import org.rnvr.config.internal.schema.Reading;

/** What came of reading the file. */
sealed interface Loaded {

    /**
     * It is a configuration.
     *
     * @param content what is in the file now
     * @param text that as text
     * @param document that as a document; its passwords are in the text form of none of these
     * @param lossless whether writing the document loses nothing
     * @param reading what came of it
     */
    record Good(byte[] content, String text, JsonObject document, boolean lossless, Reading reading) implements Loaded {
        @Override
        public String toString() {
            return "Good[" + content.length + " bytes]";
        }
    }

    /**
     * It cannot be used.
     *
     * @param reason why, so that it can follow the file's name
     * @param missing whether it does not exist
     */
    record Bad(String reason, boolean missing) implements Loaded {}
}
