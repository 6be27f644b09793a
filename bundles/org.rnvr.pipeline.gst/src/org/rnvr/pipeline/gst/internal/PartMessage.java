package org.rnvr.pipeline.gst.internal;

/**
 * What a part of a pipeline reported on the bus.
 *
 * @param part name of the bin it happened in
 * @param element name of the element that reported it
 * @param kind what it is
 * @param domain error domain, or name of the element message
 * @param code error code within the domain; for {@link Kind#BUFFERING} how full the buffer is in percent
 * @param text message for people
 * @param debug details for developers
 */
record PartMessage(String part, String element, Kind kind, String domain, int code, String text, String debug) {

    /** What is reported. */
    enum Kind {
        /** The element cannot go on. */
        ERROR,
        /** Something the element can cope with. */
        WARNING,
        /** Something that the element says about itself. */
        ELEMENT,
        /** The element fills a buffer or finds it emptying. */
        BUFFERING
    }
}
