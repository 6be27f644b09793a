package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rnvr.pipeline.gst.internal.VideoCodec;

/**
 * How a track of an MP4 file is coded: ISO/IEC 14496-12 section 8.5.2, ISO/IEC 14496-15, ISO/IEC 14496-1 section 7.2.6.
 *
 * @param video present if it is video of a known coding
 * @param audio present if it is sound
 */
record Mp4SampleEntry(Optional<VideoFormat> video, Optional<AudioFormat> audio) {

    private static final int VIDEO_HEADER = 86;
    private static final int AUDIO_HEADER = 36;
    private static final int ES_DESCRIPTOR = 3;
    private static final int DECODER_CONFIG = 4;
    private static final int DECODER_SPECIFIC = 5;

    static Mp4SampleEntry of(FileBytes in, Mp4Box description) throws IOException {
        Optional<Mp4Box> found = Mp4Box.at(in, description.body() + 8, description.end());
        if (found.isEmpty()) {
            return new Mp4SampleEntry(Optional.empty(), Optional.empty());
        }
        Mp4Box entry = found.orElseThrow();
        if (entry.is("avc1") || entry.is("avc3")) {
            return new Mp4SampleEntry(Optional.of(video(in, entry, VideoCodec.H264, "avcC")), Optional.empty());
        }
        if (entry.is("hvc1") || entry.is("hev1")) {
            return new Mp4SampleEntry(Optional.of(video(in, entry, VideoCodec.H265, "hvcC")), Optional.empty());
        }
        return new Mp4SampleEntry(Optional.empty(), audio(in, entry));
    }

    private static VideoFormat video(FileBytes in, Mp4Box entry, VideoCodec codec, String name) throws IOException {
        for (Mp4Box box : entry.children(in, entry.start() + VIDEO_HEADER)) {
            if (box.is(name)) {
                byte[] configuration = in.bytes(box.body(), (int) (box.end() - box.body()));
                return new VideoFormat(
                        codec,
                        in.u16(entry.start() + 32),
                        in.u16(entry.start() + 34),
                        ParameterSets.of(codec, configuration),
                        ParameterSets.lengthBytes(codec, configuration));
            }
        }
        throw new IOException(name + " is missing");
    }

    private static Optional<AudioFormat> audio(FileBytes in, Mp4Box entry) throws IOException {
        if (entry.is("mp4a")) {
            for (Mp4Box box : entry.children(in, entry.start() + AUDIO_HEADER)) {
                if (box.is("esds")) {
                    return Optional.of(
                            AudioFormat.aac(configuration(in, box.body() + 4, box.end()), AudioFormat.Framing.NONE));
                }
            }
            return Optional.of(AudioFormat.other("aac"));
        }
        if (entry.is("alaw") || entry.is("ulaw")) {
            return Optional.of(AudioFormat.g711(
                    entry.is("alaw") ? AudioFormat.Coding.ALAW : AudioFormat.Coding.MULAW,
                    in.u16(entry.start() + 32),
                    in.u16(entry.start() + 24)));
        }
        if (entry.is("Opus") || entry.is("ac-3") || entry.is(".mp3") || entry.is("sowt")) {
            return Optional.of(
                    AudioFormat.other(new String(in.bytes(entry.start() + 4, 4), StandardCharsets.US_ASCII)));
        }
        return Optional.empty();
    }

    private static byte[] configuration(FileBytes in, long start, long end) throws IOException {
        long at = start;
        while (at < end) {
            int tag = in.u8(at++);
            int length = 0;
            int part;
            do {
                part = in.u8(at++);
                length = length << 7 | part & 0x7f;
            } while ((part & 0x80) != 0);
            switch (tag) {
                case ES_DESCRIPTOR -> at += 3;
                case DECODER_CONFIG -> at += 13;
                case DECODER_SPECIFIC -> {
                    return in.bytes(at, length);
                }
                default -> at += length;
            }
        }
        return new byte[0];
    }
}
