package org.rnvr.config;

import java.util.Objects;

/**
 * One entry of {@code cameras}.
 *
 * @param id unique, {@code [A-Za-z0-9_-]{1,64}}; also the name of its recording folder
 * @param name for people; the id when the file has none
 * @param rtspUrl without user name and password, beginning with {@code rtsp://} or {@code rtsps://}; empty when the file
 *     has none that can be used
 * @param rtspUrlSub where a second, smaller stream of the same camera is, written as {@code rtspUrl}; empty when it has none
 *     that can be used
 * @param credentials what to present to the camera
 * @param enabled whether it is used at all
 * @param streamingAtStart whether it is connected by itself
 * @param recordingAtStart whether it is recorded by itself
 * @param hardwareDecode whether this camera may be decoded in hardware
 * @param motionDetection whether motion is to be detected
 * @param ptz how it is moved
 * @param transform how its picture is turned
 * @param standby where the session goes that is to replace a suspected one
 * @param recordingSchedule when it is recorded, once it is recorded by itself
 * @param displayOrder place among the cameras, rising
 */
public record CameraSettings(
        String id,
        String name,
        String rtspUrl,
        String rtspUrlSub,
        Credentials credentials,
        boolean enabled,
        boolean streamingAtStart,
        boolean recordingAtStart,
        boolean hardwareDecode,
        boolean motionDetection,
        Ptz ptz,
        VideoTransform transform,
        StandbySession standby,
        WeeklySchedule recordingSchedule,
        int displayOrder) {

    public CameraSettings {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(rtspUrl);
        Objects.requireNonNull(rtspUrlSub);
        Objects.requireNonNull(credentials);
        Objects.requireNonNull(ptz);
        Objects.requireNonNull(transform);
        Objects.requireNonNull(standby);
        Objects.requireNonNull(recordingSchedule);
    }

    /** Of a camera with one stream. */
    public CameraSettings(
            String id,
            String name,
            String rtspUrl,
            Credentials credentials,
            boolean enabled,
            boolean streamingAtStart,
            boolean recordingAtStart,
            boolean hardwareDecode,
            boolean motionDetection,
            Ptz ptz,
            VideoTransform transform,
            StandbySession standby,
            WeeklySchedule recordingSchedule,
            int displayOrder) {
        this(
                id,
                name,
                rtspUrl,
                "",
                credentials,
                enabled,
                streamingAtStart,
                recordingAtStart,
                hardwareDecode,
                motionDetection,
                ptz,
                transform,
                standby,
                recordingSchedule,
                displayOrder);
    }

    /**
     * How a camera is moved.
     *
     * @param type the protocol
     * @param port HTTP port of the camera
     * @param channel channel of the camera
     */
    public record Ptz(PtzType type, int port, int channel) {}

    /** Protocol by which a camera is moved. */
    public enum PtzType {
        /** It cannot be moved. */
        NONE,
        /** Hikvision ISAPI. */
        HIK,
        /** ONVIF. */
        ONVIF
    }

    /**
     * How a picture is turned for viewing. Recordings are not touched.
     *
     * @param enabled whether it is
     * @param flip mirroring
     * @param rotation clockwise, 0, 90, 180 or 270 degrees
     */
    public record VideoTransform(boolean enabled, Flip flip, int rotation) {}

    /** Mirroring. */
    public enum Flip {
        /** Not mirrored. */
        NONE,
        /** Left and right are swapped. */
        HORIZONTAL,
        /** Top and bottom are swapped. */
        VERTICAL,
        /** Both are swapped. */
        BOTH
    }
}
