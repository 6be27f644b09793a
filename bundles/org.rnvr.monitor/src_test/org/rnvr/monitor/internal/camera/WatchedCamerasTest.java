package org.rnvr.monitor.internal.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.monitor.internal.Settings.camera;
import static org.rnvr.monitor.internal.Settings.streaming;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Transport;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Probe;
import org.rnvr.detection.WatchedSession;
import org.rnvr.event.Alert;
import org.rnvr.event.Lost;
import org.rnvr.event.Recovered;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.Stalled;
import org.rnvr.event.StrategyAdded;
import org.rnvr.event.StrategyRemoved;
import org.rnvr.event.Streaming;
import org.rnvr.event.Suspect;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.monitor.StrategyAssessment;
import org.rnvr.monitor.internal.DirectThread;
import org.rnvr.monitor.internal.Settings;
import org.rnvr.monitor.internal.detection.InstalledStrategy;
import org.rnvr.monitor.internal.path.PathResult;
import org.rnvr.monitor.internal.path.PathResult.Reach;
import org.rnvr.pipeline.FailureKind;

class WatchedCamerasTest {

    private final FakePipelines pipelines = new FakePipelines(Instant.parse("2026-01-01T00:00:00Z"));
    private final Deque<Runnable> lane = new ArrayDeque<>();
    private final List<RnvrEvent> journal = new ArrayList<>();
    private final List<CameraStatus> found = new ArrayList<>();
    private final List<CameraStatus> seen = new ArrayList<>();
    private final List<String> looks = new ArrayList<>();
    private CompletionStage<PathResult> look = CompletableFuture.completedFuture(new PathResult(Reach.ANSWERED, "ok"));
    private long millis;

    private final WatchedCameras cameras = new WatchedCameras(
            pipelines,
            address -> {
                looks.add(address.host() + ":" + address.port());
                return look;
            },
            new Random(3)::nextDouble,
            () -> pipelines.at(millis),
            lane::add,
            name -> new DirectThread(),
            this::hear);

    private void hear(RnvrEvent event) {
        journal.add(event);
        if (event instanceof Streaming) {
            found.addAll(cameras.statuses());
        }
    }

    @Test
    void configuredCamerasStartSpreadInTime() {
        CameraSettings[] settings = new CameraSettings[64];
        for (int i = 0; i < settings.length; i++) {
            settings[i] = camera("c" + i);
        }
        apply(streaming(), settings);
        assertEquals(64, cameras.statuses().size());
        assertEquals(1, pipelines.open.size(), "the first at once");
        pass(500);
        assertTrue(pipelines.open.size() > 5 && pipelines.open.size() < 30, "open: " + pipelines.open.size());
        pass(3000);
        assertEquals(64, pipelines.open.size());
    }

    @Test
    void whoHearsAnEventFindsItsStatus() {
        pipelines.atActivation = () -> found.addAll(cameras.statuses());
        streamingCameras("a");
        assertEquals(OptionalLong.of(1), status("a").session());
        assertEquals(List.of(status("a"), status("a")), found, "as the pipeline is told, and with the event");
    }

    @Test
    void onlyWhatIsConfiguredToStartDoes() {
        apply(
                streaming(),
                camera("a", "A", "rtsp://127.0.0.1/a", false, true),
                camera("b", "B", "rtsp://127.0.0.1/b", true, false));
        pass(1000);
        assertEquals(Set.of("b"), pipelines.open.keySet());
        assertEquals(0, pipelines.open.get("b").session);
        assertEquals(StatusDetail.DISABLED, status("a").detail());
        assertEquals(StatusDetail.STOPPED, status("b").detail());
        cameras.connect("a");
        cameras.connect("b");
        cameras.connect("unknown");
        assertEquals(ConnectionState.DISCONNECTED, status("a").state());
        assertEquals(ConnectionState.CONNECTING, status("b").state());
        assertEquals(1, pipelines.open.get("b").session);
    }

    @Test
    void newCameraStartsAndRemovedOneStopsWhileTheOthersAreNotTouched() {
        streamingCameras("a", "b");
        cameras.observe(seen::add);
        seen.clear();
        pipelines.calls.clear();
        apply(streaming(), camera("b"), camera("c"));
        pass(200);
        assertEquals(List.of("close a", "open c rtsp://127.0.0.1:8554/c TCP", "session c 3"), pipelines.calls);
        assertEquals(ConnectionState.DISCONNECTED, seen.get(0).state());
        assertEquals("a", seen.get(0).cameraId());
        assertEquals(
                List.of("b", "c"),
                cameras.statuses().stream().map(CameraStatus::cameraId).toList());
        assertTrue(seen.stream().noneMatch(status -> status.cameraId().equals("b")));
    }

