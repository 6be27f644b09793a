package org.rnvr.recorder.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.CameraSettings.Flip;
import org.rnvr.config.CameraSettings.Ptz;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.config.CameraSettings.VideoTransform;
import org.rnvr.config.Container;
import org.rnvr.config.Credentials;
import org.rnvr.config.StandbySession;
import org.rnvr.config.Transport;
import org.rnvr.config.WeeklySchedule;
import org.rnvr.event.Gap;
import org.rnvr.event.Moment;
import org.rnvr.event.RecordingStarted;
import org.rnvr.event.RecordingStopped;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.SegmentClosed;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.SegmentEnd;
import org.rnvr.recording.RecordingState;
import org.rnvr.recording.StorageState;

class CameraRecordingTest {

    private static final MediaDescription MEDIA =
            new MediaDescription("h264", 640, 360, Optional.empty(), Transport.TCP);

    private static final Path FOLDER = Path.of("/recordings");
    private static final PlanSettings PLAN = plan(FOLDER, Container.MP4);
    private static final Path ONE = Path.of("/recordings/c1/1.mp4");
    private static final Path TWO = Path.of("/recordings/c1/2.mp4");
    private static final Finding OK = new Finding(StorageState.OK, "", 1000);
    private static final Finding FULL = new Finding(StorageState.FULL, "the volume is full", 7);

    private Instant wall = Instant.parse("2026-11-23T10:00:00Z");
    private long nanos = 5_000_000_000L;
    private final CameraRecording camera = new CameraRecording(now(), "c1", () -> ZoneOffset.UTC);
    private final List<RnvrEvent> journal = new ArrayList<>();
    private final List<Effect> others = new ArrayList<>();
    private final List<Effect> catalog = new ArrayList<>();
    private Duration remembered = Duration.ZERO;

    private static PlanSettings plan(Path folder, Container container) {
        return new PlanSettings(
                folder,
                container,
                Duration.ofMinutes(10),
                Duration.ZERO,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                1 << 20);
    }

