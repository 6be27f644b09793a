package org.rnvr.console.tests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.rnvr.event.Registration;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.StrategyAssessment;

/** A monitor that says what it is told to say. */
class Watch implements CameraMonitor {

    private final Map<String, CameraStatus> latest = new ConcurrentHashMap<>();
    private final Map<String, List<StrategyAssessment>> thoughts = new ConcurrentHashMap<>();
    private final List<Consumer<CameraStatus>> observers = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger questions = new AtomicInteger();

    void say(CameraStatus status) {
        latest.put(status.cameraId(), status);
        observers.forEach(observer -> observer.accept(status));
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public List<CameraStatus> cameras() {
        return List.copyOf(latest.values());
    }

    @Override
    public Registration observe(Consumer<CameraStatus> observer) {
        observers.add(observer);
        latest.values().forEach(observer);
        return () -> observers.remove(observer);
    }

    /** What strategies think of a camera. */
    void think(String cameraId, List<StrategyAssessment> assessments) {
        thoughts.put(cameraId, assessments);
    }

    /** How often somebody asked what strategies think. */
    int questions() {
        return questions.get();
    }

    @Override
    public List<StrategyAssessment> assessments(String cameraId) {
        questions.incrementAndGet();
        return thoughts.getOrDefault(cameraId, List.of());
    }

    @Override
    public void connect(String cameraId) {
        requests.add("connect " + cameraId);
    }

    @Override
    public void stop(String cameraId) {
        requests.add("stop " + cameraId);
    }

    @Override
    public CompletionStage<Void> shutdown() {
        return CompletableFuture.completedFuture(null);
    }
}