    @Test
    void cameraThatIsStoppedAlreadyIsReportedWhenRemoved() {
        apply(streaming(), camera("a", "A", "rtsp://127.0.0.1/a", false, true));
        cameras.observe(seen::add);
        seen.clear();
        apply(streaming());
        assertEquals(1, seen.size());
        assertEquals(ConnectionState.DISCONNECTED, seen.get(0).state());
        assertEquals(List.of(), cameras.statuses());
    }

    @Test
    void changedUrlOpensThatCameraAnewAfterTheOldPipelineIsClosed() {
        streamingCameras("a", "b");
        FakePipelines.Pipeline old = pipelines.open.get("a");
        pipelines.closesAtOnce = false;
        pipelines.calls.clear();
        apply(streaming(), camera("a", "A", "rtsp://127.0.0.2/new", true, true), camera("b"));
        pass(800);
        assertEquals(List.of("close a"), pipelines.calls);
        assertEquals(ConnectionState.CONNECTING, status("a").state());
        old.finishClosing();
        pass(200);
        pipelines.calls.remove("request b 2");
        assertEquals(List.of("close a", "open a rtsp://127.0.0.2/new TCP", "session a 3"), pipelines.calls);
        pipelines.open.get("a").ready(millis);
        drain();
        assertEquals(ConnectionState.STREAMING, status("a").state());
        assertEquals(ConnectionState.STREAMING, status("b").state());
    }

    @Test
    void changedTransportOpensAllAnew() {
        streamingCameras("a", "b");
        pipelines.calls.clear();
        apply(
                streaming(Transport.UDP, Duration.ofSeconds(5), Optional.empty(), Duration.ofSeconds(5)),
                camera("a"),
                camera("b"));
        pass(500);
        assertTrue(pipelines.calls.contains("open a rtsp://127.0.0.1:8554/a UDP"));
        assertTrue(pipelines.calls.contains("open b rtsp://127.0.0.1:8554/b UDP"));
    }

    @Test
    void nameAndReconnectionSettingsTouchNoPipeline() {
        streamingCameras("a");
        pipelines.calls.clear();
        apply(
                streaming(Transport.TCP, Duration.ofSeconds(5), Optional.empty(), Duration.ofSeconds(60)),
                camera("a", "Yard", "rtsp://127.0.0.1:8554/a", true, true));
        pass(500);
        assertEquals(List.of(), pipelines.calls);
        assertEquals("Yard", status("a").name());
    }

    @Test
    void disabledCameraIsClosedAndEnabledOneStarts() {
        streamingCameras("a");
        apply(streaming(), camera("a", "A", "rtsp://127.0.0.1:8554/a", false, true));
        assertEquals(StatusDetail.DISABLED, status("a").detail());
        assertTrue(pipelines.open.isEmpty());
        assertFalse(pipelines.calls.contains("close session a 1"), "the pipeline ends the file as stopped");
        apply(streaming(), camera("a"));
        pass(200);
        assertEquals(ConnectionState.CONNECTING, status("a").state());
        assertEquals(2, pipelines.open.get("a").session);
    }

    @Test
    void cameraThatComesBackWhileItsPipelineClosesWaitsForThat() {
        streamingCameras("a");
        FakePipelines.Pipeline old = pipelines.open.get("a");
        pipelines.closesAtOnce = false;
        apply(streaming());
        apply(streaming(), camera("a"));
        pass(500);
        old.finishClosing();
        pass(100);
        assertEquals(2, pipelines.open.get("a").session);
        assertEquals(ConnectionState.CONNECTING, status("a").state());
    }

    @Test
    void refusedPipelineIsTriedAgain() {
        pipelines.refuses = true;
        apply(streaming(), camera("a"));
        assertEquals(StatusDetail.MACHINE_ERROR, status("a").detail());
        pipelines.refuses = false;
        pass(4900);
        assertTrue(pipelines.open.isEmpty());
        pass(200);
        assertEquals(1, pipelines.open.get("a").session);
    }

