package org.rnvr.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that happened. Implementations are records.
 * <p>
 * An event is posted asynchronously through the OSGi Event Admin service with {@link #topic()} as its topic and the
 * record itself as the property {@link #PROPERTY}. Handlers return at once and never block.
 * <p>
 * The journal writes every event as one line: the name is the record's simple name, its fields are the record's
 * components, both in snake_case ({@code msToFirstFrame} becomes {@code ms_to_first_frame}); empty optionals are left
 * out. No component holds a password, or a URL with one.
 */
@ConsumerType
public interface RnvrEvent {

    /** Every topic of RNVR begins with this; subscribe to {@code TOPIC_PREFIX + "*"} for all events. */
    String TOPIC_PREFIX = "org/rnvr/event/";

    /** Name of the Event Admin property that holds the record. */
    String PROPERTY = "rnvr.event";

    /** When it happened. */
    Moment at();

    /** The topic of this event's type, for example {@code org/rnvr/event/SegmentClosed}. */
    default String topic() {
        return TOPIC_PREFIX + getClass().getSimpleName();
    }
}
