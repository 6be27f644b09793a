package org.rnvr.console.tests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.rnvr.event.Registration;
import org.rnvr.recording.Recorder;
import org.rnvr.recording.RecordingStatus;

/** A recorder that says what it is told to say. */
final class Tape implements Recorder {

    private final Map<String, RecordingStatus> latest = new ConcurrentHashMap<>();
    private final List<Consumer<RecordingStatus>> observers = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    void say(RecordingStatus status) {
        latest.put(status.cameraId(), status);
        observers.forEach(observer -> observer.accept(status));
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public List<RecordingStatus> recordings() {
        return List.copyOf(latest.values());
    }

    @Override
    public Registration observe(Consumer<RecordingStatus> observer) {
        observers.add(observer);
        latest.values().forEach(observer);
        return () -> observers.remove(observer);
    }

    @Override
    public void start(String cameraId) {
        requests.add("start " + cameraId);
    }

    @Override
    public void stop(String cameraId) {
        requests.add("stop " + cameraId);
    }

    @Override
    public void pause(String cameraId) {
        requests.add("pause " + cameraId);
    }

    @Override
    public void resume(String cameraId) {
        requests.add("resume " + cameraId);
    }

    @Override
    public void release(String cameraId) {
        requests.add("release " + cameraId);
    }

    @Override
    public CompletionStage<Void> settled() {
        throw new UnsupportedOperationException();
    }
}