    @Test
    void detectorSeesMediaRepliesPathAndTime() {
        List<Observation> observations = new ArrayList<>();
        cameras.add(installed("watch", 1, session -> observation -> {
            observations.add(observation);
            return observations.size() == 1
                    ? new Assessment(Grade.HEALTHY, 0, "", Set.of(Probe.SESSION_REQUEST, Probe.FRESH_CONNECTION))
                    : Assessment.HEALTHY;
        }));
        streamingCameras("a");
        FakePipelines.Pipeline pipeline = pipelines.open.get("a");
        pass(50);
        assertTrue(pipelines.calls.contains("request a 1"));
        assertEquals(List.of("127.0.0.1:8554"), looks);
        pipeline.frame(millis + 10);
        pipeline.frame(millis + 20);
        pass(50);
        pipeline.reply(millis, 200);
        drain();
        assertTrue(observations.stream()
                .anyMatch(observation -> observation instanceof Observation.MediaArrived media
                        && media.frames() == 2
                        && media.lastArrivalNanos()
                                == Duration.ofMillis(millis - 30).toNanos()));
        assertTrue(observations.stream()
                .anyMatch(
                        observation -> observation instanceof Observation.RequestEnded ended && ended.status() == 200));
        assertTrue(observations.stream()
                .anyMatch(observation -> observation instanceof Observation.PathProbed probed && probed.answered()));
        long last = Long.MIN_VALUE;
        for (Observation observation : observations) {
            assertTrue(observation.nanos() >= last, "time never goes back");
            last = observation.nanos();
        }
    }

    @Test
    void aLookUnderWayServesAllWhoAsk() {
        look = new CompletableFuture<>();
        cameras.add(installed("watch", 1, session -> observation -> Assessment.HEALTHY.asking(Probe.FRESH_CONNECTION)));
        streamingCameras("a");
        pass(1000);
        assertEquals(1, looks.size());
    }

    @Test
    void suspicionOpensASessionBesideAndTheFirstToDeliverGoesOn() {
        cameras.add(installed("strict", 1, WatchedCamerasTest::silentForASecond));
        streamingCameras("a");
        FakePipelines.Pipeline pipeline = pipelines.open.get("a");
        cameras.observe(seen::add);
        pass(1100);
        assertTrue(pipelines.calls.contains("flush a"));
        assertEquals(2, pipeline.session, "asked for beside the first");
        assertFalse(pipelines.calls.contains("close session a 1"));
        pass(500);
        pipeline.ready(millis);
        pass(2500);
        assertTrue(pipelines.calls.indexOf("activate a 2") < pipelines.calls.indexOf("close session a 1"));
        assertEquals(
                List.of(
                        ConnectionState.STREAMING,
                        ConnectionState.SUSPECT,
                        ConnectionState.STALLED,
                        ConnectionState.STREAMING),
                states());
        assertEquals("strict", events(Suspect.class).get(0).strategy());
        assertEquals("strict", events(Stalled.class).get(0).strategy());

        pass(1100);
        assertEquals(3, pipeline.session);
        pipeline.frame(millis + 20);
        pass(100);
        assertTrue(pipelines.calls.contains("close session a 3"), "the second recovered");
        assertEquals(1, events(Recovered.class).size());
    }

    @Test
    void whatStrategiesThinkIsToldWithTheTimeSinceWhen() {
        cameras.add(installed("strict", 1, WatchedCamerasTest::silentForASecond));
        cameras.add(installed("calm", 2, session -> observation -> Assessment.HEALTHY));
        apply(streaming(), camera("a"));
        pass(100);
        assertEquals(List.of(), cameras.assessments("a"), "no session yet");
        pipelines.open.get("a").ready(millis);
        drain();
        long began = millis;
        pass(500);
        List<StrategyAssessment> healthy = cameras.assessments("a");
        assertEquals(
                List.of("calm", "strict"),
                healthy.stream().map(StrategyAssessment::strategy).toList());
        Instant since = healthy.get(0).since();
        assertTrue(!since.isBefore(pipelines.at(began).time())
                && !since.isAfter(pipelines.at(began + 50).time()));
        pass(700);
        StrategyAssessment strict = cameras.assessments("a").get(1);
        assertEquals(Grade.SUSPECT, strict.assessment().grade());
        assertEquals(1, strict.session());
        pass(200);
        assertEquals(strict.since(), cameras.assessments("a").get(1).since(), "since it began to suspect");
        assertEquals(since, cameras.assessments("a").get(0).since());
        assertEquals(List.of(), cameras.assessments("unknown"));
        cameras.stop("a");
        pass(50);
        assertEquals(List.of(), cameras.assessments("a"));
    }

