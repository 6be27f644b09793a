package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.State;
import org.freedesktop.gstreamer.StateChangeReturn;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.RecordingPlan;
import org.rnvr.pipeline.SegmentEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One recording file. It is ready to take frames before its name is known, since the name depends on its first frame and
 * may have to wait for the disk: until the file is open, frames wait in its queues, and the session never waits.
 */
final class SegmentWriter {

    /** Hears what becomes of the file, on the camera's lane. */
    interface Listener {
        /** The file is there and is written. */
        void opened(SegmentWriter segment);

        /** The file cannot be written (further); {@link #abandon} is what is left to do. */
        void failed(SegmentWriter segment, String reason);

        /** Everything is on the disk, or as much of it as was possible. */
        void finished(SegmentWriter segment);
    }

    private static final Logger LOG = LoggerFactory.getLogger(SegmentWriter.class);

    /** Frames in memory that the disk did not take yet; more than this, and the disk is regarded as failed. */
    private static final long MOST_WAITING_BYTES = 32L << 20;

    private final Graph graph;
    private final long session;
    private final RecordingPlan plan;
    private final MediaFormat format;
    private final Supplier<MediaDescription> describe;
    private final CameraClock clock;
    private final BooleanSupplier audioArrived;
    private final Executor lane;
    private final Executor disk;
    private final DiskSync sync;
    private final Listener listener;
    private final GstBin bin;
    private final Queueing video;
    private final Optional<Queueing> audio;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    private MediaDescription media;
    private Instant startTime;
    private Optional<Instant> cameraStart = Optional.empty();
    private long firstArrivalNanos;
    private volatile long startRunningTime = NativeGst.CLOCK_TIME_NONE;
    private volatile long firstTimestamp;
    private volatile long lastArrivalNanos;
    private volatile long frames;
    private volatile boolean overrun;
    private volatile long mostWaitingBytes = MOST_WAITING_BYTES;
    private volatile boolean givenUp;

    private volatile DurableFile file;
    private Runnable syncing;
    private long bytes;
    private volatile boolean opened;
    private SegmentEnd cause;
    private boolean started;
    private boolean videoEnded;
    private boolean audioEnded;
    private boolean finishing;

    /**
     * What a file is written with.
     *
     * @param graph where it is connected
     * @param lane the camera's lane
     * @param disk may wait for the disk; keeps the order
     * @param sync keeps what is written on the disk
     */
    record Resources(Graph graph, Executor lane, Executor disk, DiskSync sync) {}

    /** An entry for one track: takes what comes without ever blocking or failing, and holds it until it may go on. */
    private record Queueing(Pointer sink, Element queue, Pointer out, PadProbe hold) {}

    /**
     * Prepares a file.
     *
     * @param resources what it is written with
     * @param number makes its name unique
     * @param session where its frames come from
     * @param plan how it is written
     * @param format of the tracks
     * @param describe says, when the first frame is there, what it is recorded from
     * @param clock what the camera's clock says
     * @param audioArrived whether audio came on the session up to now
     * @param listener hears what becomes of it
     */
    SegmentWriter(
            Resources resources,
            long number,
            long session,
            RecordingPlan plan,
            MediaFormat format,
            Supplier<MediaDescription> describe,
            CameraClock clock,
            BooleanSupplier audioArrived,
            Listener listener)
            throws MissingElementException {
        this.graph = resources.graph();
        this.session = session;
        this.plan = plan;
        this.format = format;
        this.describe = describe;
        this.clock = clock;
        this.audioArrived = audioArrived;
        this.lane = resources.lane();
        this.disk = resources.disk();
        this.sync = resources.sync();
        this.listener = listener;
        this.bin = new GstBin("segment-" + number);
        this.video = entry("video");
        this.audio = format.audio().isPresent() ? Optional.of(entry("audio")) : Optional.empty();
        graph.add(bin);
        if (!graph.start(bin)) {
            throw new IllegalStateException(bin.name() + " does not start");
        }
    }

    private Queueing entry(String track) throws MissingElementException {
        Element guard = bin.addGuard(track + "-guard");
        Element queue = bin.add("queue", track + "-queue");
        queue.set("max-size-buffers", 0);
        queue.set("max-size-bytes", 0);
        queue.set("max-size-time", 0L);
        GstBin.link(guard, queue);
        Pointer sink = bin.expose(bin.pad(guard, "sink"), track);
        Pointer out = bin.pad(queue, "src");
        PadProbe hold = bin.probe(out, NativeGst.PROBE_TYPE_BLOCK_DOWNSTREAM, (type, info) -> NativeGst.PROBE_OK);
        bin.probe(out, NativeGst.PROBE_TYPE_QUERY_UPSTREAM, (type, info) -> answer(NativeGst.probedData(info)));
        return new Queueing(sink, queue, out, hold);
    }

