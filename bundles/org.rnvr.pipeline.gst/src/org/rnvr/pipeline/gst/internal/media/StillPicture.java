package org.rnvr.pipeline.gst.internal.media;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.freedesktop.gstreamer.glib.Natives;
import org.rnvr.pipeline.gst.internal.DecoderChoice;
import org.rnvr.pipeline.gst.internal.GstBin;

/** Decodes one picture. */
final class StillPicture {

    private static final Duration MOST_TIME = Duration.ofSeconds(20);

    /** Zero of the file, in the pipeline: frames that are decoded before it have times too. */
    private static final long ZERO = 3_600_000_000_000L;

    private static final String QUEUE = "queue name=video max-size-buffers=0 max-size-bytes=0 max-size-time=0 ! ";
    private static final String SINK = " ! appsink name=out sync=false async=false max-buffers=1 drop=true";

    private final FileBytes in;
    private final MediaIndex index;

    StillPicture(FileBytes in, MediaIndex index) {
        this.in = in;
        this.index = index;
    }

    /** The JPEG file of the last frame that is not after a time since the first frame; of the first one if all are. */
    byte[] at(long nanos) throws IOException {
        int wanted = shownAt(nanos);
        List<String> decoders =
                DecoderChoice.candidates(index.videoFormat().codec(), List.of(), false, GstBin::isInstalled);
        IOException failure = new IOException(
                "no decoder is installed for " + index.videoFormat().codec().codecName());
        for (String decoder : decoders) {
            try {
                return decode(decoder, wanted);
            } catch (IOException e) {
                e.addSuppressed(failure);
                failure = e;
            }
        }
        throw failure;
    }

    private int shownAt(long nanos) {
        SampleTable video = index.video();
        int key = video.keyFrom(0);
        int best = key;
        for (int i = key + 1; i < video.count(); i++) {
            long time = video.presentation(i);
            if (time <= nanos && time > video.presentation(best)) {
                best = i;
            }
        }
        return best;
    }

    private byte[] decode(String decoder, int wanted) throws IOException {
        SampleTable video = index.video();
        long time = video.presentation(wanted);
        String parser = index.videoFormat().codec().parser();
        try (FedPipeline pipeline = new FedPipeline(QUEUE + parser + " ! " + decoder + SINK)) {
            Pointer sink = Natives.getRawPointer(pipeline.element("out"));
            pipeline.start();
            // What is decoded for this frame, but shown after it, is not let out.
            Pointer segment = NativeMedia.segment(0, ZERO + time + 1);
            Feed feed = pipeline.feed("video", index.videoFormat().codec().framedCaps(), segment);
            for (int i = video.keyAt(time); i <= wanted; i++) {
                feed.push(
                        index.videoFrame(in, i),
                        ZERO + video.presentation(i),
                        ZERO + video.decoding(i),
                        -1,
                        video.isKey(i));
            }
            feed.end();
            return jpeg(last(pipeline, sink));
        }
    }

    private static Pointer last(FedPipeline pipeline, Pointer sink) throws IOException {
        long limit = System.nanoTime() + MOST_TIME.toNanos();
        Pointer last = null;
        while (true) {
            Pointer sample = NativeApp.gst_app_sink_try_pull_sample(
                    sink, Duration.ofMillis(100).toNanos());
            if (sample != null) {
                if (last != null) {
                    NativeMedia.gst_mini_object_unref(last);
                }
                last = sample;
            } else if (NativeApp.gst_app_sink_is_eos(sink) != 0) {
                if (last == null) {
                    throw new IOException("no frame can be decoded");
                }
                return last;
            } else {
                checkProgress(pipeline, last, limit);
            }
        }
    }

    private static void checkProgress(FedPipeline pipeline, Pointer last, long limit) throws IOException {
        try {
            pipeline.checkFor(Duration.ZERO);
            if (System.nanoTime() - limit > 0) {
                throw new IOException("nothing was decoded within " + MOST_TIME.toSeconds() + " s");
            }
        } catch (IOException e) {
            if (last != null) {
                NativeMedia.gst_mini_object_unref(last);
            }
            throw e;
        }
    }

    private static byte[] jpeg(Pointer frame) throws IOException {
        // The encoder takes the range of brightness as it is; only from RGB does it come to the range that JPEG has.
        Pointer picture = converted(converted(frame, "video/x-raw,format=RGB"), "image/jpeg");
        Pointer buffer = NativeMedia.gst_sample_get_buffer(picture);
        byte[] bytes = new byte[(int) NativeMedia.gst_buffer_get_size(buffer)];
        NativeMedia.gst_buffer_extract(buffer, 0, bytes, bytes.length);
        NativeMedia.gst_mini_object_unref(picture);
        return bytes;
    }

    /** Makes another sample of one, and lets go of that. */
    private static Pointer converted(Pointer sample, String format) throws IOException {
        Pointer caps = NativeMedia.gst_caps_from_string(format);
        PointerByReference error = new PointerByReference();
        Pointer converted = NativeVideo.gst_video_convert_sample(sample, caps, MOST_TIME.toNanos(), error);
        NativeMedia.gst_mini_object_unref(caps);
        NativeMedia.gst_mini_object_unref(sample);
        if (converted == null) {
            throw new IOException(ErrorText.take(error.getValue(), null));
        }
        return converted;
    }
}