    @Test
    void standstillOfThisMachineIsNoSilence() {
        cameras.add(installed("strict", 1, WatchedCamerasTest::silentForASecond));
        streamingCameras("a");
        FakePipelines.Pipeline pipeline = pipelines.open.get("a");
        for (int i = 0; i < 20; i++) {
            pipeline.frame(millis + 10);
            pass(50);
        }
        millis += 60_000;
        cameras.tick();
        drain();
        assertEquals(List.of(), events(Suspect.class));
        pipeline.frame(millis - 30_000);
        for (int i = 0; i < 20; i++) {
            pipeline.frame(millis + 10);
            pass(50);
        }
        assertEquals(List.of(), events(Suspect.class));
        pass(1100);
        assertEquals(1, events(Suspect.class).size(), "silence after it counts");
    }

    @Test
    void camerasOfOneNetworkThatFallSilentAtOnceAreOneAlert() {
        cameras.add(installed("strict", 1, WatchedCamerasTest::silentForASecond));
        look = CompletableFuture.completedFuture(new PathResult(Reach.UNREACHABLE, "silent"));
        streamingCameras("a", "b", "c", "d");
        pass(8000);
        assertEquals(4, events(Lost.class).size(), "each is journalled");
        assertEquals(1, events(Alert.class).size());
        assertEquals("network", events(Alert.class).get(0).kind());
        for (String id : List.of("a", "b", "c", "d")) {
            cameras.connect(id);
            drain();
            pipelines.open.get(id).ready(millis);
            drain();
        }
        assertEquals(2, events(Alert.class).size(), "and once that all are back");
    }

    @Test
    void oneCameraThatIsGoneIsItsOwnAlert() {
        cameras.add(installed(
                "strict",
                1,
                session -> session.cameraId().equals("b")
                        ? silentForASecond(session)
                        : observation -> Assessment.HEALTHY));
        look = CompletableFuture.completedFuture(new PathResult(Reach.UNREACHABLE, "silent"));
        streamingCameras("a", "b", "c", "d");
        pass(8000);
        assertEquals(1, events(Alert.class).size());
        assertEquals("camera_lost", events(Alert.class).get(0).kind());
        assertEquals(Optional.of("b"), events(Alert.class).get(0).camera());
        cameras.connect("b");
        drain();
        pipelines.open.get("b").ready(millis);
        drain();
        assertEquals("camera_back", events(Alert.class).get(1).kind());
    }

    @Test
    void strategyThatFloodsIsCutOff() {
        boolean[] odd = {false};
        cameras.add(installed("nervous", 1, session -> observation -> {
            odd[0] = !odd[0];
            return odd[0] ? new Assessment(Grade.SUSPECT, 1, "Hm.", Set.of()) : Assessment.HEALTHY;
        }));
        cameras.add(installed(
                "curious",
                2,
                session -> observation ->
                        new Assessment(Grade.HEALTHY, 0, "", Set.of(Probe.SESSION_REQUEST, Probe.FRESH_CONNECTION))));
        streamingCameras("a");
        for (int i = 0; i < 400; i++) {
            pipelines.open.get("a").frame(millis + 10);
            pass(50);
        }
        assertEquals(
                Set.of("nervous", "curious"),
                Set.copyOf(events(StrategyRemoved.class).stream()
                        .map(StrategyRemoved::strategy)
                        .toList()));
        assertEquals(2, events(Alert.class).size());
        assertEquals("strategy", events(Alert.class).get(0).kind());
        assertTrue(events(Suspect.class).size() <= 20, "journal");
    }

    @Test
    void strategyThatHoldsEverySessionToBeDeadThoughVideoComesIsCutOff() {
        cameras.add(installed("bad", 1, session -> observation -> new Assessment(Grade.DEAD, 1, "No.", Set.of())));
        streamingCameras("a");
        FakePipelines.Pipeline pipeline = pipelines.open.get("a");
        long ready = pipeline.session;
        for (int i = 0; i < 3000 && events(StrategyRemoved.class).isEmpty(); i++) {
            pipeline.frame(millis + 10);
            pass(50);
            if (pipeline.session > ready) {
                ready = pipeline.session;
                pipeline.ready(millis);
                drain();
            }
        }
        assertEquals(1, events(StrategyRemoved.class).size(), "after " + pipeline.session + " sessions");
    }

