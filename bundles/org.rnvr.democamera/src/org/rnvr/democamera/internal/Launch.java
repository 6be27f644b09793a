package org.rnvr.democamera.internal;

import java.util.Locale;
import org.rnvr.democamera.Audio;
import org.rnvr.democamera.Codec;
import org.rnvr.democamera.Video;

/**
 * The pipelines as text.
 *
 * @param video the picture
 * @param audio the sound
 */
record Launch(Video video, Audio audio) {

    static final String SINK = "sink";

    private static final int ENLARGEMENT = 4;
    private static final int AAC_RATE = 16_000;
    private static final int AAC_FRAME = 1024;
    private static final int G711_RATE = 8_000;
    private static final int G711_FRAME = 160;

    /** Name of the valve or source of a track. */
    static String gate(int track) {
        return "gate" + track;
    }

    static String payloader(int track) {
        return "pay" + track;
    }

    int tracks() {
        return audio == Audio.NONE ? 1 : 2;
    }

    /** What gst-rtsp-server builds for each client of a live camera. */
    String live(String name, int number) {
        String sound = audio == Audio.NONE
                ? ""
                : " audiotestsrc is-live=true " + tone() + gated(1) + " ! " + audioEncoder() + " ! " + audioPayloader();
        return "( videotestsrc is-live=true " + smallPicture(number) + " ! " + enlarged() + gated(0) + " ! "
                + caption(name)
                + " ! clockoverlay time-format=\"%Y-%m-%d %H:%M:%S\" halignment=left valignment=bottom"
                + " ! timeoverlay halignment=right valignment=bottom ! "
                + videoEncoder() + " ! " + videoPayloader() + sound + " )";
    }

    /** What gst-rtsp-server builds for each client of a camera that repeats a clip. */
    String repeat() {
        String source = "appsrc is-live=true format=time max-bytes=0 name=";
        String sound = audio == Audio.NONE ? "" : " " + source + gate(1) + " ! " + audioPayloader();
        return "( " + source + gate(0) + " ! " + videoPayloader() + sound + " )";
    }

    /** Encodes a clip's picture as fast as possible, one access unit a buffer, beginning with a key frame. */
    String videoClip(String name, int number) {
        int frames = clipFrames();
        int noise = noiseSide();
        String parsed = video.codec() == Codec.H264
                ? "h264parse ! video/x-h264,stream-format=avc,alignment=au"
                : "h265parse ! video/x-h265,stream-format=hvc1,alignment=au";
        return "compositor name=mix sink_1::xpos=" + (smallWidth() - noise) / 2 + " sink_1::ypos="
                + (smallHeight() - noise) + " ! " + enlarged() + " ! " + caption(name)
                + " ! timeoverlay halignment=right valignment=bottom ! " + videoEncoder() + " ! " + parsed
                + " ! appsink sync=false name=" + SINK
                + " videotestsrc num-buffers=" + frames + " " + smallPicture(number) + " ! mix.sink_0"
                + " videotestsrc pattern=snow num-buffers=" + frames + " ! " + rawVideo(noise, noise)
                + " ! mix.sink_1";
    }

    /** Encodes a clip's sound as fast as possible, one frame a buffer. */
    String audioClip() {
        long frames = Math.max(1, (long) clipSeconds() * audioRate() / audioFrame());
        return "audiotestsrc num-buffers=" + frames + " " + tone() + " ! " + audioEncoder()
                + " ! appsink sync=false name=" + SINK;
    }

    int clipFrames() {
        return clipSeconds() * video.fps();
    }

    Cadence videoCadence() {
        return new Cadence(1, video.fps());
    }

    Cadence audioCadence() {
        return new Cadence(audioFrame(), audioRate());
    }

    /** Whole groups of pictures, at least two seconds. */
    private int clipSeconds() {
        return video.gopSeconds() == 1 ? 2 : video.gopSeconds();
    }

    /** A square of noise, before enlarging, with about one pixel a bit: enough for an encoder to reach its bitrate. */
    private int noiseSide() {
        double bitsPerFrame = video.bitrateKbps() * 1000.0 / video.fps();
        int side = (int) Math.min(Math.sqrt(bitsPerFrame) / ENLARGEMENT, Math.min(smallWidth(), smallHeight()));
        return Math.max(8, side / 2 * 2);
    }

