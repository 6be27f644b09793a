package org.rnvr.event;

/**
 * A session delivered its first key frame and now feeds recording and views.
 *
 * @param at when
 * @param cameraId the camera
 * @param session number of the session, rising
 * @param codec codec of the video, {@code h264} or {@code h265}
 * @param width width of the picture in pixels
 * @param height height of the picture in pixels
 * @param transport {@code tcp} or {@code udp}
 * @param msToFirstFrame from the request for the session to its first key frame, in milliseconds
 */
public record Streaming(
        Moment at,
        String cameraId,
        long session,
        String codec,
        int width,
        int height,
        String transport,
        long msToFirstFrame)
        implements CameraEvent {}
