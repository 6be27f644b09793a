package org.rnvr.lab.bench;

import java.nio.file.Path;
import java.util.List;

/** The recorders that are compared. */
final class Systems {

    /** The product as it is delivered. */
    static final String PRODUCT = "rnvr";

    /** A process of ffmpeg for each camera, as a person would start it. */
    static final String FFMPEG = "ffmpeg";

    /** The same, with files that survive a power cut, as those of the product do. */
    static final String FFMPEG_FRAGMENTS = "ffmpeg-fragments";

    /** A process of GStreamer for all cameras, without a line of Java. */
    static final String GSTREAMER = "gstreamer";

    private Systems() {}

    static List<String> all() {
        return List.of(PRODUCT, FFMPEG, FFMPEG_FRAGMENTS, GSTREAMER);
    }

    /**
     * Starts a recorder.
     *
     * @param name one of {@link #all}
     * @param url of the camera
     * @param cameras how often to record it, as if it were so many
     * @param folder where its files go, empty
     */
    static RecorderAtWork start(String name, String url, int cameras, Path folder) {
        return switch (name) {
            case PRODUCT -> ProductAtWork.start(url, cameras, folder);
            case FFMPEG -> ProgramsAtWork.start(Programs.ffmpeg(url, cameras, folder, Programs.PLAIN), folder);
            case FFMPEG_FRAGMENTS ->
                ProgramsAtWork.start(Programs.ffmpeg(url, cameras, folder, Programs.FRAGMENTED), folder);
            case GSTREAMER -> ProgramsAtWork.start(List.of(Programs.gstreamer(url, cameras, folder)), folder);
            default -> throw new IllegalArgumentException("no recorder is named " + name);
        };
    }
}
