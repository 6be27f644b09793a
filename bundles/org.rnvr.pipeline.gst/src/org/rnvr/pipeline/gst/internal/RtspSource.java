package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.Structure;
import org.freedesktop.gstreamer.glib.Natives;
import org.rnvr.config.Transport;
import org.rnvr.pipeline.MediaDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The source of a session: rtspsrc, and for each track what takes frames out of its packets. */
final class RtspSource {

    private static final Logger LOG = LoggerFactory.getLogger(RtspSource.class);

    /** In it the request is sent, too, by a thread that a busy machine wakes late; not told, a camera keeps the session. */
    private static final int TEARDOWN_NANOS = 250_000_000;

    private static final long FIRST_PACKET_MICROS = 5_000_000;
    private static final long FIRST_PACKET_BEFORE_TCP_MICROS = 3_000_000;
    private static final int ANY_CERTIFICATE = 0;

    /**
     * Times begin with the arrival of the first packet and go on by the camera's clock alone: what TCP holds back and then
     * delivers in a burst keeps the times it was filmed at.
     */
    private static final String BY_THE_CAMERAS_CLOCK = "synced";
    /** Times follow the arrival, smoothed: what UDP loses is told from what is late by the clock of this machine. */
    private static final String BY_ARRIVAL = "slave";

    /** {@code select-stream} of rtspsrc. */
    interface SelectStream extends Callback {
        int invoke(Pointer source, int number, Pointer caps, Pointer data);
    }

    /** {@code pad-added} of an element. */
    interface PadAdded extends Callback {
        void invoke(Pointer source, Pointer pad, Pointer data);
    }

    /** {@code no-more-pads} of an element. */
    interface NoMorePads extends Callback {
        void invoke(Pointer source, Pointer data);
    }

    private final GstBin bin;
    private final Element rtspsrc;
    private final Pointer video;
    private final Pointer audio;
    private final SelectStream selectStream = this::select;
    private final PadAdded padAdded = this::added;
    private final NoMorePads noMorePads = (source, data) -> complete();
    private final Runnable onNoVideo;
    private final CameraClock clock;
    private final boolean wantsAudio;

    private volatile Optional<VideoCodec> videoCodec = Optional.empty();
    private volatile Optional<AudioCodec> audioCodec = Optional.empty();
    private volatile Optional<String> refusedVideo = Optional.empty();
    private volatile Optional<String> missing = Optional.empty();
    private int videoNumber;
    private int audioNumber;
    private Pointer videoIn;
    private Pointer audioIn;

    /**
     * Makes a source; it is started with its bin.
     *
     * @param name of its bin
     * @param settings what to receive and how
     * @param onNoVideo run, on any thread, if it turns out that the camera sends no video
     */
    RtspSource(String name, SourceSettings settings, Runnable onNoVideo) throws MissingElementException {
        this.onNoVideo = onNoVideo;
        this.wantsAudio = settings.audio();
        bin = new GstBin(name);
        rtspsrc = bin.add("rtspsrc", "source");
        configure(settings);
        video = bin.exposeSource("video");
        audio = bin.exposeSource("audio");
        Native.setCallbackThreadInitializer(selectStream, StreamThreads.initializer());
        Native.setCallbackThreadInitializer(padAdded, StreamThreads.initializer());
        Native.setCallbackThreadInitializer(noMorePads, StreamThreads.initializer());
        connect("select-stream", selectStream);
        connect("pad-added", padAdded);
        connect("no-more-pads", noMorePads);
        clock = new CameraClock(GstBin.pointer(rtspsrc), RtspSource::isVideo);
    }

    private void connect(String signal, Callback handler) {
        NativeGObject.INSTANCE.g_signal_connect_data(
                GstBin.pointer(rtspsrc), signal, handler, Pointer.NULL, Pointer.NULL, 0);
    }

