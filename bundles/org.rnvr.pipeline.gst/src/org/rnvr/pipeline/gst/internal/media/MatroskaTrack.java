package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rnvr.pipeline.gst.internal.VideoCodec;

/**
 * A track of a Matroska file, RFC 9559 section 5.1.4.
 *
 * @param number how blocks call it
 * @param video present if it is video of a known coding
 * @param audio present if it is sound
 */
record MatroskaTrack(long number, Optional<VideoFormat> video, Optional<AudioFormat> audio) {

    private static final long NUMBER = 0xd7;
    private static final long TYPE = 0x83;
    private static final long CODEC = 0x86;
    private static final long PRIVATE = 0x63a2;
    private static final long VIDEO = 0xe0;
    private static final long AUDIO = 0xe1;
    private static final long ENCODINGS = 0x6d80;
    private static final long WIDTH = 0xb0;
    private static final long HEIGHT = 0xba;
    private static final long RATE = 0xb5;
    private static final long CHANNELS = 0x9f;
    private static final int TYPE_AUDIO = 2;
    private static final int WAVE_ALAW = 6;
    private static final int WAVE_MULAW = 7;
    private static final double DEFAULT_RATE = 8000;

    /** What an entry says, as it is read. */
    private static final class Entry {

        private long number;
        private long type;
        private String codec = "";
        private byte[] configuration = new byte[0];
        private int width;
        private int height;
        private double rate = DEFAULT_RATE;
        private int channels = 1;
        private boolean encoded;
    }

    static MatroskaTrack read(FileBytes in, EbmlElement element, long limit) throws IOException {
        Entry entry = new Entry();
        read(in, element.body(), element.end(limit), entry);
        if (entry.encoded) {
            return new MatroskaTrack(entry.number, Optional.empty(), Optional.empty());
        }
        Optional<VideoFormat> video =
                switch (entry.codec) {
                    case "V_MPEG4/ISO/AVC" -> Optional.of(video(entry, VideoCodec.H264));
                    case "V_MPEGH/ISO/HEVC" -> Optional.of(video(entry, VideoCodec.H265));
                    default -> Optional.empty();
                };
        return new MatroskaTrack(
                entry.number, video, entry.type == TYPE_AUDIO ? Optional.of(audio(entry)) : Optional.empty());
    }

    private static void read(FileBytes in, long from, long limit, Entry entry) throws IOException {
        Optional<EbmlElement> next = EbmlElement.at(in, from, limit);
        while (next.isPresent()) {
            EbmlElement child = next.orElseThrow();
            long id = child.id();
            long value = child.size() <= Long.BYTES ? EbmlElement.number(in, child.body(), child.size()) : 0;
            if (id == NUMBER) {
                entry.number = value;
            } else if (id == TYPE) {
                entry.type = value;
            } else if (id == CODEC) {
                // Strings may be filled up with zeros.
                entry.codec = new String(in.bytes(child.body(), (int) child.size()), StandardCharsets.US_ASCII).trim();
            } else if (id == PRIVATE) {
                entry.configuration = in.bytes(child.body(), (int) child.size());
            } else if (id == VIDEO || id == AUDIO) {
                read(in, child.body(), child.end(limit), entry);
            } else if (id == WIDTH) {
                entry.width = (int) value;
            } else if (id == HEIGHT) {
                entry.height = (int) value;
            } else if (id == RATE) {
                entry.rate = child.size() == Float.BYTES
                        ? Float.intBitsToFloat((int) value)
                        : Double.longBitsToDouble(value);
            } else if (id == CHANNELS) {
                entry.channels = (int) value;
            } else if (id == ENCODINGS) {
                entry.encoded = true;
            }
            next = EbmlElement.at(in, child.end(limit), limit);
        }
    }

    private static VideoFormat video(Entry entry, VideoCodec codec) {
        return new VideoFormat(
                codec,
                entry.width,
                entry.height,
                ParameterSets.of(codec, entry.configuration),
                ParameterSets.lengthBytes(codec, entry.configuration));
    }

    private static AudioFormat audio(Entry entry) {
        if (entry.codec.startsWith("A_AAC")) {
            return AudioFormat.aac(entry.configuration, AudioFormat.Framing.NONE);
        }
        if (entry.codec.equals("A_MS/ACM") && entry.configuration.length >= 2) {
            int wave = entry.configuration[0] & 0xff | (entry.configuration[1] & 0xff) << 8;
            if (wave == WAVE_ALAW || wave == WAVE_MULAW) {
                return AudioFormat.g711(
                        wave == WAVE_ALAW ? AudioFormat.Coding.ALAW : AudioFormat.Coding.MULAW,
                        (int) entry.rate,
                        entry.channels);
            }
        }
        return AudioFormat.other(entry.codec);
    }
}
