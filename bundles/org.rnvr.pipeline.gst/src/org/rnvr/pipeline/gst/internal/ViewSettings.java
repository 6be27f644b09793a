package org.rnvr.pipeline.gst.internal;

import java.util.List;
import java.util.Optional;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.StreamingSettings;

/**
 * What settings say of the pictures of a camera.
 *
 * @param direction how they are turned, as {@link Turning} says
 * @param decoderPreference names of decoders, best first
 * @param hardwareAllowed whether hardware decoders may be used
 * @param sub where the second stream is; empty when there is none
 */
record ViewSettings(
        Optional<String> direction,
        List<String> decoderPreference,
        boolean hardwareAllowed,
        Optional<SourceSettings> sub) {

    static ViewSettings of(CameraSettings camera, StreamingSettings streaming) {
        return new ViewSettings(
                Turning.method(camera.transform()),
                streaming.decoderPreference(),
                streaming.useHardwareAcceleration() && camera.hardwareDecode(),
                RtspUrl.parse(camera.rtspUrlSub()).map(url -> SourceSettings.of(url, camera.credentials(), streaming)
                        .withoutAudio()));
    }

    /** The decoders to try, best first. */
    List<String> decoders(VideoCodec codec) {
        return DecoderChoice.candidates(codec, decoderPreference, hardwareAllowed, GstBin::isInstalled);
    }
}