    /**
     * A muxer that knows its source to be live gives up waiting for a track when its time has come by the clock of the
     * pipeline. The times in a file begin at zero, so that would be always. It has to be told: a muxer that gets no answer
     * waits too, but asks again before every frame.
     */
    private static int answer(Pointer query) {
        if (!NativeGst.queryName(query).equals("latency")) {
            return NativeGst.PROBE_OK;
        }
        NativeGst.gst_query_set_latency(query, 0, 0, NativeGst.CLOCK_TIME_NONE);
        return NativeGst.PROBE_HANDLED;
    }

    Pointer videoSink() {
        return video.sink();
    }

    /** Null if the session has no audio. */
    Pointer audioSink() {
        return audio.map(Queueing::sink).orElse(null);
    }

    String part() {
        return bin.name();
    }

    long session() {
        return session;
    }

    RecordingPlan plan() {
        return plan;
    }

    /** How long ago the first frame arrived. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - firstArrivalNanos);
    }

    /** Running time of the first frame. */
    long startRunningTime() {
        return startRunningTime;
    }

    /** Begins with this frame, which arrived at a time of {@link System#nanoTime()}; on the thread that carries it. */
    void begin(Pointer buffer, long arrivalNanos) {
        media = describe.get();
        long presentation = NativeGst.presentationTime(buffer);
        long decoding = NativeGst.decodingTime(buffer);
        firstTimestamp = decoding == NativeGst.CLOCK_TIME_NONE ? presentation : Math.min(presentation, decoding);
        // By the clock of this machine, not by presentation times: those follow the camera's clock, which runs away in
        // time.
        startTime = Instant.now().minusNanos(System.nanoTime() - arrivalNanos);
        firstArrivalNanos = arrivalNanos;
        lastArrivalNanos = arrivalNanos;
        cameraStart = clock.ofPresent(presentation);
        startRunningTime = presentation;
    }

    /** A video frame goes into this file; on the thread that carries it. */
    void videoPassed(boolean key, long arrivalNanos) {
        frames++;
        lastArrivalNanos = arrivalNanos;
        if (key && !overrun && frames > 1 && waitingBytes() > mostWaitingBytes) {
            overrun = true;
            lane.execute(() -> listener.failed(this, "The disk takes the recording too slowly or not at all."));
        }
    }

    /** Lets so much more wait for the disk, since it was not received just now. */
    void allowWaiting(long more) {
        mostWaitingBytes = MOST_WAITING_BYTES + more;
    }

    /** Makes it a file of what is kept of a session that does not come here; on the lane. */
    void fill(Memory.Contents keptVideo, Memory.Contents keptAudio) {
        List<Kept.Item> frames = keptVideo.buffers();
        begin(new Pointer(frames.get(0).address()), frames.get(0).arrivalNanos());
        allowWaiting(Long.MAX_VALUE - MOST_WAITING_BYTES);
        frames.forEach(frame -> videoPassed(frame.key(), frame.arrivalNanos()));
        Feed.chain(video.sink(), keptVideo);
        audio.ifPresent(track -> Feed.chain(track.sink(), keptAudio));
    }

    /** What came in so long a time may not be on the disk yet, beside what waits for it. */
    long unwrittenNanos() {
        return 2 * plan.fragment().toNanos();
    }

    /** Whether the file is there. */
    boolean isOpened() {
        return opened;
    }

    /** Video that waits for the disk. */
    long waitingBytes() {
        return ((Number) video.queue().get("current-level-bytes")).longValue();
    }

    /** What it holds; known with its first frame. */
    MediaDescription media() {
        return media;
    }

    /** Arrival of the first frame, by {@link System#nanoTime()}. */
    long startNanos() {
        return firstArrivalNanos;
    }

    /** Arrival of the last video frame, by {@link System#nanoTime()}. */
    long endNanos() {
        return lastArrivalNanos;
    }

    Instant startTime() {
        return startTime;
    }

    /** What the camera's clock said of the first frame, as far as it is known up to now. */
    Optional<Instant> cameraStart() {
        return cameraStart.or(() -> clock.ofPast(startRunningTime));
    }

    Instant endTime() {
        return startTime.plusNanos(lastArrivalNanos - firstArrivalNanos);
    }

    long frames() {
        return frames;
    }

    Path file() {
        return file.path();
    }

    long bytes() {
        return bytes;
    }

    SegmentEnd cause() {
        return cause;
    }

    /** Whether a file was made at all. */
    boolean hasFile() {
        return file != null;
    }

    /** Completed when the file is finished, however it ended. */
    CompletableFuture<Void> done() {
        return done;
    }

    /** Whether it is not known yet if the audio that was announced comes at all. */
    boolean awaitsAudio() {
        return audio.isPresent() && !audioArrived.getAsBoolean();
    }

