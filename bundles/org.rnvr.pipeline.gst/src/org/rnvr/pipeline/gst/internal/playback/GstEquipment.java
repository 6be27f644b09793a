package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Configuration;
import org.rnvr.config.StreamingSettings;
import org.rnvr.pipeline.SessionFailure;
import org.rnvr.pipeline.gst.internal.DecoderChoice;
import org.rnvr.pipeline.gst.internal.GstBin;
import org.rnvr.pipeline.gst.internal.GstRuntime;
import org.rnvr.pipeline.gst.internal.Turning;
import org.rnvr.pipeline.gst.internal.VideoCodec;
import org.rnvr.pipeline.gst.internal.media.Decoder;
import org.rnvr.pipeline.gst.internal.media.FrameDecoder;
import org.rnvr.pipeline.gst.internal.media.Screen;

/** GStreamer's decoders, and a place; as the configuration wants them for live pictures of the camera. */
final class GstEquipment implements Equipment {

    private final GstRuntime runtime;
    private final Supplier<Optional<Configuration>> configuration;
    private final String cameraId;
    private final Place place;

    GstEquipment(GstRuntime runtime, Supplier<Optional<Configuration>> configuration, String cameraId, Place place) {
        this.runtime = runtime;
        this.configuration = configuration;
        this.cameraId = cameraId;
        this.place = place;
    }

    @Override
    public Screen openScreen() throws IOException {
        needGStreamer();
        return place.open(camera().map(CameraSettings::transform).flatMap(Turning::method));
    }

    @Override
    public Decoder open(VideoCodec codec, int attempt) throws IOException {
        needGStreamer();
        StreamingSettings streaming =
                configuration.get().map(Configuration::streaming).orElse(StreamingSettings.DEFAULT);
        boolean hardware = streaming.useHardwareAcceleration()
                && camera().map(CameraSettings::hardwareDecode).orElse(true);
        List<String> candidates =
                DecoderChoice.candidates(codec, streaming.decoderPreference(), hardware, GstBin::isInstalled);
        if (attempt >= candidates.size()) {
            throw new NoDecoderException("No decoder can show " + codec.codecName()
                    + " video; one is in the Debian package gstreamer1.0-libav.");
        }
        return new FrameDecoder(codec, candidates.get(attempt));
    }

    private Optional<CameraSettings> camera() {
        return configuration.get().flatMap(known -> known.camera(cameraId));
    }

    private void needGStreamer() throws NoDecoderException {
        Optional<SessionFailure> problem = runtime.problem();
        if (problem.isPresent()) {
            throw new NoDecoderException(problem.orElseThrow().text());
        }
    }
}