    private void configure(SourceSettings settings) {
        rtspsrc.set("location", settings.url().location());
        if (!settings.credentials().isEmpty()) {
            rtspsrc.set("user-id", settings.credentials().username());
            rtspsrc.set("user-pw", settings.credentials().password());
        }
        rtspsrc.setAsString(
                "protocols",
                switch (settings.transport()) {
                    case TCP -> "tcp";
                    case UDP -> "udp";
                    case AUTO -> "udp+tcp";
                });
        rtspsrc.set(
                "timeout",
                settings.transport() == Transport.AUTO ? FIRST_PACKET_BEFORE_TCP_MICROS : FIRST_PACKET_MICROS);
        rtspsrc.set("tcp-timeout", settings.tcpTimeout().toNanos() / 1000);
        rtspsrc.set("teardown-timeout", (long) TEARDOWN_NANOS);
        rtspsrc.set("latency", (int) settings.latency().toMillis());
        // What comes late in a burst after a congestion is still worth recording.
        rtspsrc.set("drop-on-latency", false);
        rtspsrc.setAsString("buffer-mode", settings.transport() == Transport.TCP ? BY_THE_CAMERAS_CLOCK : BY_ARRIVAL);
        rtspsrc.set("udp-buffer-size", settings.bufferSize());
        rtspsrc.set("do-rtsp-keep-alive", true);
        // Cameras have certificates that nobody signed; encryption without proof of identity is what rtsps gives here.
        NativeGObject.INSTANCE.g_object_set(
                GstBin.pointer(rtspsrc), "tls-validation-flags", ANY_CERTIFICATE, Pointer.NULL);
    }

    GstBin bin() {
        return bin;
    }

    /** The element that holds the RTSP connection. */
    Element rtspsrc() {
        return rtspsrc;
    }

    /** What the camera's clock says; stays valid when the source is gone. */
    CameraClock clock() {
        return clock;
    }

    /** Gives video. */
    Pointer video() {
        return video;
    }

    /** Gives audio, if there is any. */
    Pointer audio() {
        return audio;
    }

    /** What the camera sends, known before the first frame. Any thread. */
    Optional<MediaFormat> format() {
        return videoCodec.map(codec -> new MediaFormat(codec, audioCodec));
    }

    /** The name of a video encoding that the camera sends and that is not supported, if it sends no other. */
    Optional<String> refusedVideo() {
        return videoCodec.isPresent() ? Optional.empty() : refusedVideo;
    }

    /** Why a track could not be set up for want of an element. */
    Optional<String> missingElement() {
        return missing;
    }

    /** What the camera sends, known from the first frame on. */
    MediaDescription describe() {
        MediaFormat format = format().orElseThrow();
        int width = 0;
        int height = 0;
        Pointer pointer = NativeGst.gst_pad_get_current_caps(video);
        if (pointer != null) {
            try (Caps caps = Natives.callerOwnsReturn(pointer, Caps.class)) {
                Structure structure = caps.getStructure(0);
                width = structure.getInteger("width");
                height = structure.getInteger("height");
            }
        }
        return new MediaDescription(
                format.video().codecName(), width, height, format.audio().map(AudioCodec::codecName), transport());
    }

    /**
     * Has something done when the next packet of the video arrives, also while the video is held back.
     *
     * @param action run once, on the thread that carries the packet; at once if that cannot be seen
     */
    void onNextVideoPacket(Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        Runnable once = () -> {
            if (done.compareAndSet(false, true)) {
                action.run();
            }
        };
        boolean seen = false;
        List<Element> elements = ((Bin) rtspsrc).getElementsRecursive();
        for (Element element : elements) {
            if (element.getFactory().getName().equals("rtpjitterbuffer")) {
                Pointer sink = bin.pad(element, "sink");
                if (isVideo(sink)) {
                    seen = true;
                    bin.probe(sink, NativeGst.PROBE_TYPE_BUFFER | NativeGst.PROBE_TYPE_BUFFER_LIST, (type, info) -> {
                        once.run();
                        return NativeGst.PROBE_REMOVE;
                    });
                }
            }
            element.dispose();
        }
        if (!seen) {
            once.run();
        }
    }

    private static boolean isVideo(Pointer pad) {
        Pointer caps = NativeGst.gst_pad_get_current_caps(pad);
        if (caps == null) {
            return false;
        }
        boolean video = description(caps).media().equals("video");
        NativeGst.gst_mini_object_unref(caps);
        return video;
    }

    /** Does what is right for the transport that was found, if it was open before; once media come. */
    void settleTransport() {
        if (transport() == Transport.TCP) {
            inside("rtpbin", manager -> manager.setAsString("buffer-mode", BY_THE_CAMERAS_CLOCK));
        }
    }

    /** How media travel at present. */
    private Transport transport() {
        return inside("udpsrc", element -> {}) > 0 ? Transport.UDP : Transport.TCP;
    }

