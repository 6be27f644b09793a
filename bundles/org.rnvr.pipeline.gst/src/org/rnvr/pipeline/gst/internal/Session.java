package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.freedesktop.gstreamer.Element;
import org.rnvr.event.Moment;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.Vitals;

/**
 * One RTSP session: source, tees for its tracks, and the gate between them. All methods are called on the lane, except
 * where said.
 */
final class Session implements KeyFrameGate.Arrivals {

    /** Hears of a session on its camera's lane. */
    interface Listener {
        /** The first key frame is there and is held back, and more came after it. */
        void ready(Session session, Moment firstFrame, MediaDescription media);

        /** The camera sends no video at all. */
        void withoutVideo(Session session);

        /** The source ended by itself. */
        void ended(Session session);

        /** The next frame is a key frame of a new kind, say of another resolution; it is held back until {@link Session#open}. */
        void mediaChanged(Session session);
    }

    /** Progress of a session. */
    private enum Stage {
        OPENING,
        READY,
        FLOWING
    }

    /** A session that is ready and not activated holds no more than what comes in this time, and a group of pictures. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(5);

    /** A key frame that came longer ago is not held any more once one was held too long. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final long LITTLE_NANOS = 1_000_000;

    /** Ten seconds of 25 Mbit/s; while it is recorded, the recording keeps the same buffers. */
    private static final long MOST_GROUP_BYTES = 32L << 20;

    private final long number;
    private final Graph graph;
    private final Lane lane;
    private final Executor workers;
    private final Listener listener;
    private final RtspSource source;
    private final Element videoTee;
    private final Element audioTee;
    private final Pointer videoOut;
    private final Pointer audioOut;
    private final TrackVitals videoVitals = new TrackVitals();
    private final TrackVitals audioVitals = new TrackVitals();
    private final NewestGroup newest = new NewestGroup(new BufferReferences(), MOST_GROUP_BYTES);
    private final RecordingTap tap;

    private volatile KeyFrameGate gate;
    private Future<?> slide;
    private Stage stage = Stage.OPENING;
    private boolean failed;
    private boolean closing;
    private boolean told;
    private long heldSinceNanos;
    private volatile boolean countedAlready;
    private volatile boolean audioHeld = true;
    private CompletableFuture<Void> detached = CompletableFuture.completedFuture(null);
    private Pointer videoCaps;
    private long lastPresentation = NativeGst.CLOCK_TIME_NONE;

    Session(
            long number,
            Graph graph,
            Lane lane,
            Executor workers,
            SourceSettings settings,
            Listener listener,
            Memory memory,
            RecordingTap.Listener recordingListener)
            throws MissingElementException {
        this.number = number;
        this.graph = graph;
        this.lane = lane;
        this.workers = workers;
        this.listener = listener;
        this.source =
                new RtspSource("session-" + number, settings, () -> lane.execute(() -> listener.withoutVideo(this)));
        this.videoTee = graph.addTee("video-" + number);
        this.audioTee = graph.addTee("audio-" + number);
        this.videoOut = NativeGst.gst_element_request_pad_simple(GstBin.pointer(videoTee), "src_%u");
        this.audioOut = NativeGst.gst_element_request_pad_simple(GstBin.pointer(audioTee), "src_%u");
        this.tap = new RecordingTap(videoOut, audioOut, audioVitals, memory, this::origin, recordingListener);
        int mask = NativeGst.PROBE_TYPE_BUFFER | NativeGst.PROBE_TYPE_EVENT_DOWNSTREAM;
        source.bin().probe(source.video(), mask, this::onVideo);
        source.bin().probe(source.audio(), mask, this::onAudio);
        this.gate = new KeyFrameGate(source, buffer -> true, this, this::onHeld);
        graph.add(source.bin());
        link(source.video(), videoTee);
        link(source.audio(), audioTee);
    }

    private static void link(Pointer out, Element tee) {
        Pointer sink = NativeGst.gst_element_get_static_pad(GstBin.pointer(tee), "sink");
        GstBin.link(out, sink);
        NativeGst.gst_object_unref(sink);
    }

