package org.rnvr.pipeline.gst.internal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.rnvr.event.Moment;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.PipelineListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who hears the events of a pipeline. */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final String cameraId;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** One registration: the same listener may be registered twice. */
    private static final class Entry {
        private final PipelineListener listener;

        Entry(PipelineListener listener) {
            this.listener = listener;
        }
    }

    Listeners(String cameraId) {
        this.cameraId = cameraId;
    }

    /** Any thread. */
    Registration add(PipelineListener listener) {
        Entry entry = new Entry(listener);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /** Tells all, on the calling thread. */
    void tell(Function<Moment, PipelineEvent> kind) {
        PipelineEvent event = kind.apply(new Moment(Instant.now(), System.nanoTime()));
        LOG.debug("{}: {}", cameraId, event);
        for (Entry entry : entries) {
            try {
                entry.listener.onEvent(event);
            } catch (RuntimeException e) {
                LOG.error("A listener of camera {} failed at {}", cameraId, event, e);
            }
        }
    }
}