    private static Detector silentForASecond(WatchedSession session) {
        long[] last = {session.nanos()};
        return observation -> {
            if (observation instanceof Observation.MediaArrived media) {
                last[0] = media.lastArrivalNanos();
            }
            long silence = observation.nanos() - last[0];
            return silence < Duration.ofSeconds(1).toNanos()
                    ? Assessment.HEALTHY
                    : new Assessment(Grade.SUSPECT, 1, "Too long.", Set.of());
        };
    }

    @Test
    void lossesAreActedOnWithoutAnyStrategy() {
        streamingCameras("a");
        pipelines.open.get("a").frame(millis + 30);
        pass(50);
        pipelines.open.get("a").fail(millis, FailureKind.ENDED);
        drain();
        assertEquals("pipeline", events(Lost.class).get(0).strategy());
        assertEquals(20, events(Lost.class).get(0).silenceMs());
        pass(1000);
        assertEquals(2, pipelines.open.get("a").session);
    }

    @Test
    void strategyThatThrowsIsCutOffAndTheOthersGoOn() {
        List<Observation> observations = new ArrayList<>();
        cameras.add(installed("good", 1, session -> observation -> {
            observations.add(observation);
            return Assessment.HEALTHY;
        }));
        cameras.add(installed("bad", 2, session -> observation -> {
            throw new IllegalStateException("on purpose");
        }));
        streamingCameras("a", "b");
        pass(500);
        assertEquals(1, events(StrategyRemoved.class).size());
        assertEquals("bad", events(StrategyRemoved.class).get(0).strategy());
        assertTrue(observations.size() > 10);
        assertEquals(ConnectionState.STREAMING, status("a").state());

        cameras.removeStrategy(2);
        cameras.add(installed("bad", 3, session -> observation -> Assessment.HEALTHY));
        assertEquals(3, events(StrategyAdded.class).size(), "it may come again");
    }

    @Test
    void strategyThatThrowsWhenAskedForADetectorIsCutOff() {
        cameras.add(installed("bad", 2, session -> {
            throw new NoClassDefFoundError("gone");
        }));
        streamingCameras("a");
        pass(50);
        assertEquals("bad", events(StrategyRemoved.class).get(0).strategy());
        assertEquals(ConnectionState.STREAMING, status("a").state());
    }

    @Test
    void strategiesComeAndGoWhileACameraStreams() {
        streamingCameras("a", "b");
        pipelines.calls.clear();
        List<String> watched = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        cameras.add(installed("late", 7, session -> {
            watched.add(session.cameraId());
            return new Detector() {
                @Override
                public Assessment observe(Observation observation) {
                    return new Assessment(Grade.SUSPECT, 1, "Hm.", Set.of());
                }

                @Override
                public void close() {
                    closed.add(session.cameraId());
                }
            };
        }));
        pass(50);
        assertEquals(List.of("a", "b"), watched);
        assertEquals(ConnectionState.SUSPECT, status("a").state());
        cameras.removeStrategy(7);
        pipelines.open.get("a").frame(millis + 10);
        pipelines.open.get("b").frame(millis + 10);
        pass(50);
        assertEquals(List.of("a", "b"), closed);
        assertEquals(ConnectionState.STREAMING, status("a").state());
        assertEquals(List.of("flush a", "flush b"), pipelines.calls, "no session was touched");
    }

    @Test
    void changedKeepaliveTimeoutOpensDetectorsAnewAndNoSession() {
        List<WatchedSession> watched = new ArrayList<>();
        cameras.add(installed("watch", 1, session -> {
            watched.add(session);
            return observation -> Assessment.HEALTHY;
        }));
        streamingCameras("a");
        pipelines.calls.clear();
        apply(streaming(Transport.TCP, Duration.ofSeconds(3), Optional.empty(), Duration.ofSeconds(5)), camera("a"));
        pass(100);
        assertEquals(2, watched.size());
        assertEquals(
                Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", 8554)),
                watched.get(0).address());
        assertEquals(
                Duration.ofSeconds(3), watched.get(1).settings().detection().keepaliveTimeout());
        assertEquals(List.of(), pipelines.calls);
    }

