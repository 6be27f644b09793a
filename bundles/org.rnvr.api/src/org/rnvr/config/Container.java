package org.rnvr.config;

/** Format of a recording file. */
public enum Container {
    /** Matroska. */
    MKV("mkv"),
    /** Fragmented ISO base media file (MP4). */
    MP4("mp4"),
    /** MPEG transport stream. */
    TS("ts");

    private final String extension;

    Container(String extension) {
        this.extension = extension;
    }

    /** The file name's extension, without the dot. */
    public String extension() {
        return extension;
    }
}
