package org.rnvr.config.internal;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.rnvr.event.RnvrEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts events when there is an event service; until then it keeps them. */
final class EventOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(EventOutbox.class);
    private static final int CAPACITY = 1000;

    private final Queue<RnvrEvent> waiting = new ArrayDeque<>();
    private EventAdmin eventAdmin;

    synchronized void post(RnvrEvent event) {
        if (eventAdmin != null) {
            post(eventAdmin, event);
        } else if (waiting.size() < CAPACITY) {
            waiting.add(event);
        } else {
            LOG.warn("There is no event service, and too much is waiting for one: {} is dropped", event.topic());
        }
    }

    synchronized void open(EventAdmin service) {
        eventAdmin = service;
        while (!waiting.isEmpty()) {
            post(service, waiting.remove());
        }
    }

    synchronized void close(EventAdmin service) {
        if (eventAdmin == service) {
            eventAdmin = null;
        }
    }

    private static void post(EventAdmin service, RnvrEvent event) {
        service.postEvent(new Event(event.topic(), Map.of(RnvrEvent.PROPERTY, event)));
    }
}