    /** Begins to connect. */
    void begin() {
        // What does not start says why on the bus.
        graph.start(source.bin());
    }

    long number() {
        return number;
    }

    String part() {
        return source.bin().name();
    }

    RtspSource source() {
        return source;
    }

    RecordingTap tap() {
        return tap;
    }

    Element videoTee() {
        return videoTee;
    }

    /** What precedes a frame in its group of pictures; on the thread that carries the video. */
    Memory.Contents before(Pointer frame) {
        return newest.before(Pointer.nativeValue(frame));
    }

    /** Signs of life; any thread. */
    Vitals vitals() {
        Optional<Vitals.Track> audio =
                source.format().flatMap(MediaFormat::audio).map(codec -> audioVitals.read());
        return new Vitals(number, videoVitals.read(), audio);
    }

    boolean hasAudioArrived() {
        return audioVitals.count() > 0;
    }

    MediaFormat format() {
        return source.format().orElseThrow();
    }

    private Kept.Origin origin() {
        return new Kept.Origin(number, format(), source.describe(), source.clock());
    }

    boolean isReady() {
        return stage == Stage.READY;
    }

    boolean wasReady() {
        return stage != Stage.OPENING;
    }

    boolean failed() {
        return failed;
    }

    void fail() {
        failed = true;
    }

    /** Lets frames flow, from the key frame on that is held back. */
    void open() {
        stage = Stage.FLOWING;
        if (slide != null) {
            slide.cancel(false);
        }
        gate.openVideo();
    }

    /** Something was connected to this session until this is completed. */
    void detaching(CompletableFuture<Void> leaving) {
        detached = CompletableFuture.allOf(detached, leaving);
    }

    /** Stops and releases everything once nothing is connected to this session any more. */
    CompletableFuture<Void> close() {
        closing = true;
        if (slide != null) {
            slide.cancel(false);
        }
        return detached.thenComposeAsync(nothing -> stop(), lane);
    }

