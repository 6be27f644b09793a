package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.freedesktop.gstreamer.Element;
import org.rnvr.config.Container;
import org.rnvr.pipeline.RecordingPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies between the queues and the file of a segment: the muxer, and what a track needs to fit it. Video is never
 * transcoded. G.711 is, to AAC, for the formats that cannot hold it.
 */
public final class Muxing {

    private static final Logger LOG = LoggerFactory.getLogger(Muxing.class);
    private static final List<String> AAC_ENCODERS = List.of("avenc_aac", "voaacenc", "fdkaacenc");

    private final GstBin bin;
    private final Container container;
    private final MediaFormat format;
    private final Element muxer;
    private final List<Element> beforeMuxer = new ArrayList<>();

    Muxing(GstBin bin, RecordingPlan plan, MediaFormat format) throws MissingElementException {
        this.bin = bin;
        this.container = plan.container();
        this.format = format;
        this.muxer = switch (container) {
            case MP4 -> {
                Element mp4 = bin.add("mp4mux", "muxer");
                mp4.set("fragment-duration", (int) plan.fragment().toMillis());
                yield mp4;
            }
            case MKV -> {
                Element mkv = bin.add("matroskamux", "muxer");
                mkv.set("writing-app", "RNVR");
                yield mkv;
            }
            case TS -> bin.add("mpegtsmux", "muxer");
        };
    }

    /** The best encoder of AAC that is installed. */
    public static Optional<String> aacEncoder() {
        return AAC_ENCODERS.stream().filter(GstBin::isInstalled).findFirst();
    }

    Element muxer() {
        return muxer;
    }

    /** Where video goes in. */
    Pointer videoInput() throws MissingElementException {
        if (container != Container.TS) {
            return muxerInput("video_%u");
        }
        Element parser = track(format.video().parser(), "video-parser");
        parser.set("config-interval", -1);
        return chain(List.of(parser), muxerInput("sink_%d"));
    }

    /** Where audio goes in; null if this format cannot hold it. */
    Pointer audioInput() throws MissingElementException {
        AudioCodec codec = format.audio().orElseThrow();
        String template = container == Container.TS ? "sink_%d" : "audio_%u";
        if (codec.isAac() && container != Container.TS || container == Container.MKV) {
            return muxerInput(template);
        }
        List<Element> chain = new ArrayList<>();
        if (!codec.isAac()) {
            Optional<String> encoder = aacEncoder();
            if (encoder.isEmpty()) {
                LOG.warn(
                        "Sound is not recorded: {} cannot hold {}, and no AAC encoder is installed",
                        container.extension(),
                        codec.codecName());
                return null;
            }
            chain.add(track(codec.decoder(), "audio-decoder"));
            chain.add(track("audioconvert", "audio-converter"));
            chain.add(track("audioresample", "audio-resampler"));
            chain.add(track(encoder.orElseThrow(), "audio-encoder"));
        }
        chain.add(track("aacparse", "audio-parser"));
        return chain(chain, muxerInput(template));
    }

    /** Where a track goes in that is not recorded. */
    Pointer nowhere() throws MissingElementException {
        Element drain = bin.add("fakesink", "drain");
        drain.set("async", false);
        drain.set("sync", false);
        drain.syncStateWithParent();
        return bin.pad(drain, "sink");
    }

    /** Starts what was made. */
    void start() {
        muxer.syncStateWithParent();
        for (int i = beforeMuxer.size() - 1; i >= 0; i--) {
            beforeMuxer.get(i).syncStateWithParent();
        }
    }

    private Element track(String factory, String name) throws MissingElementException {
        Element element = bin.add(factory, name);
        beforeMuxer.add(element);
        return element;
    }

    private Pointer muxerInput(String template) {
        return bin.requestPad(muxer, template);
    }

    private Pointer chain(List<Element> elements, Pointer input) {
        GstBin.link(elements.toArray(Element[]::new));
        GstBin.link(bin.pad(elements.get(elements.size() - 1), "src"), input);
        return bin.pad(elements.get(0), "sink");
    }
}
