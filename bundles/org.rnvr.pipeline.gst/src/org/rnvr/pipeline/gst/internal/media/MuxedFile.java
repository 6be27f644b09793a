package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.freedesktop.gstreamer.Element;
import org.rnvr.config.Container;
import org.rnvr.pipeline.gst.internal.DurableFile;
import org.rnvr.pipeline.gst.internal.Muxing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is written frame by frame. Unlike a recording, an MP4 file is not fragmented: it is handed to others, and
 * every player can show it and find every place in it. Closed before it was finished, it is deleted.
 */
final class MuxedFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MuxedFile.class);

    /** Zero of the file, in the pipeline: frames that are decoded before it have times too. */
    private static final long ZERO = 3_600_000_000_000L;

    private static final long END = -1;
    private static final long UNKNOWN = -1;
    private static final long MOST_SILENCE = 200_000_000;
    private static final Duration MOST_TIME_TO_END = Duration.ofMinutes(5);
    private static final String QUEUE = " max-size-buffers=0 max-size-bytes=0 max-size-time=0 ";

    private final Path path;
    private final DurableFile file;
    private final FedPipeline pipeline;
    private final Feed video;
    private final Optional<Feed> audio;
    private long soundUntil = ZERO;
    private boolean finished;

    private MuxedFile(Path path, DurableFile file, FedPipeline pipeline, Feed video, Optional<Feed> audio) {
        this.path = path;
        this.file = file;
        this.pipeline = pipeline;
        this.video = video;
        this.audio = audio;
    }

    /**
     * Begins a file.
     *
     * @param path where there is no file yet
     * @param container its format
     * @param video how its video is coded
     * @param audio how its sound is coded; empty without
     */
    static MuxedFile begin(Path path, Container container, VideoFormat video, Optional<AudioFormat> audio)
            throws IOException {
        Optional<String> sound = audio.flatMap(format -> soundPath(container, format));
        DurableFile file = new DurableFile(path);
        FedPipeline pipeline = null;
        try {
            pipeline = new FedPipeline(description(container, video, sound));
            Element sink = pipeline.element("file");
            sink.set("location", path.toString());
            pipeline.start();
            Feed videoFeed = pipeline.feed("video", video.codec().framedCaps(), NativeMedia.segment(ZERO, END));
            Optional<Feed> audioFeed = Optional.empty();
            if (sound.isPresent()) {
                String caps = audio.flatMap(AudioFormat::caps).orElseThrow();
                audioFeed = Optional.of(pipeline.feed("audio", caps, NativeMedia.segment(ZERO, END)));
            }
            return new MuxedFile(path, file, pipeline, videoFeed, audioFeed);
        } catch (IOException | RuntimeException e) {
            if (pipeline != null) {
                pipeline.close();
            }
            file.close();
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static String description(Container container, VideoFormat video, Optional<String> sound) {
        String muxer =
                switch (container) {
                    case MP4 -> "mp4mux";
                    case MKV -> "matroskamux writing-app=RNVR";
                    case TS -> "mpegtsmux";
                };
        String parser = container == Container.TS
                ? video.codec().parser() + " config-interval=-1"
                : video.codec().parser() + " ! " + video.codec().packagedCaps();
        return muxer + " name=mux ! filesink name=file sync=false async=false"
                + " queue name=video" + QUEUE + "! " + parser + " ! mux."
                + (container == Container.TS ? "sink_%d" : "video_%u")
                + sound.map(path -> " queue name=audio" + QUEUE + path + "! mux."
                                + (container == Container.TS ? "sink_%d" : "audio_%u"))
                        .orElse("");
    }

    /** What lies between sound and muxer; empty if the sound does not fit. */
    private static Optional<String> soundPath(Container container, AudioFormat format) {
        return switch (format.coding()) {
            case AAC -> Optional.of(container == Container.TS ? "! aacparse " : "");
            case ALAW, MULAW -> container == Container.MKV ? Optional.of("") : encoded(container, format);
            case OTHER -> Optional.empty();
        };
    }

    private static Optional<String> encoded(Container container, AudioFormat format) {
        Optional<String> encoder = Muxing.aacEncoder();
        if (encoder.isEmpty()) {
            LOG.warn(
                    "Sound is left out: {} cannot hold {}, and no AAC encoder is installed",
                    container.extension(),
                    format.name());
        }
        String decoder = format.coding() == AudioFormat.Coding.ALAW ? "alawdec" : "mulawdec";
        return encoder.map(name -> "! " + decoder + " ! audioconvert ! audioresample ! " + name + " ! aacparse ");
    }

    /** Adds a frame of video. Times are in nanoseconds since the first frame of the file. */
    void video(byte[] frame, long presentation, long decoding, boolean key) throws IOException {
        if (audio.isPresent() && ZERO + decoding - soundUntil > MOST_SILENCE) {
            // Or the muxer waits for sound of this time, and video waits with it.
            audio.orElseThrow().skip(soundUntil, ZERO + decoding - soundUntil);
            soundUntil = ZERO + decoding;
        }
        video.push(frame, ZERO + presentation, ZERO + decoding, UNKNOWN, key);
    }

    /** Adds a frame of sound; nothing if this file has none. */
    void audio(byte[] frame, long time, long duration) throws IOException {
        if (audio.isPresent()) {
            audio.orElseThrow().push(frame, ZERO + time, ZERO + time, duration, true);
            soundUntil = ZERO + time + duration;
        }
    }

    /** Ends the file and brings it onto the disk. */
    void finish() throws IOException {
        video.end();
        audio.ifPresent(Feed::end);
        pipeline.awaitEnd(MOST_TIME_TO_END);
        pipeline.close();
        file.finish();
        finished = true;
        file.close();
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            pipeline.close();
            file.close();
            Files.deleteIfExists(path);
        }
    }
}