    private CompletableFuture<Void> stop() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        workers.execute(() -> {
            source.bin().stop();
            lane.execute(() -> {
                graph.remove(source.bin());
                remove(videoTee, videoOut);
                remove(audioTee, audioOut);
                newest.forget();
                if (videoCaps != null) {
                    NativeGst.gst_mini_object_unref(videoCaps);
                }
                closed.complete(null);
            });
        });
        return closed;
    }

    private void remove(Element tee, Pointer out) {
        NativeGst.gst_element_release_request_pad(GstBin.pointer(tee), out);
        NativeGst.gst_object_unref(out);
        graph.remove(tee);
    }

    @Override
    public void video(Pointer buffer) {
        arrived(videoVitals, NativeGst.isKeyFrame(buffer), buffer);
    }

    @Override
    public void audio(Pointer buffer) {
        arrived(audioVitals, true, buffer);
    }

    private void arrived(TrackVitals track, boolean key, Pointer buffer) {
        long presentation = NativeGst.presentationTime(buffer);
        if (presentation == NativeGst.CLOCK_TIME_NONE) {
            presentation = track.count() > 0 ? track.lastPresentationNanos() : graph.runningTime();
        }
        track.arrived(key, NativeGst.gst_buffer_get_size(buffer), presentation, System.nanoTime());
    }

    private void onHeld() {
        countedAlready = true;
        lane.execute(this::held);
    }

    private void held() {
        if (closing) {
            return;
        }
        if (stage == Stage.FLOWING) {
            listener.mediaChanged(this);
            return;
        }
        if (stage == Stage.OPENING) {
            stage = Stage.READY;
            source.settleTransport();
            long firstFrame = videoVitals.lastArrivalNanos();
            heldSinceNanos = firstFrame;
            source.onNextVideoPacket(() -> lane.execute(() -> followed(firstFrame)));
        }
        if (!failed) {
            slide = lane.schedule(LONGEST_HOLD, this::slide);
        }
    }

    /** A camera whose encoder hangs may still give the last key frame that it made to each new client, and nothing more. */
    private void followed(long firstFrameNanos) {
        if (stage == Stage.READY && !told && firstFrameNanos == heldSinceNanos && !closing && !failed) {
            told = true;
            Instant time = Instant.now().minusNanos(System.nanoTime() - firstFrameNanos);
            listener.ready(this, new Moment(time, firstFrameNanos), source.describe());
        }
    }

    private void slide() {
        if (stage != Stage.READY) {
            return;
        }
        if (!told) {
            stage = Stage.OPENING;
        }
        countedAlready = false;
        KeyFrameGate before = gate;
        gate = new KeyFrameGate(source, this::isFresh, this, this::onHeld);
        before.openVideo();
        before.openAudio();
    }

    /** Told on the thread that carries the video, after the buffer was counted. */
    private boolean isFresh(Pointer buffer) {
        return graph.runningTime() - videoVitals.lastPresentationNanos() < FRESH.toNanos();
    }

    private int onVideo(int type, Pointer info) {
        if ((type & NativeGst.PROBE_TYPE_BUFFER) == 0) {
            return onVideoEvent(NativeGst.probedData(info));
        }
        Pointer buffer = timed(info);
        boolean key = NativeGst.isKeyFrame(buffer);
        if (countedAlready) {
            countedAlready = false;
        } else {
            arrived(videoVitals, key, buffer);
        }
        newest.add(Kept.Item.of(buffer, key, videoVitals.lastArrivalNanos()));
        tap.video(buffer, key, videoVitals.lastArrivalNanos());
        if (audioHeld) {
            audioHeld = false;
            gate.openAudio();
        }
        return NativeGst.PROBE_OK;
    }

    /** A camera that marks the end of its frames wrongly makes frames without a time, which no muxer takes. */
    private Pointer timed(Pointer info) {
        Pointer buffer = NativeGst.probedData(info);
        long time = NativeGst.presentationTime(buffer);
        if (time == NativeGst.CLOCK_TIME_NONE) {
            time = lastPresentation == NativeGst.CLOCK_TIME_NONE
                    ? graph.runningTime()
                    : lastPresentation + LITTLE_NANOS;
            buffer = NativeGst.timedBuffer(info, time);
        }
        lastPresentation = time;
        return buffer;
    }

    private int onAudio(int type, Pointer info) {
        Pointer data = NativeGst.probedData(info);
        if ((type & NativeGst.PROBE_TYPE_BUFFER) == 0) {
            return NativeGst.eventName(data).equals("eos") ? NativeGst.PROBE_DROP : NativeGst.PROBE_OK;
        }
        arrived(audioVitals, true, data);
        tap.audio(data);
        return NativeGst.PROBE_OK;
    }

    private int onVideoEvent(Pointer event) {
        switch (NativeGst.eventName(event)) {
            case "eos" -> {
                lane.execute(() -> listener.ended(this));
                return NativeGst.PROBE_DROP;
            }
            case "caps" -> onCaps(event);
            default -> {
                // Passes unseen.
            }
        }
        return NativeGst.PROBE_OK;
    }

    /**
     * A muxer cannot take another resolution or other parameter sets in the middle of a file: before they pass, the file
     * is left, and the key frame that follows is held until the next file is there.
     */
    private void onCaps(Pointer event) {
        PointerByReference parsed = new PointerByReference();
        NativeGst.gst_event_parse_caps(event, parsed);
        Pointer caps = parsed.getValue();
        Pointer before = videoCaps;
        if (before != null && NativeGst.gst_caps_is_equal(before, caps) != 0) {
            return;
        }
        videoCaps = NativeGst.gst_mini_object_ref(caps);
        if (before == null) {
            return;
        }
        NativeGst.gst_mini_object_unref(before);
        newest.forget();
        tap.formatChanged();
        KeyFrameGate next = new KeyFrameGate(source, buffer -> true, this, this::onHeld);
        lane.execute(() -> {
            gate = next;
            audioHeld = true;
        });
    }
}
