package org.rnvr.pipeline.gst.internal;

/** A GStreamer element is not installed. */
final class MissingElementException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String element;

    MissingElementException(String element) {
        super("The GStreamer element " + element + " is not installed; it is in the Debian package "
                + DebianPackages.of(element) + ".");
        this.element = element;
    }

    String element() {
        return element;
    }
}