    /** Drawing small and enlarging takes a fraction of the time. */
    private String smallPicture(int number) {
        return String.format(
                Locale.ROOT,
                "pattern=ball motion=%s background-color=0x%08x foreground-color=0xffffffff ! %s",
                number % 2 == 0 ? "hsweep" : "sweep",
                colour(number),
                rawVideo(smallWidth(), smallHeight()));
    }

    /** The queue keeps the source running while packets are held back, so that there is nothing to catch up with. */
    private static String gated(int track) {
        return " ! valve name=" + gate(track)
                + " ! queue leaky=downstream max-size-time=200000000 max-size-buffers=0 max-size-bytes=0";
    }

    private String enlarged() {
        return "videoscale method=nearest-neighbour add-borders=false ! " + rawVideo(video.width(), video.height());
    }

    private int smallWidth() {
        return video.width() / ENLARGEMENT / 2 * 2;
    }

    private int smallHeight() {
        return video.height() / ENLARGEMENT / 2 * 2;
    }

    /** Steps of the golden angle keep the hues of neighbours apart, whatever the number of cameras. */
    private static int colour(int number) {
        double angle = 2 * Math.PI * 0.381966 * (number - 1);
        return 0xff000000 | shade(angle) << 16 | shade(angle - 2 * Math.PI / 3) << 8 | shade(angle + 2 * Math.PI / 3);
    }

    private static int shade(double angle) {
        return (int) Math.round(70 + 50 * Math.cos(angle));
    }

    private String rawVideo(int width, int height) {
        return "video/x-raw,format=I420,width=" + width + ",height=" + height + ",framerate=" + video.fps()
                + "/1,pixel-aspect-ratio=1/1";
    }

    private static String caption(String name) {
        return "textoverlay text=\"" + name + "\" font-desc=\"Sans Bold 48\" halignment=center valignment=center";
    }

    private String videoEncoder() {
        int gop = video.gopSeconds() * video.fps();
        return switch (video.codec()) {
            case H264 ->
                "x264enc tune=zerolatency speed-preset=ultrafast threads=1 bframes=0 bitrate=" + video.bitrateKbps()
                        + " key-int-max=" + gop + " option-string=\"scenecut=0:keyint=" + gop + ":min-keyint=" + gop
                        + "\"";
            case H265 ->
                "x265enc tune=zerolatency speed-preset=ultrafast log-level=none bitrate=" + video.bitrateKbps()
                        + " key-int-max=" + gop + " option-string=\"bframes=0:scenecut=0:open-gop=0:pools=1:"
                        + "frame-threads=1:keyint=" + gop + ":min-keyint=" + gop + "\"";
        };
    }

    private String videoPayloader() {
        String element = video.codec() == Codec.H264 ? "rtph264pay" : "rtph265pay";
        return element + " name=" + payloader(0) + " pt=96 config-interval=-1";
    }

    private String tone() {
        return "samplesperbuffer=" + audioFrame() + " wave=sine freq=440 volume=0.1 ! audio/x-raw,rate=" + audioRate()
                + ",channels=1";
    }

    private String audioEncoder() {
        return switch (audio) {
            case NONE -> throw new IllegalStateException("no sound");
            case AAC ->
                "audioconvert ! avenc_aac bitrate=64000 ! aacparse ! audio/mpeg,mpegversion=4,stream-format=raw";
            case PCMA -> "audioconvert ! alawenc";
            case PCMU -> "audioconvert ! mulawenc";
        };
    }

    private String audioPayloader() {
        return switch (audio) {
            case NONE -> throw new IllegalStateException("no sound");
            case AAC -> "rtpmp4gpay name=" + payloader(1) + " pt=97";
            case PCMA -> "rtppcmapay name=" + payloader(1) + " pt=8";
            case PCMU -> "rtppcmupay name=" + payloader(1) + " pt=0";
        };
    }

    private int audioRate() {
        return audio == Audio.AAC ? AAC_RATE : G711_RATE;
    }

    private int audioFrame() {
        return audio == Audio.AAC ? AAC_FRAME : G711_FRAME;
    }
}