    private Moment now() {
        return new Moment(wall, nanos);
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    private void pass(long milliseconds) {
        pass(Duration.ofMillis(milliseconds));
    }

    private static CameraSettings settings(boolean enabled, boolean record) {
        return settings(enabled, record, WeeklySchedule.ALWAYS);
    }

    private static CameraSettings settings(boolean enabled, boolean record, WeeklySchedule schedule) {
        return new CameraSettings(
                "c1",
                "Camera",
                "rtsp://192.0.2.1/",
                Credentials.NONE,
                enabled,
                true,
                record,
                false,
                false,
                new Ptz(PtzType.NONE, 80, 1),
                new VideoTransform(false, Flip.NONE, 0),
                StandbySession.AUTO,
                schedule,
                0);
    }

    /** Takes effects apart: events to the journal, all else is returned by {@link #effects()}. */
    private void does(List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Post post) {
                journal.add(post.event());
            } else if (effect instanceof Effect.Remember remember) {
                remembered = remember.atMost();
            } else if (effect instanceof Effect.Opened || effect instanceof Effect.Closed) {
                catalog.add(effect);
            } else {
                others.add(effect);
            }
        }
    }

    private List<Effect> effects() {
        List<Effect> taken = List.copyOf(others);
        others.clear();
        return taken;
    }

    private List<RnvrEvent> journal() {
        List<RnvrEvent> taken = List.copyOf(journal);
        journal.clear();
        return taken;
    }

    private void configure(boolean enabled, boolean record) {
        does(camera.configured(now(), settings(enabled, record), PLAN));
    }

    private void attach(long number) {
        does(camera.attached(now(), number));
    }

    private void open(long pipeline, long session, Path file) {
        does(camera.segmentOpened(
                now(), pipeline, new PipelineEvent.SegmentOpened(now(), session, file, wall, now().nanos(), MEDIA)));
    }

    @Test
    void aClockThatIsSetWhileAFileBeginsDoesNotMoveIt() {
        configure(true, true);
        attach(1);
        Moment at = new Moment(wall.plusSeconds(3600), now().nanos() + 1);
        List<Effect> effects = camera.segmentOpened(
                at, 1, new PipelineEvent.SegmentOpened(at, 1, Path.of("a.mp4"), wall, now().nanos(), MEDIA));
        assertEquals(
                List.of(now().nanos()),
                effects.stream()
                        .filter(Effect.Opened.class::isInstance)
                        .map(effect -> ((Effect.Opened) effect).startNanos())
                        .toList());
    }

    /** Closes a file of 25 frames a second whose last frame came at the time given. */
    private void close(Path file, Instant end, SegmentEnd cause) {
        Instant start = end.minusSeconds(10);
        does(camera.segmentClosed(now(), closed(file, start, end, cause)));
    }

    private PipelineEvent.SegmentClosed closed(Path file, Instant start, Instant end, SegmentEnd cause) {
        long endNanos = nanos - Duration.between(end, wall).toNanos();
        return new PipelineEvent.SegmentClosed(
                now(), file, start, end, endNanos, 1_000_000, 251, Optional.empty(), cause);
    }

    private void fail(long pipeline) {
        does(camera.recordingFailed(now(), pipeline, new PipelineEvent.RecordingFailed(now(), "no space")));
    }

    private RecordingState state() {
        return camera.status().state();
    }

    /** A camera that records its first file on pipeline 1, session 1. */
    private void recording() {
        configure(true, true);
        attach(1);
        open(1, 1, ONE);
        pass(10_000);
        effects();
        journal();
    }

    private <T extends Effect> T only(Class<T> type) {
        List<Effect> all = effects();
        assertEquals(1, all.stream().filter(type::isInstance).count(), all.toString());
        return type.cast(all.stream().filter(type::isInstance).findFirst().orElseThrow());
    }

    private static List<String> names(List<? extends RnvrEvent> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    @Test
    void recordsACameraThatIsConfiguredToOnceItHasAPipeline() {
        configure(true, true);
        assertEquals(RecordingState.WAITING, state());
        assertEquals(List.of(), effects());
        attach(1);
        assertEquals(List.of(new Effect.Record(PLAN)), effects());
        assertEquals(RecordingState.WAITING, state());
        pass(500);
        open(1, 1, ONE);
        assertEquals(List.of(new RecordingStarted(now(), "c1", ONE, "start")), journal());
        assertEquals(RecordingState.RECORDING, state());
        assertEquals(Optional.of(ONE), camera.status().file());
        assertEquals(wall, camera.status().since());
    }

    @Test
    void leavesOthersAlone() {
        configure(true, false);
        attach(1);
        assertEquals(List.of(), effects());
        assertEquals(RecordingState.STOPPED, state());
        configure(false, true);
        assertEquals(List.of(), effects());
        assertEquals(RecordingState.STOPPED, state());
    }

    @Test
    void rotationIsNoStopAndNoGapEvenAfterAPauseOfTheNetwork() {
        recording();
        close(ONE, wall, SegmentEnd.ROTATION);
        pass(1_400);
        open(1, 1, TWO);
        assertEquals(List.of("SegmentClosed"), names(journal()));
        assertEquals(List.of(), effects());
        assertEquals(RecordingState.RECORDING, state());
        assertEquals(Optional.of(TWO), camera.status().file());
    }

    @Test
    void theNextFileMayBeReportedBeforeTheFormerIsFinished() {
        recording();
        Instant end = wall;
        pass(40);
        open(1, 1, TWO);
        pass(100);
        close(ONE, end, SegmentEnd.ROTATION);
        assertEquals(List.of("SegmentClosed"), names(journal()));
        assertEquals(Optional.of(TWO), camera.status().file());
    }

    @Test
    void aSegmentIsJournalledAsThePipelineToldIt() {
        recording();
        PipelineEvent.SegmentClosed event = closed(ONE, wall.minusSeconds(9), wall, SegmentEnd.ROTATION);
        does(camera.segmentClosed(now(), event));
        assertEquals(
                List.of(new SegmentClosed(
                        event.at(), "c1", ONE, event.start(), event.end(), 1_000_000, 251, "rotation")),
                journal());
    }

    @Test
    void aLossIsAStopAndAGapUpToTheNextFirstFrame() {
        recording();
        Instant end = wall;
        pass(8_000);
        close(ONE, end, SegmentEnd.RECONNECTION);
        assertEquals(
                List.of(new RecordingStopped(now(), "c1", ONE, "loss")),
                journal().subList(1, 2));
        assertEquals(RecordingState.WAITING, state());
        pass(2_000);
        open(1, 2, TWO);
        assertEquals(
                List.of(
                        new RecordingStarted(now(), "c1", TWO, "reconnection"),
                        new Gap(now(), "c1", end, wall, "loss")),
                journal());
        assertEquals(List.of(), effects());
    }

    @Test
    void aLossRightAfterARotationIsAGapToo() {
        recording();
        Instant end = wall;
        close(ONE, end, SegmentEnd.ROTATION);
        pass(9_000);
        open(1, 2, TWO);
        assertEquals(List.of(new Gap(now(), "c1", end, wall, "loss")), journal().subList(1, 2));
    }

    @Test
    void aSessionReplacedWithoutLossLeavesNoGap() {
        recording();
        Instant end = wall;
        pass(40);
        close(ONE, end, SegmentEnd.RECONNECTION);
        open(1, 2, TWO);
        assertEquals(List.of("SegmentClosed", "RecordingStopped", "RecordingStarted"), names(journal()));
    }

    @Test
    void aGapIsFoundWhenTheNewFileComesFirst() {
        recording();
        Instant end = wall;
        pass(7_000);
        open(1, 2, TWO);
        Instant next = wall;
        pass(50);
        close(ONE, end, SegmentEnd.RECONNECTION);
        List<RnvrEvent> events = journal();
        assertEquals(List.of("SegmentClosed", "Gap"), names(events));
        assertEquals(new Gap(now(), "c1", end, next, "loss"), events.get(1));
    }

    @Test
    void aClockSetBackDuringALossLeavesTheGapItsLength() {
        recording();
        Instant end = wall;
        pass(3_000);
        close(ONE, end, SegmentEnd.RECONNECTION);
        pass(4_000);
        wall = wall.minus(Duration.ofHours(1));
        journal();
        open(1, 2, TWO);
        assertEquals(
                new Gap(now(), "c1", wall.minusSeconds(7), wall, "loss"),
                journal().get(1));
    }

    @Test
    void aClockSetForwardWhileAFileEndsMakesNoGap() {
        recording();
        Instant end = wall;
        long endNanos = nanos;
        wall = wall.plus(Duration.ofHours(1));
        does(camera.segmentClosed(
                now(),
                new PipelineEvent.SegmentClosed(
                        now(),
                        ONE,
                        end.minusSeconds(10),
                        end,
                        endNanos,
                        1_000_000,
                        251,
                        Optional.empty(),
                        SegmentEnd.RECONNECTION)));
        pass(40);
        open(1, 2, TWO);
        assertFalse(names(journal()).contains("Gap"));
    }

    @Test
    void aClockSetForwardInAShortReplacementMakesNoGap() {
        recording();
        Instant end = wall;
        close(ONE, end, SegmentEnd.RECONNECTION);
        pass(40);
        wall = wall.plus(Duration.ofHours(1));
        open(1, 2, TWO);
        assertFalse(names(journal()).contains("Gap"));
    }

    @Test
    void theOperatorStopsAndStarts() {
        recording();
        does(camera.wanted(now(), false));
        assertEquals(List.of(new Effect.StopRecording(SegmentEnd.STOP)), effects());
        assertEquals(RecordingState.STOPPED, state());
        close(ONE, wall, SegmentEnd.STOP);
        assertEquals(
                new RecordingStopped(now(), "c1", ONE, "operator"), journal().get(1));
        pass(60_000);
        does(camera.wanted(now(), true));
        assertEquals(List.of(new Effect.Record(PLAN)), effects());
        assertEquals(RecordingState.WAITING, state());
        open(1, 1, TWO);
        assertEquals(List.of(new RecordingStarted(now(), "c1", TWO, "operator")), journal());
    }

    @Test
    void aQuickStopAndStartIsTheOperatorsAndNoGap() {
        recording();
        does(camera.wanted(now(), false));
        does(camera.wanted(now(), true));
        assertEquals(List.of(new Effect.StopRecording(SegmentEnd.STOP), new Effect.Record(PLAN)), effects());
        close(ONE, wall, SegmentEnd.STOP);
        pass(2_000);
        open(1, 1, TWO);
        List<RnvrEvent> events = journal();
        assertEquals(new RecordingStopped(events.get(0).at(), "c1", ONE, "operator"), events.get(1));
        assertEquals(List.of("SegmentClosed", "RecordingStopped", "RecordingStarted"), names(events));
    }

    @Test
    void aStopBetweenTwoFilesIsJournalledAtOnce() {
        recording();
        close(ONE, wall, SegmentEnd.ROTATION);
        journal();
        does(camera.wanted(now(), false));
        assertEquals(List.of(new RecordingStopped(now(), "c1", ONE, "operator")), journal());
    }

    @Test
    void theOperatorsWishSurvivesTheConfigurationAndANewPipeline() {
        configure(true, false);
        attach(1);
        does(camera.wanted(now(), true));
        assertEquals(List.of(new Effect.Record(PLAN)), effects());
        configure(true, false);
        assertEquals(List.of(), effects());
        does(camera.detached(now(), 1));
        assertEquals(RecordingState.WAITING, state());
        attach(2);
        assertEquals(List.of(new Effect.Record(PLAN)), effects());
    }

    @Test
    void anEditOfTheStartKeyStartsAndStops() {
        configure(true, false);
        attach(1);
        configure(true, true);
        assertEquals(List.of(new Effect.Record(PLAN)), effects());
        open(1, 1, ONE);
        assertEquals(List.of(new RecordingStarted(now(), "c1", ONE, "start")), journal());
        configure(true, false);
        assertEquals(List.of(new Effect.StopRecording(SegmentEnd.STOP)), effects());
        close(ONE, wall, SegmentEnd.STOP);
        assertEquals(new RecordingStopped(now(), "c1", ONE, "stop"), journal().get(1));
    }

    @Test
    void aChangedPlanHoldsForARunningRecordingAndNothingElseTouchesIt() {
        recording();
        configure(true, true);
        assertEquals(List.of(), effects());
        PlanSettings mkv = plan(FOLDER, Container.MKV);
        does(camera.configured(now(), settings(true, true), mkv));
        assertEquals(List.of(new Effect.Record(mkv)), effects());
        assertEquals(RecordingState.RECORDING, state());
    }

    @Test
    void aCameraTakenOutStopsAndStartsAfreshWhenItComesBack() {
        recording();
        does(camera.removed(now()));
        assertEquals(RecordingState.STOPPED, state());
        effects();
        close(ONE, wall, SegmentEnd.STOP);
        does(camera.detached(now(), 1));
        does(camera.wanted(now(), true));
        assertEquals(RecordingState.STOPPED, state());
        configure(true, true);
        attach(2);
        assertEquals(List.of(new Effect.Record(PLAN)), effects());
    }

    @Test
    void aPipelineThatIsSetUpAnewLeavesAGapThatSaysSo() {
        recording();
        Instant end = wall;
        does(camera.detached(now(), 1));
        assertEquals(RecordingState.WAITING, state());
        assertTrue(camera.writing(1));
        close(ONE, end, SegmentEnd.STOP);
        assertFalse(camera.writing(1));
        assertEquals(new RecordingStopped(now(), "c1", ONE, "stop"), journal().get(1));
        attach(2);
        pass(3_000);
        open(2, 5, TWO);
        assertEquals(
                List.of(
                        new RecordingStarted(now(), "c1", TWO, "reconnection"),
                        new Gap(now(), "c1", end, wall, "restart")),
                journal());
    }

    @ParameterizedTest
    @EnumSource(
            value = ConnectionState.class,
            names = {"STALLED", "LOST", "RECONNECTING", "OFFLINE"})
    void whileNoMediaComeItWaitsThoughItsFileIsOpen(ConnectionState silent) {
        recording();
        Instant began = camera.status().since();
        does(camera.connection(now(), ConnectionState.SUSPECT));
        assertEquals(RecordingState.RECORDING, state(), "it may be a false alarm");
        assertEquals(began, camera.status().since());
        pass(3_000);
        does(camera.connection(now(), silent));
        assertEquals(RecordingState.WAITING, state());
        assertEquals(wall, camera.status().since());
        assertEquals(Optional.of(ONE), camera.status().file());
        pass(3_000);
        does(camera.connection(now(), ConnectionState.STREAMING));
        assertEquals(RecordingState.RECORDING, state());
        assertEquals(wall, camera.status().since());
        assertEquals(List.of(), effects());
        assertEquals(List.of(), journal());
    }

    @Test
    void aCameraThatWasStoppedOnPurposeHasNoGap() {
        recording();
        Instant end = wall;
        does(camera.connection(now(), ConnectionState.DISCONNECTED));
        close(ONE, end, SegmentEnd.RECONNECTION);
        List<RnvrEvent> events = journal();
        assertEquals("stop", ((SegmentClosed) events.get(0)).cause());
        assertEquals(new RecordingStopped(now(), "c1", ONE, "stop"), events.get(1));
        pass(60_000);
        does(camera.connection(now(), ConnectionState.STREAMING));
        open(1, 2, TWO);
        assertEquals(List.of(new RecordingStarted(now(), "c1", TWO, "start")), journal());
    }

    @Test
    void whatAnOlderPipelineSaysDoesNotConcernTheNewOne() {
        recording();
        attach(2);
        effects();
        fail(1);
        does(camera.detached(now(), 1));
        assertEquals(List.of(), effects());
        assertEquals(RecordingState.WAITING, state());
        open(2, 2, TWO);
        assertEquals(RecordingState.RECORDING, state());
    }

    @Test
    void aFullDiskIsToldOnceAndTriedUntilItTakesFilesAgain() {
        recording();
        Instant end = wall;
        fail(1);
        close(ONE, end, SegmentEnd.STORAGE);
        List<RnvrEvent> events = journal();
        assertEquals(List.of("RecordingStopped", "SegmentClosed"), names(events));
        assertEquals(new RecordingStopped(now(), "c1", ONE, "storage"), events.get(0));
        assertEquals(RecordingState.FAILED, state());
        assertEquals("no space", camera.status().text());

        does(camera.probed(now(), only(Effect.Probe.class).token(), FULL));
        assertEquals("the volume is full", camera.status().text());
        assertEquals(new Effect.Refused(FOLDER, FULL), others.get(0));
        for (int attempt = 0; attempt < 10; attempt++) {
            Effect.CallBack callBack = only(Effect.CallBack.class);
            assertTrue(callBack.delay().compareTo(Duration.ofSeconds(5)) <= 0);
            pass(callBack.delay());
            does(camera.due(now(), callBack.token()));
            does(camera.probed(now(), only(Effect.Probe.class).token(), FULL));
            assertEquals(RecordingState.FAILED, state());
        }
        assertEquals(List.of(), journal());

        Effect.CallBack callBack = only(Effect.CallBack.class);
        pass(callBack.delay());
        does(camera.due(now(), callBack.token()));
        does(camera.probed(now(), only(Effect.Probe.class).token(), OK));
        assertEquals(new Effect.Record(PLAN), effects().get(0));
        open(1, 1, TWO);
        assertEquals(List.of(new Effect.Accepted(FOLDER, 1000)), effects());
        assertEquals(
                List.of(new RecordingStarted(now(), "c1", TWO, "storage"), new Gap(now(), "c1", end, wall, "storage")),
                journal());
        assertEquals(RecordingState.RECORDING, state());
    }

    @Test
    void aDiskThatRecoversWhileTheCameraIsAwayIsOkAgain() {
        recording();
        fail(1);
        does(camera.probed(now(), only(Effect.Probe.class).token(), FULL));
        does(camera.due(now(), only(Effect.CallBack.class).token()));
        does(camera.probed(now(), only(Effect.Probe.class).token(), OK));
        assertEquals(RecordingState.FAILED, state());
        does(camera.due(now(), only(Effect.CallBack.class).token()));
        assertEquals(List.of(new Effect.Accepted(FOLDER, 1000)), effects());
        assertEquals(RecordingState.WAITING, state());
    }

    @Test
    void aFailureThatNoProbeSeesIsOneEpisodeHoweverOftenItComesBack() {
        recording();
        fail(1);
        does(camera.probed(now(), only(Effect.Probe.class).token(), OK));
        List<Effect> first = effects();
        assertEquals(new Effect.Refused(FOLDER, new Finding(StorageState.ERROR, "no space", 1000)), first.get(0));
        Effect.CallBack callBack = (Effect.CallBack) first.get(1);
        for (int attempt = 0; attempt < 5; attempt++) {
            does(camera.due(now(), callBack.token()));
            does(camera.probed(now(), only(Effect.Probe.class).token(), OK));
            assertEquals(new Effect.Record(PLAN), effects().get(0));
            open(1, 1, TWO);
            assertEquals(RecordingState.RECORDING, state());
            effects();
            fail(1);
            assertEquals(RecordingState.FAILED, state());
            callBack = only(Effect.CallBack.class);
        }
        does(camera.due(now(), callBack.token()));
        does(camera.probed(now(), only(Effect.Probe.class).token(), OK));
        effects();
        open(1, 1, TWO);
        Effect.CallBack proof = only(Effect.CallBack.class);
        assertEquals(FolderTrouble.PROVEN, proof.delay());
        does(camera.due(now(), proof.token()));
        assertEquals(List.of(new Effect.Accepted(FOLDER, 1000)), effects());
    }

    @Test
    void aFileThatCouldNotEvenBeOpenedIsAFailureWithoutAStop() {
        configure(true, true);
        attach(1);
        effects();
        fail(1);
        assertEquals(List.of(), journal());
        assertEquals(RecordingState.FAILED, state());
        only(Effect.Probe.class);
    }

    @Test
    void theOperatorEndsTheAttempts() {
        recording();
        fail(1);
        does(camera.probed(now(), only(Effect.Probe.class).token(), FULL));
        Effect.CallBack callBack = only(Effect.CallBack.class);
        does(camera.wanted(now(), false));
        assertEquals(List.of(new Effect.Left(FOLDER)), effects());
        assertEquals(RecordingState.STOPPED, state());
        does(camera.due(now(), callBack.token()));
        assertEquals(List.of(), effects());
    }

    @Test
    void theOperatorsStartTriesAtOnce() {
        recording();
        fail(1);
        does(camera.probed(now(), only(Effect.Probe.class).token(), FULL));
        Effect.CallBack stale = only(Effect.CallBack.class);
        does(camera.wanted(now(), true));
        only(Effect.Probe.class);
        does(camera.due(now(), stale.token()));
        assertEquals(List.of(), effects());
    }

    @Test
    void theAnswerToAnOlderProbeCountsNoMore() {
        recording();
        fail(1);
        long older = only(Effect.Probe.class).token();
        does(camera.wanted(now(), true));
        long newer = only(Effect.Probe.class).token();
        does(camera.probed(now(), older, FULL));
        assertEquals(List.of(), effects());
        does(camera.probed(now(), newer, FULL));
        assertEquals(2, effects().size());
    }

    @Test
    void anotherFolderIsTriedAtOnce() {
        recording();
        fail(1);
        does(camera.probed(now(), only(Effect.Probe.class).token(), FULL));
        effects();
        PlanSettings elsewhere = plan(Path.of("/elsewhere"), Container.MP4);
        does(camera.configured(now(), settings(true, true), elsewhere));
        assertEquals(List.of(new Effect.Left(FOLDER), new Effect.Record(elsewhere)), effects());
        assertEquals(RecordingState.WAITING, state());
    }

    /** The journal begins on a Monday at 10:00. */
    private void configureFor(int fromHour, int toHour) {
        WeeklySchedule schedule =
                new WeeklySchedule(List.of(new WeeklySchedule.Hours(DayOfWeek.MONDAY, fromHour * 60, toHour * 60)));
        does(camera.configured(now(), settings(true, true, schedule), PLAN));
    }

    private void tick() {
        does(camera.tick(now()));
    }

    @Test
    void theCalendarStartsAndStops() {
        configureFor(11, 12);
        attach(1);
        assertEquals(List.of(), effects());
        assertEquals(RecordingState.SCHEDULED, state());
        pass(Duration.ofMinutes(59));
        tick();
        assertEquals(List.of(), effects());
        pass(Duration.ofMinutes(1));
        tick();
        assertEquals(List.of(new Effect.Record(PLAN)), effects());
        open(1, 1, ONE);
        assertEquals(List.of(new RecordingStarted(now(), "c1", ONE, "schedule")), journal());
        pass(Duration.ofHours(1));
        tick();
        assertEquals(List.of(new Effect.StopRecording(SegmentEnd.STOP)), effects());
        close(ONE, wall, SegmentEnd.STOP);
        assertEquals(
                new RecordingStopped(now(), "c1", ONE, "schedule"), journal().get(1));
        assertEquals(RecordingState.SCHEDULED, state());
    }

    @Test
    void theOperatorsWordHoldsAgainstTheCalendarUntilItIsTakenBack() {
        configureFor(11, 12);
        attach(1);
        does(camera.wanted(now(), true));
        assertEquals(List.of(new Effect.Record(PLAN)), effects());
        pass(Duration.ofHours(3));
        tick();
        assertEquals(List.of(), effects());
        does(camera.released(now()));
        assertEquals(List.of(new Effect.StopRecording(SegmentEnd.STOP)), effects());
        assertEquals(RecordingState.SCHEDULED, state());
    }

    @Test
    void aPauseEndsTheFileAndForgetsAndGoesOnAsBefore() {
        recording();
        does(camera.paused(now(), true));
        assertEquals(List.of(new Effect.StopRecording(SegmentEnd.STOP)), effects());
        assertEquals(Duration.ZERO, remembered);
        assertEquals(RecordingState.PAUSED, state());
        pass(1000);
        does(camera.paused(now(), false));
        assertEquals(List.of(new Effect.Record(PLAN)), effects());
        assertEquals(PLAN.outageMemory(), remembered);
    }

    @Test
    void whatPrecedesARecordingIsKeptOnlyWhileTheCameraIsConnected() {
        configure(true, false);
        attach(1);
        assertEquals(PLAN.preRoll(), remembered);
        does(camera.connection(now(), ConnectionState.DISCONNECTED));
        assertEquals(Duration.ZERO, remembered);
        does(camera.connection(now(), ConnectionState.STREAMING));
        assertEquals(PLAN.preRoll(), remembered);
        does(camera.connection(now(), ConnectionState.LOST));
        assertEquals(Duration.ZERO, remembered, "of a camera that is lost");
        does(camera.connection(now(), ConnectionState.STREAMING));
        does(camera.wanted(now(), true));
        assertEquals(PLAN.outageMemory(), remembered);
        does(camera.connection(now(), ConnectionState.LOST));
        assertEquals(PLAN.outageMemory(), remembered, "of a camera that is lost while the volume may be away");
    }

    @Test
    void aVolumeThatIsGoneEndsTheFileThoughItCanStillBeWritten() {
        recording();
        Finding gone = new Finding(StorageState.MISSING, "the volume is gone", 0);
        does(camera.volumeRefused(now(), FOLDER, gone));
        List<Effect> asked = effects();
        assertEquals(new Effect.StopRecording(SegmentEnd.STORAGE), asked.get(0));
        assertEquals(new Effect.Refused(FOLDER, gone), asked.get(1));
        Effect.CallBack retry = (Effect.CallBack) asked.get(2);
        assertEquals(RecordingState.FAILED, state());
        does(camera.volumeRefused(now(), FOLDER, gone));
        assertEquals(List.of(), effects());
        Instant end = wall;
        close(ONE, end, SegmentEnd.STORAGE);
        assertEquals(List.of("SegmentClosed", "RecordingStopped"), names(journal()));
        pass(900);
        does(camera.volumeAccepted(now(), Path.of("/elsewhere")));
        assertEquals(List.of(), effects());
        does(camera.volumeAccepted(now(), FOLDER));
        Effect.Probe probe = (Effect.Probe) effects().get(0);
        does(camera.due(now(), retry.token()));
        assertEquals(List.of(), effects(), "the former attempt is not due any more");
        does(camera.probed(now(), probe.token(), OK));
        assertEquals(new Effect.Record(PLAN), effects().get(0));
        open(1, 1, TWO);
        assertEquals(
                List.of(new RecordingStarted(now(), "c1", TWO, "storage"), new Gap(now(), "c1", end, wall, "storage")),
                journal());
        assertTrue(effects().contains(new Effect.Accepted(FOLDER, 1000)));
    }

    @Test
    void aFileIsEnteredWithWhatWasKnownAtItsBeginning() {
        recording();
        fail(1);
        close(ONE, wall, SegmentEnd.STORAGE);
        Effect.Closed closed = (Effect.Closed) catalog.get(1);
        assertEquals(MEDIA, closed.media());
        assertEquals(SegmentEnd.STORAGE, closed.cause());
        assertEquals(((Effect.Opened) catalog.get(0)).startNanos(), closed.startNanos());
    }

    @Test
    void settingsOfMemoryDoNotTouchARunningRecording() {
        recording();
        PlanSettings other = new PlanSettings(
                PLAN.folder(),
                PLAN.container(),
                PLAN.rotation(),
                Duration.ofSeconds(3),
                PLAN.fragment(),
                Duration.ZERO,
                Duration.ofSeconds(5),
                1 << 22);
        does(camera.configured(now(), settings(true, true), other));
        assertEquals(List.of(), effects());
        assertEquals(Duration.ofSeconds(5), remembered);
    }
}
