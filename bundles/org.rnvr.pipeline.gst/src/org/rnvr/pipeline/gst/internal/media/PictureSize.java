package org.rnvr.pipeline.gst.internal.media;

import org.rnvr.pipeline.gst.internal.VideoCodec;

/**
 * Size of the picture, as a sequence parameter set tells it: ITU-T H.264 section 7.3.2.1.1 and ITU-T H.265 section
 * 7.3.2.2.
 *
 * @param width in pixels
 * @param height in pixels
 */
record PictureSize(int width, int height) {

    private static final int LUMA_ONLY = 0;
    private static final int HALF_BOTH = 1;
    private static final int HALF_WIDTH = 2;
    private static final int FULL_COLOUR = 3;
    private static final int LAST_SMALL_LIST = 6;

    static PictureSize of(VideoCodec codec, byte[] sequenceParameterSet) {
        BitReader bits = new BitReader(sequenceParameterSet);
        return codec == VideoCodec.H264 ? h264(bits) : h265(bits);
    }

    private static PictureSize h264(BitReader bits) {
        bits.skip(8);
        int profile = bits.read(8);
        bits.skip(16);
        bits.readUnsigned();
        int chroma = HALF_BOTH;
        boolean separate = false;
        if (hasChromaFormat(profile)) {
            chroma = bits.readUnsigned();
            separate = chroma == FULL_COLOUR && bits.readFlag();
            bits.readUnsigned();
            bits.readUnsigned();
            bits.skip(1);
            if (bits.readFlag()) {
                skipScalingLists(bits, chroma);
            }
        }
        bits.readUnsigned();
        skipPictureOrder(bits);
        bits.readUnsigned();
        bits.skip(1);
        int width = (bits.readUnsigned() + 1) * 16;
        int units = bits.readUnsigned() + 1;
        boolean frames = bits.readFlag();
        int height = units * 16 * (frames ? 1 : 2);
        if (!frames) {
            bits.skip(1);
        }
        bits.skip(1);
        int chromaFormat = separate ? LUMA_ONLY : chroma;
        return cropped(bits, width, height, stepX(chromaFormat), stepY(chromaFormat) * (frames ? 1 : 2));
    }

    private static boolean hasChromaFormat(int profile) {
        return switch (profile) {
            case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
            default -> false;
        };
    }

    private static void skipScalingLists(BitReader bits, int chroma) {
        for (int list = 0; list < (chroma == FULL_COLOUR ? 12 : 8); list++) {
            if (!bits.readFlag()) {
                continue;
            }
            int next = 8;
            for (int i = 0; i < (list < LAST_SMALL_LIST ? 16 : 64) && next != 0; i++) {
                next = next + bits.readSigned() & 0xff;
            }
        }
    }

    private static void skipPictureOrder(BitReader bits) {
        int type = bits.readUnsigned();
        if (type == 0) {
            bits.readUnsigned();
        } else if (type == 1) {
            bits.skip(1);
            bits.readSigned();
            bits.readSigned();
            int cycle = bits.readUnsigned();
            for (int i = 0; i < cycle; i++) {
                bits.readSigned();
            }
        }
    }

    private static PictureSize h265(BitReader bits) {
        bits.skip(16 + 4);
        int subLayers = bits.read(3);
        bits.skip(1);
        skipProfile(bits, subLayers);
        bits.readUnsigned();
        int chroma = bits.readUnsigned();
        if (chroma == FULL_COLOUR && bits.readFlag()) {
            chroma = LUMA_ONLY;
        }
        int width = bits.readUnsigned();
        int height = bits.readUnsigned();
        return cropped(bits, width, height, stepX(chroma), stepY(chroma));
    }

    private static void skipProfile(BitReader bits, int subLayers) {
        bits.skip(88 + 8);
        boolean[] profiles = new boolean[subLayers];
        boolean[] levels = new boolean[subLayers];
        for (int i = 0; i < subLayers; i++) {
            profiles[i] = bits.readFlag();
            levels[i] = bits.readFlag();
        }
        if (subLayers > 0) {
            bits.skip(2 * (8 - subLayers));
        }
        for (int i = 0; i < subLayers; i++) {
            bits.skip((profiles[i] ? 88 : 0) + (levels[i] ? 8 : 0));
        }
    }

    private static PictureSize cropped(BitReader bits, int width, int height, int stepX, int stepY) {
        if (!bits.readFlag()) {
            return new PictureSize(width, height);
        }
        int left = bits.readUnsigned();
        int right = bits.readUnsigned();
        int top = bits.readUnsigned();
        int bottom = bits.readUnsigned();
        return new PictureSize(width - (left + right) * stepX, height - (top + bottom) * stepY);
    }

    private static int stepX(int chroma) {
        return chroma == HALF_BOTH || chroma == HALF_WIDTH ? 2 : 1;
    }

    private static int stepY(int chroma) {
        return chroma == HALF_BOTH ? 2 : 1;
    }
}
