package org.rnvr.pipeline.gst.internal.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.rnvr.pipeline.gst.internal.VideoCodec;

/**
 * What a decoder must know before the first frame, in the order of the stream: sequence and picture parameter sets, of
 * H.265 also the video parameter sets.
 *
 * @param units NAL units in hexadecimal digits, so that they compare by content
 */
record ParameterSets(List<String> units) {

    static final ParameterSets NONE = new ParameterSets(List.of());

    private static final int AVC_HEADER = 5;
    private static final int HEVC_HEADER = 22;

    ParameterSets {
        units = List.copyOf(units);
    }

    /** From an AVCDecoderConfigurationRecord or HEVCDecoderConfigurationRecord, ISO/IEC 14496-15. */
    static ParameterSets of(VideoCodec codec, byte[] configuration) {
        List<String> units = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(configuration);
        if (codec == VideoCodec.H264) {
            in.position(AVC_HEADER);
            take(in, in.get() & 0x1f, units);
            take(in, in.get() & 0xff, units);
        } else {
            in.position(HEVC_HEADER);
            int arrays = in.get() & 0xff;
            for (int i = 0; i < arrays; i++) {
                boolean wanted = NalUnits.isParameterSet(codec, in.get() & 0x3f);
                take(in, in.getShort() & 0xffff, wanted ? units : new ArrayList<>());
            }
        }
        return new ParameterSets(units);
    }

    /** Size of the length before each NAL unit that such a record tells. */
    static int lengthBytes(VideoCodec codec, byte[] configuration) {
        return (configuration[codec == VideoCodec.H264 ? AVC_HEADER - 1 : HEVC_HEADER - 1] & 3) + 1;
    }

    private static void take(ByteBuffer in, int count, List<String> units) {
        for (int i = 0; i < count; i++) {
            byte[] unit = new byte[in.getShort() & 0xffff];
            in.get(unit);
            units.add(HexFormat.of().formatHex(unit));
        }
    }

    /** From a frame with start codes. */
    static ParameterSets inFrame(VideoCodec codec, byte[] frame) {
        List<String> units = new ArrayList<>();
        for (NalUnits.Unit unit : NalUnits.split(frame)) {
            if (NalUnits.isParameterSet(codec, NalUnits.type(codec, frame[unit.start()]))) {
                units.add(HexFormat.of().formatHex(frame, unit.start(), unit.end()));
            }
        }
        return new ParameterSets(units.stream().distinct().toList());
    }

    /** The first sequence parameter set. */
    Optional<byte[]> sequence(VideoCodec codec) {
        return units.stream()
                .map(HexFormat.of()::parseHex)
                .filter(unit -> NalUnits.isSequence(codec, NalUnits.type(codec, unit[0])))
                .findFirst();
    }

    /** With start codes. */
    byte[] toByteStream() {
        return HexFormat.of()
                .parseHex(units.stream().map(unit -> "00000001" + unit).reduce("", String::concat));
    }
}
