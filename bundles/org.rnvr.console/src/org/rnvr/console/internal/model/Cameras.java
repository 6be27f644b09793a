package org.rnvr.console.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.Registration;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.StrategyAssessment;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.recording.Recorder;
import org.rnvr.recording.RecordingStatus;

/**
 * The configured cameras with all that is known of them now, while monitor, recorder and pipelines come and go. Any thread;
 * nothing waits.
 */
@Component(service = Cameras.class)
public final class Cameras {

    private final ConfigurationService configuration;
    private final Observers observers = new Observers();
    private final Map<String, CameraPipeline> pipelines = new ConcurrentHashMap<>();
    private final Registration configured;
    private volatile Optional<Feed<CameraMonitor, CameraStatus>> monitor = Optional.empty();
    private volatile Optional<Feed<Recorder, RecordingStatus>> recorder = Optional.empty();

    /** Of this configuration. */
    @Activate
    public Cameras(@Reference ConfigurationService configuration) {
        this.configuration = configuration;
        this.configured = configuration.observe(current -> observers.call());
    }

    @Deactivate
    void deactivate() {
        configured.close();
        monitor.ifPresent(Feed::close);
        recorder.ifPresent(Feed::close);
    }

    /** In display order. */
    public List<Camera> list() {
        Optional<Feed<CameraMonitor, CameraStatus>> connections = monitor;
        Optional<Feed<Recorder, RecordingStatus>> recordings = recorder;
        return configuration.current().cameras().stream()
                .map(settings -> camera(settings, connections, recordings))
                .toList();
    }

    /** The camera of this id. */
    public Optional<Camera> camera(String id) {
        return configuration.current().camera(id).map(settings -> camera(settings, monitor, recorder));
    }

    /** The pipeline of this camera, while it has one. */
    public Optional<CameraPipeline> pipeline(String id) {
        return Optional.ofNullable(pipelines.get(id));
    }

    /** What each strategy thinks of this camera's session now; empty while there is none, or no monitor. */
    public List<StrategyAssessment> assessments(String id) {
        return monitor.map(feed -> feed.service.assessments(id)).orElseGet(List::of);
    }

    /** Calls the observer, on any thread, after anything changed. It must return at once. */
    public Registration observe(Runnable observer) {
        return observers.add(observer);
    }

    /** Connects a camera, or tries one at once that is waited for. */
    public void connect(String id) {
        monitor.ifPresent(feed -> feed.service.connect(id));
    }

    /** Stops a camera. */
    public void stop(String id) {
        monitor.ifPresent(feed -> feed.service.stop(id));
    }

    /** Records a camera. */
    public void startRecording(String id) {
        recorder.ifPresent(feed -> feed.service.start(id));
    }

    /** Records a camera no further. */
    public void stopRecording(String id) {
        recorder.ifPresent(feed -> feed.service.stop(id));
    }

    /** Interrupts a camera's recording. */
    public void pauseRecording(String id) {
        recorder.ifPresent(feed -> feed.service.pause(id));
    }

    /** Lets a camera's recording go on after an interruption. */
    public void resumeRecording(String id) {
        recorder.ifPresent(feed -> feed.service.resume(id));
    }

    /** Leaves it to the camera's calendar whether it is recorded. */
    public void releaseRecording(String id) {
        recorder.ifPresent(feed -> feed.service.release(id));
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setMonitor(CameraMonitor service) {
        monitor.ifPresent(Feed::close);
        Feed<CameraMonitor, CameraStatus> feed = new Feed<>(service);
        monitor = Optional.of(feed);
        feed.registration = service.observe(feed.taking(CameraStatus::cameraId));
        observers.call();
    }

    synchronized void unsetMonitor(CameraMonitor service) {
        monitor.filter(feed -> feed.service == service).ifPresent(feed -> {
            monitor = Optional.empty();
            feed.close();
            observers.call();
        });
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setRecorder(Recorder service) {
        recorder.ifPresent(Feed::close);
        Feed<Recorder, RecordingStatus> feed = new Feed<>(service);
        recorder = Optional.of(feed);
        feed.registration = service.observe(feed.taking(RecordingStatus::cameraId));
        observers.call();
    }

    synchronized void unsetRecorder(Recorder service) {
        recorder.filter(feed -> feed.service == service).ifPresent(feed -> {
            recorder = Optional.empty();
            feed.close();
            observers.call();
        });
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPipeline(CameraPipeline pipeline) {
        pipelines.put(pipeline.cameraId(), pipeline);
        observers.call();
    }

    void removePipeline(CameraPipeline pipeline) {
        if (pipelines.remove(pipeline.cameraId(), pipeline)) {
            observers.call();
        }
    }

    private static Camera camera(
            CameraSettings settings,
            Optional<Feed<CameraMonitor, CameraStatus>> connections,
            Optional<Feed<Recorder, RecordingStatus>> recordings) {
        return new Camera(
                settings.id(),
                settings.name(),
                settings.enabled(),
                connections.flatMap(feed -> feed.latest(settings.id())),
                recordings.isPresent(),
                recordings.flatMap(feed -> feed.latest(settings.id())));
    }

    /** A service and the latest it said of each camera; what one says that has gone meanwhile is lost with its feed. */
    private final class Feed<S, T> {

        private final S service;
        private final Map<String, T> latest = new ConcurrentHashMap<>();
        private Registration registration = () -> {};

        Feed(S service) {
            this.service = service;
        }

        Consumer<T> taking(Function<T, String> id) {
            return status -> {
                latest.put(id.apply(status), status);
                observers.call();
            };
        }

        Optional<T> latest(String id) {
            return Optional.ofNullable(latest.get(id));
        }

        void close() {
            registration.close();
        }
    }
}