    /** Opens the file; on the lane, after the first frame was seen. Audio is recorded if any came up to now. */
    void start() {
        if (started || finishing) {
            return;
        }
        started = true;
        boolean withAudio = audio.isPresent() && audioArrived.getAsBoolean() && !audioEnded;
        disk.execute(() -> {
            try {
                open(withAudio);
                opened = true;
                syncing = sync.keep(file, plan.fragment());
                lane.execute(() -> listener.opened(this));
            } catch (IOException | MissingElementException | RuntimeException e) {
                String reason = DiskFailure.reason(e);
                lane.execute(() -> listener.failed(this, reason));
            }
        });
    }

    private void open(boolean withAudio) throws IOException, MissingElementException {
        Path path = plan.naming().fileFor(startTime());
        file = make(path);
        Element sink = bin.add("filesink", "file");
        sink.set("location", path.toString());
        sink.setAsString("buffer-mode", "unbuffered");
        sink.set("async", false);
        sink.set("sync", false);
        Muxing muxing = new Muxing(bin, plan, format);
        GstBin.link(muxing.muxer(), sink);
        Pointer videoIn = muxing.videoInput();
        Pointer audioIn = withAudio ? muxing.audioInput() : null;
        bin.probe(bin.pad(sink, "sink"), NativeGst.PROBE_TYPE_EVENT_DOWNSTREAM, this::onEnd);
        if (sink.setState(State.PLAYING) == StateChangeReturn.FAILURE) {
            throw new IOException(path + " cannot be opened for writing");
        }
        muxing.start();
        connect(video, videoIn);
        if (audio.isPresent()) {
            connect(audio.orElseThrow(), audioIn == null ? muxing.nowhere() : audioIn);
        }
    }

    /** Nobody finishes a file that is made after the pipeline was closed. */
    private DurableFile make(Path path) throws IOException {
        if (!givenUp) {
            DurableFile made = new DurableFile(path);
            if (!givenUp) {
                return made;
            }
            try (made) {
                Files.delete(path);
            }
        }
        throw new IOException("The pipeline was closed before " + path + " could be opened.");
    }

    private void connect(Queueing track, Pointer input) {
        NativeGst.gst_pad_set_offset(track.out(), -firstTimestamp);
        GstBin.link(track.out(), input);
        track.hold().remove();
    }

    private int onEnd(int type, Pointer info) {
        if (NativeGst.eventName(NativeGst.probedData(info)).equals("eos")) {
            lane.execute(this::finish);
        }
        return NativeGst.PROBE_OK;
    }

    /**
     * Brings what came up to now onto the disk; on the lane. Matroska and MPEG-TS have written it by then, but for video
     * that waits for sound of the same time. Of MP4 the newest fragment stays in memory until the next frame: mp4mux ends
     * a fragment only with a frame or with the file. Nothing else moves it to (GStreamer 1.22): it ignores gaps, reads
     * the duration of a fragment when that begins, never gives up waiting for live sources, and an end that is taken back
     * leaves it broken.
     */
    void flush() {
        if (opened && !finishing) {
            sync.now(file);
        }
    }

    /** The file gets no further video; on the lane. */
    void endVideo(SegmentEnd why) {
        if (cause == null) {
            cause = why;
        }
        if (!videoEnded && !finishing) {
            videoEnded = true;
            NativeGst.gst_pad_send_event(video.sink(), NativeGst.gst_event_new_eos());
        }
    }

    /** The file gets no further audio; on the lane. */
    void endAudio() {
        if (!audioEnded && !finishing && audio.isPresent()) {
            audioEnded = true;
            NativeGst.gst_pad_send_event(audio.orElseThrow().sink(), NativeGst.gst_event_new_eos());
        }
    }

    boolean awaitsAudioEnd() {
        return audio.isPresent() && !audioEnded;
    }

    /** Gives the file up as it is; on the lane. Nothing is connected to it any more. */
    void abandon(SegmentEnd why) {
        if (!finishing) {
            cause = why;
        }
        finish();
    }

    /** The pipeline is about to go away; a file that is still waiting for the disk is not begun any more. */
    void giveUp() {
        givenUp = true;
    }

    /** Whether nothing can be added any more, for whatever reason. */
    boolean isFinishing() {
        return finishing;
    }

    private void finish() {
        if (finishing) {
            return;
        }
        finishing = true;
        disk.execute(() -> {
            bin.stop();
            String problem = hasFile() ? settle() : null;
            lane.execute(() -> {
                graph.remove(bin);
                if (problem != null) {
                    LOG.warn("The end of {} may be lost. {}", file(), problem);
                    cause = SegmentEnd.STORAGE;
                }
                listener.finished(this);
                done.complete(null);
            });
        });
    }

    private String settle() {
        if (syncing != null) {
            syncing.run();
        }
        try (DurableFile ended = file) {
            if (opened) {
                bytes = ended.finish();
            } else {
                Files.delete(ended.path());
                file = null;
            }
            return null;
        } catch (IOException e) {
            return DiskFailure.reason(e);
        }
    }
}
