package org.rnvr.recorder.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.rnvr.event.Registration;
import org.rnvr.recording.RecordingStatus;

/** The statuses of all cameras and those who observe them. Read on any thread, changed and observed on one. */
final class StatusBoard {

    private final Map<String, RecordingStatus> statuses = new ConcurrentSkipListMap<>();
    private final Observers<RecordingStatus> observers = new Observers<>();

    List<RecordingStatus> all() {
        return List.copyOf(statuses.values());
    }

    void put(RecordingStatus status) {
        if (!status.equals(statuses.put(status.cameraId(), status))) {
            observers.tell(status);
        }
    }

    /** Tells what is, then every change, on the lane, which is the thread of {@link #put}. */
    Registration observe(Consumer<RecordingStatus> observer, Executor lane) {
        return observers.add(observer, this::all, lane);
    }
}
