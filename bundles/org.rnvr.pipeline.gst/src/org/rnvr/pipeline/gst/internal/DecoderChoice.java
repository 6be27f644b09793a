package org.rnvr.pipeline.gst.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which decoders to try, best first. */
public final class DecoderChoice {

    private static final List<String> SOFTWARE_H264 = List.of("avdec_h264", "openh264dec");
    private static final List<String> SOFTWARE_H265 = List.of("avdec_h265", "libde265dec");

    private DecoderChoice() {}

    /**
     * The candidates for a codec: those preferred, then the software decoders that are known to do.
     *
     * @param codec of the video
     * @param preference names of decoders, for whichever codec
     * @param hardwareAllowed whether hardware decoders are candidates
     * @param installed whether an element of a name is there
     */
    public static List<String> candidates(
            VideoCodec codec, List<String> preference, boolean hardwareAllowed, Predicate<String> installed) {
        List<String> software = codec == VideoCodec.H264 ? SOFTWARE_H264 : SOFTWARE_H265;
        Set<String> names = new LinkedHashSet<>();
        for (String preferred : preference) {
            String name = counterpart(preferred, codec);
            if (hardwareAllowed || isSoftware(name)) {
                names.add(name);
            }
        }
        names.addAll(software);
        List<String> candidates = new ArrayList<>(names);
        candidates.removeIf(installed.negate());
        return candidates;
    }

    /** The same decoder for another codec: {@code avdec_h264} and {@code avdec_h265}, {@code vah264dec} and {@code vah265dec}. */
    private static String counterpart(String decoder, VideoCodec codec) {
        return switch (codec) {
            case H264 -> decoder.equals("libde265dec") ? "openh264dec" : decoder.replace("h265", "h264");
            case H265 -> decoder.equals("openh264dec") ? "libde265dec" : decoder.replace("h264", "h265");
        };
    }

    private static boolean isSoftware(String decoder) {
        return decoder.startsWith("avdec_") || SOFTWARE_H264.contains(decoder) || SOFTWARE_H265.contains(decoder);
    }
}
