package org.rnvr.integration.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.rnvr.event.CameraEvent;
import org.rnvr.event.RnvrEvent;

/** All events since a test began, but for those of other cameras than its own, in their order. Any thread. */
final class ReceivedEvents implements EventHandler {

    private final List<RnvrEvent> events = new ArrayList<>();
    private final List<String> cameras;

    ReceivedEvents(List<String> cameras) {
        this.cameras = cameras;
    }

    @Override
    public synchronized void handleEvent(Event posted) {
        RnvrEvent event = (RnvrEvent) posted.getProperty(RnvrEvent.PROPERTY);
        if (!(event instanceof CameraEvent of) || cameras.contains(of.cameraId())) {
            events.add(event);
            notifyAll();
        }
    }

    /** Those of a type up to now. */
    synchronized <E extends RnvrEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Waits for the first one of a type that is as asked for, and may have come already. */
    <E extends RnvrEvent> E await(Class<E> type, Predicate<E> wanted, Duration limit) throws InterruptedException {
        return await(type, wanted, 1, limit).get(0);
    }

    /** Waits until so many came. */
    synchronized <E extends RnvrEvent> List<E> await(Class<E> type, Predicate<E> wanted, int count, Duration limit)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            List<E> found = of(type).stream().filter(wanted).toList();
            if (found.size() >= count) {
                return found;
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("Only " + found.size() + " " + type.getSimpleName() + " of " + count + " in "
                        + limit + ", among " + events);
            }
            wait(left);
        }
    }
}
