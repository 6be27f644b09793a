package org.rnvr.journal.internal.logging;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.rnvr.journal.internal.Redaction;

/** A line of text for people, without passwords, those in stack traces included. */
final class RedactedTextLayout extends PatternLayout {

    @Override
    public String doLayout(ILoggingEvent event) {
        return Redaction.of(super.doLayout(event));
    }
}