    /** Does something with each element of a kind in the source, and counts them. */
    private long inside(String factory, Consumer<Element> action) {
        List<Element> elements = ((Bin) rtspsrc).getElements();
        long found = 0;
        for (Element element : elements) {
            if (element.getFactory().getName().equals(factory)) {
                action.accept(element);
                found++;
            }
            element.dispose();
        }
        return found;
    }

    private int select(Pointer source, int number, Pointer caps, Pointer data) {
        try {
            return wants(number, description(caps)) ? 1 : 0;
        } catch (RuntimeException e) {
            LOG.error("A stream of {} could not be read", bin.name(), e);
            return 0;
        }
    }

    /** Takes the first track of each kind; asked anew for each transport that is tried. */
    private boolean wants(int number, Stream stream) {
        switch (stream.media()) {
            case "video" -> {
                Optional<VideoCodec> codec = VideoCodec.of(stream.encoding());
                if (codec.isEmpty()) {
                    refusedVideo = Optional.of(stream.encoding());
                    return false;
                }
                if (videoCodec.isEmpty()) {
                    videoNumber = number;
                    videoCodec = codec;
                }
                return videoNumber == number;
            }
            case "audio" -> {
                if (!wantsAudio) {
                    return false;
                }
                Optional<AudioCodec> codec = AudioCodec.of(stream.encoding());
                if (codec.isEmpty()) {
                    LOG.debug("Audio {} of {} is not recorded", stream.encoding(), bin.name());
                    return false;
                }
                if (audioCodec.isEmpty()) {
                    audioNumber = number;
                    audioCodec = codec;
                }
                return audioNumber == number;
            }
            default -> {
                return false;
            }
        }
    }

    private void complete() {
        if (videoCodec.isEmpty()) {
            onNoVideo.run();
        }
    }

    private void added(Pointer source, Pointer pad, Pointer data) {
        try {
            Pointer caps = NativeGst.gst_pad_get_current_caps(pad);
            if (caps == null) {
                caps = NativeGst.gst_pad_query_caps(pad, Pointer.NULL);
            }
            Stream stream = description(caps);
            NativeGst.gst_mini_object_unref(caps);
            if (stream.media().equals("video")) {
                videoIn = videoIn != null ? videoIn : buildVideo();
                GstBin.link(pad, videoIn);
            } else if (stream.media().equals("audio")) {
                audioIn = audioIn != null ? audioIn : buildAudio();
                GstBin.link(pad, audioIn);
            }
        } catch (MissingElementException e) {
            missing = Optional.of(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A stream of {} could not be connected", bin.name(), e);
        }
    }

    private Pointer buildVideo() throws MissingElementException {
        VideoCodec codec = videoCodec.orElseThrow();
        Element depayloader = bin.add(codec.depayloader(), "video-depayloader");
        Element framed = bin.addFilter(codec.framedCaps(), "video-framed");
        Element parser = bin.add(codec.parser(), "video-parser");
        Element packaged = bin.addFilter(codec.packagedCaps(), "video-packaged");
        return build(List.of(depayloader, framed, parser, packaged), video);
    }

    private Pointer buildAudio() throws MissingElementException {
        AudioCodec codec = audioCodec.orElseThrow();
        List<Element> chain = new ArrayList<>();
        for (String receiver : codec.receivers()) {
            chain.add(bin.add(receiver, "audio-" + receiver));
        }
        if (codec.isAac()) {
            chain.add(bin.addFilter("audio/mpeg,stream-format=raw", "audio-packaged"));
        }
        return build(chain, audio);
    }

    private Pointer build(List<Element> chain, Pointer ghost) {
        GstBin.link(chain.toArray(Element[]::new));
        Element last = chain.get(chain.size() - 1);
        NativeGst.gst_ghost_pad_set_target(ghost, bin.pad(last, "src"));
        for (int i = chain.size() - 1; i >= 0; i--) {
            chain.get(i).syncStateWithParent();
        }
        return bin.pad(chain.get(0), "sink");
    }

    /** What the SDP says of a stream. */
    private record Stream(String media, String encoding) {}

    private static Stream description(Pointer pointer) {
        try (Caps caps = Natives.objectFor(pointer, Caps.class, true, true)) {
            Structure structure = caps.getStructure(0);
            return new Stream(field(structure, "media"), field(structure, "encoding-name"));
        }
    }

    private static String field(Structure structure, String name) {
        String value = structure.hasField(name) ? structure.getString(name) : null;
        return value == null ? "" : value;
    }
}
