package org.rnvr.pipeline.gst.internal;

import java.util.List;
import java.util.Optional;

/** An audio codec that can be recorded. */
enum AudioCodec {
    /** RFC 3640. */
    AAC("aac", "MPEG4-GENERIC", List.of("rtpmp4gdepay", "aacparse"), ""),
    /** RFC 6416. */
    AAC_LATM("aac", "MP4A-LATM", List.of("rtpmp4adepay", "aacparse"), ""),
    PCMA("pcma", "PCMA", List.of("rtppcmadepay"), "alawdec"),
    PCMU("pcmu", "PCMU", List.of("rtppcmudepay"), "mulawdec");

    private final String codecName;
    private final String encodingName;
    private final List<String> receivers;
    private final String decoder;

    AudioCodec(String codecName, String encodingName, List<String> receivers, String decoder) {
        this.codecName = codecName;
        this.encodingName = encodingName;
        this.receivers = receivers;
        this.decoder = decoder;
    }

    static Optional<AudioCodec> of(String encodingName) {
        for (AudioCodec codec : values()) {
            if (codec.encodingName.equals(encodingName)) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }

    String codecName() {
        return codecName;
    }

    /** Elements from RTP to what is recorded. */
    List<String> receivers() {
        return receivers;
    }

    /** Whether it is AAC already. */
    boolean isAac() {
        return decoder.isEmpty();
    }

    /** The element that decodes G.711. */
    String decoder() {
        return decoder;
    }
}
