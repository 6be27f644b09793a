package org.rnvr.pipeline.gst.internal;

import java.util.Optional;

/** A video codec that is recorded as it comes. */
public enum VideoCodec {
    H264("h264", "H264", "rtph264depay", "h264parse", "video/x-h264", "avc"),
    H265("h265", "H265", "rtph265depay", "h265parse", "video/x-h265", "hvc1");

    private final String codecName;
    private final String encodingName;
    private final String depayloader;
    private final String parser;
    private final String mediaType;
    private final String packaging;

    VideoCodec(
            String codecName,
            String encodingName,
            String depayloader,
            String parser,
            String mediaType,
            String packaging) {
        this.codecName = codecName;
        this.encodingName = encodingName;
        this.depayloader = depayloader;
        this.parser = parser;
        this.mediaType = mediaType;
        this.packaging = packaging;
    }

    /** From the encoding name of RFC 6184 and RFC 7798. */
    static Optional<VideoCodec> of(String encodingName) {
        for (VideoCodec codec : values()) {
            if (codec.encodingName.equals(encodingName)) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }

    /** {@code h264} or {@code h265}. */
    public String codecName() {
        return codecName;
    }

    String depayloader() {
        return depayloader;
    }

    /** The element that understands it. */
    public String parser() {
        return parser;
    }

    /** What travels inside a pipeline: whole frames, parameter sets apart, as MP4, Matroska and the decoders like it. */
    public String packagedCaps() {
        return mediaType + ",stream-format=" + packaging + ",alignment=au";
    }

    /** What the parser gets: whole frames, so that it need not wait for the next one to know the end of one. */
    public String framedCaps() {
        return mediaType + ",stream-format=byte-stream,alignment=au";
    }
}
