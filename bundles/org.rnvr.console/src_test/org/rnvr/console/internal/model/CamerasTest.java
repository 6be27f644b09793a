package org.rnvr.console.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.Registration;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StrategyAssessment;
import org.rnvr.recording.Recorder;
import org.rnvr.recording.RecordingState;
import org.rnvr.recording.RecordingStatus;

class CamerasTest {

    private final Site site = new Site(Samples.configuration(
            Samples.settings("late", 2, true), Samples.settings("early", 1, true), Samples.settings("off", 3, false)));
    private final Cameras cameras = new Cameras(site);

    @Test
    void listsWhatIsConfiguredInDisplayOrderEvenWithoutAMonitor() {
        assertEquals(List.of("early", "late", "off"), ids());
        assertTrue(
                cameras.list().stream().allMatch(camera -> camera.connection().isEmpty()));
        assertTrue(cameras.list().stream().noneMatch(Camera::recordable));
    }

    @Test
    void followsMonitorAndRecorder() {
        Monitor monitor = new Monitor();
        Tape recorder = new Tape();
        cameras.setMonitor(monitor);
        cameras.setRecorder(recorder);
        monitor.say(Samples.status("early", ConnectionState.STREAMING));
        recorder.say(Samples.recording("early", RecordingState.RECORDING));
        assertEquals(ConnectionState.STREAMING, state("early").orElseThrow());
        assertEquals(
                RecordingState.RECORDING,
                cameras.camera("early").orElseThrow().recording().orElseThrow().state());
        assertEquals(Optional.empty(), state("late"));
    }

    @Test
    void forgetsWhatAMonitorSaidThatHasGone() {
        Monitor monitor = new Monitor();
        cameras.setMonitor(monitor);
        monitor.say(Samples.status("early", ConnectionState.STREAMING));
        cameras.unsetMonitor(monitor);
        monitor.sayLate(Samples.status("early", ConnectionState.LOST));
        assertEquals(Optional.empty(), state("early"));
        assertTrue(monitor.observers.isEmpty());
    }

    @Test
    void keepsTheNewMonitorWhenTheOldOneGoesAfterIt() {
        Monitor old = new Monitor();
        Monitor next = new Monitor();
        cameras.setMonitor(old);
        cameras.setMonitor(next);
        cameras.unsetMonitor(old);
        next.say(Samples.status("early", ConnectionState.OFFLINE));
        assertEquals(ConnectionState.OFFLINE, state("early").orElseThrow());
        assertTrue(old.observers.isEmpty());
    }

    @Test
    void tellsOfEveryChangeUntilNotWantedAnyMore() {
        List<String> calls = new ArrayList<>();
        Registration registration = cameras.observe(() -> calls.add("changed"));
        Monitor monitor = new Monitor();
        cameras.setMonitor(monitor);
        int before = calls.size();
        monitor.say(Samples.status("early", ConnectionState.STREAMING));
        assertEquals(before + 1, calls.size());
        site.change(Samples.configuration(Samples.settings("only", 1, true)));
        assertEquals(before + 2, calls.size());
        assertEquals(List.of("only"), ids());
        registration.close();
        monitor.say(Samples.status("only", ConnectionState.STREAMING));
        assertEquals(before + 2, calls.size());
    }

    @Test
    void handsRequestsOnAndLosesThemQuietlyWhenNobodyIsThere() {
        cameras.connect("early");
        cameras.startRecording("early");
        Monitor monitor = new Monitor();
        Tape recorder = new Tape();
        cameras.setMonitor(monitor);
        cameras.setRecorder(recorder);
        cameras.connect("early");
        cameras.stop("late");
        cameras.startRecording("early");
        cameras.stopRecording("late");
        assertEquals(List.of("connect early", "stop late"), monitor.requests);
        assertEquals(List.of("start early", "stop late"), recorder.requests);
    }

    @Test
    void offersOnlyWhatWouldChangeSomething() {
        Monitor monitor = new Monitor();
        cameras.setMonitor(monitor);
        monitor.say(Samples.status("early", ConnectionState.DISCONNECTED));
        monitor.say(Samples.status("off", ConnectionState.DISCONNECTED));
        Camera early = cameras.camera("early").orElseThrow();
        assertTrue(early.canConnect());
        assertFalse(early.canStop());
        assertFalse(early.canStartRecording(), "there is no recorder");
        assertFalse(cameras.camera("off").orElseThrow().canConnect(), "it is switched off");
        cameras.setRecorder(new Tape());
        monitor.say(Samples.status("early", ConnectionState.STREAMING));
        early = cameras.camera("early").orElseThrow();
        assertFalse(early.canConnect());
        assertTrue(early.canStop());
        assertTrue(early.canStartRecording());
        assertFalse(early.canStopRecording());
    }

    private List<String> ids() {
        return cameras.list().stream().map(Camera::id).toList();
    }

    private Optional<ConnectionState> state(String id) {
        return cameras.camera(id).orElseThrow().connection().map(CameraStatus::state);
    }

    private static final class Site implements ConfigurationService {

        private final List<Consumer<Configuration>> observers = new ArrayList<>();
        private Configuration current;

        Site(Configuration current) {
            this.current = current;
        }

        void change(Configuration next) {
            current = next;
            List.copyOf(observers).forEach(observer -> observer.accept(next));
        }

        @Override
        public Path file() {
            return Path.of("/IT_RNVR.json");
        }

        @Override
        public Path dataFolder() {
            return Path.of("/");
        }

        @Override
        public Configuration current() {
            return current;
        }

        @Override
        public List<ConfigurationProblem> problems() {
            return List.of();
        }

        @Override
        public Registration observe(Consumer<Configuration> observer) {
            observers.add(observer);
            observer.accept(current);
            return () -> observers.remove(observer);
        }

        @Override
        public void change(List<ConfigurationEdit> edits) {
            throw new UnsupportedOperationException("nothing here changes the configuration");
        }
    }

    private static final class Monitor implements CameraMonitor {

        private final List<Consumer<CameraStatus>> observers = new ArrayList<>();
        private final List<String> requests = new ArrayList<>();
        private Consumer<CameraStatus> last = status -> {};

        void say(CameraStatus status) {
            List.copyOf(observers).forEach(observer -> observer.accept(status));
        }

        void sayLate(CameraStatus status) {
            last.accept(status);
        }

        @Override
        public List<CameraStatus> cameras() {
            return List.of();
        }

        @Override
        public Registration observe(Consumer<CameraStatus> observer) {
            observers.add(observer);
            last = observer;
            return () -> observers.remove(observer);
        }

        @Override
        public List<StrategyAssessment> assessments(String cameraId) {
            return List.of();
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

    private static final class Tape implements Recorder {

        private final List<Consumer<RecordingStatus>> observers = new ArrayList<>();
        private final List<String> requests = new ArrayList<>();

        void say(RecordingStatus status) {
            List.copyOf(observers).forEach(observer -> observer.accept(status));
        }

        @Override
        public List<RecordingStatus> recordings() {
            return List.of();
        }

        @Override
        public Registration observe(Consumer<RecordingStatus> observer) {
            observers.add(observer);
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
            throw new UnsupportedOperationException();
        }

        @Override
        public void resume(String cameraId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(String cameraId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> settled() {
            throw new UnsupportedOperationException();
        }
    }
}