    @Test
    void turnedPictureIsToldToThePipelineThatIsOpen() {
        streamingCameras("a");
        pipelines.calls.clear();
        CameraSettings upright = camera("a");
        CameraSettings turned = new CameraSettings(
                upright.id(),
                upright.name(),
                upright.rtspUrl(),
                "rtsp://127.0.0.1:8554/small",
                upright.credentials(),
                true,
                true,
                false,
                true,
                false,
                upright.ptz(),
                new CameraSettings.VideoTransform(true, CameraSettings.Flip.NONE, 90),
                upright.standby(),
                upright.recordingSchedule(),
                upright.displayOrder());
        apply(streaming(), turned);
        pass(100);
        assertEquals(turned, pipelines.open.get("a").viewsOf);
        assertEquals(List.of(), pipelines.calls);
    }

    @Test
    void strategyThatIsNotNamedDoesNotAct() {
        cameras.add(installed("one", 1, session -> observation -> Assessment.HEALTHY));
        cameras.add(installed("other", 2, session -> observation -> new Assessment(Grade.DEAD, 1, "No.", Set.of())));
        StreamingSettings named =
                streaming(Transport.TCP, Duration.ofSeconds(5), Optional.of(Set.of("one")), Duration.ofSeconds(5));
        apply(named, camera("a"));
        pipelines.open.get("a").ready(millis);
        pass(1000);
        assertEquals(ConnectionState.STREAMING, status("a").state());
    }

    @Test
    void observerThatThrowsHarmsNobody() {
        cameras.observe(status -> {
            throw new IllegalStateException("on purpose");
        });
        cameras.observe(seen::add);
        streamingCameras("a");
        assertEquals(ConnectionState.STREAMING, seen.get(seen.size() - 1).state());
    }

    @Test
    void endClosesAllAndCompletesWhenAllAreClosed() {
        streamingCameras("a", "b");
        pipelines.closesAtOnce = false;
        List<FakePipelines.Pipeline> open = List.copyOf(pipelines.open.values());
        CompletableFuture<Void> end = cameras.end().toCompletableFuture();
        assertTrue(pipelines.calls.containsAll(List.of("close a", "close b")));
        open.get(0).finishClosing();
        drain();
        assertFalse(end.isDone());
        open.get(1).finishClosing();
        drain();
        assertTrue(end.isDone());
        assertEquals(ConnectionState.DISCONNECTED, status("a").state());

        pipelines.calls.clear();
        cameras.connect("a");
        apply(streaming(), camera("a"), camera("c"));
        pass(1000);
        assertTrue(cameras.end().toCompletableFuture().isDone());
        assertEquals(List.of(), pipelines.calls, "the end is for good");
    }

    private void streamingCameras(String... ids) {
        CameraSettings[] settings = new CameraSettings[ids.length];
        for (int i = 0; i < ids.length; i++) {
            settings[i] = camera(ids[i]);
        }
        apply(streaming(), settings);
        pass(ids.length * 100L);
        for (String id : ids) {
            pipelines.open.get(id).ready(millis);
            drain();
            assertEquals(ConnectionState.STREAMING, status(id).state());
        }
    }

    private void apply(StreamingSettings streaming, CameraSettings... settings) {
        cameras.apply(Settings.of(streaming, settings));
        drain();
    }

    private void pass(long duration) {
        for (long end = millis + duration; millis < end; ) {
            millis = Math.min(end, millis + 50);
            cameras.tick();
            drain();
        }
    }

    private void drain() {
        for (Runnable task = lane.poll(); task != null; task = lane.poll()) {
            task.run();
        }
    }

    /** The states seen, each change once. */
    private List<ConnectionState> states() {
        List<ConnectionState> states = new ArrayList<>();
        for (CameraStatus status : seen) {
            if (states.isEmpty() || states.get(states.size() - 1) != status.state()) {
                states.add(status.state());
            }
        }
        return states;
    }

    private CameraStatus status(String id) {
        return cameras.statuses().stream()
                .filter(status -> status.cameraId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private <T extends RnvrEvent> List<T> events(Class<T> type) {
        return journal.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static InstalledStrategy installed(String name, long id, Function<WatchedSession, Detector> watch) {
        return new InstalledStrategy(name, 0, id, "test", "1.0.0", new DetectionStrategy() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Detector watch(WatchedSession session) {
                return watch.apply(session);
            }
        });
    }
}
