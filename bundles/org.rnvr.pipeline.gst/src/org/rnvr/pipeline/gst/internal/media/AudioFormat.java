package org.rnvr.pipeline.gst.internal.media;

import java.util.HexFormat;
import java.util.Optional;

/**
 * How the sound of a file is coded.
 *
 * @param coding what is known of it
 * @param name of the coding
 * @param rate samples a second
 * @param channels number of channels
 * @param config AudioSpecificConfig of ISO/IEC 14496-3 in hexadecimal digits; empty if it is not AAC
 * @param framing what surrounds each frame
 */
record AudioFormat(Coding coding, String name, int rate, int channels, String config, Framing framing) {

    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };
    private static final int RATE_FOLLOWS = 15;
    private static final int SAMPLES_PER_FRAME = 1024;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Codings of sound. */
    enum Coding {
        AAC,
        ALAW,
        MULAW,
        /** One that is told, but not copied. */
        OTHER
    }

    /** What surrounds a frame of sound. */
    enum Framing {
        NONE,
        /** A header of ISO/IEC 13818-7 before each frame. */
        ADTS
    }

    static AudioFormat aac(byte[] config, Framing framing) {
        if (config.length < 2) {
            return other("aac");
        }
        int bits = (config[0] & 0xff) << 8 | config[1] & 0xff;
        int rate = bits >> 7 & 0xf;
        int channels = bits >> 3 & 0xf;
        if (rate >= RATES.length) {
            return other(rate == RATE_FOLLOWS ? "aac with a rate of its own" : "aac");
        }
        return new AudioFormat(
                Coding.AAC, "aac", RATES[rate], channels, HexFormat.of().formatHex(config), framing);
    }

    /** From the header before a frame. */
    static AudioFormat adts(byte[] header) {
        int objectType = (header[2] >> 6 & 3) + 1;
        int rate = header[2] >> 2 & 0xf;
        int channels = (header[2] & 1) << 2 | header[3] >> 6 & 3;
        int bits = objectType << 11 | rate << 7 | channels << 3;
        return aac(new byte[] {(byte) (bits >> 8), (byte) bits}, Framing.ADTS);
    }

    static AudioFormat g711(Coding coding, int rate, int channels) {
        return new AudioFormat(coding, coding == Coding.ALAW ? "pcma" : "pcmu", rate, channels, "", Framing.NONE);
    }

    static AudioFormat other(String name) {
        return new AudioFormat(Coding.OTHER, name, 0, 0, "", Framing.NONE);
    }

    /** What a pipeline calls it; empty if it cannot be copied. */
    Optional<String> caps() {
        String layout = ",rate=" + rate + ",channels=" + channels;
        return switch (coding) {
            case AAC ->
                Optional.of(
                        "audio/mpeg,mpegversion=4,stream-format=raw,framed=true,codec_data=(buffer)" + config + layout);
            case ALAW -> Optional.of("audio/x-alaw" + layout);
            case MULAW -> Optional.of("audio/x-mulaw" + layout);
            case OTHER -> Optional.empty();
        };
    }

    /** Whether frames of both can follow each other in one track. */
    boolean fits(AudioFormat other) {
        return coding == other.coding && rate == other.rate && channels == other.channels;
    }

    /** How long a frame of AAC sounds. */
    long frameNanos() {
        return SAMPLES_PER_FRAME * NANOS_PER_SECOND / rate;
    }
}
