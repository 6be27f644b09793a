package org.rnvr.recorder.internal;

import java.nio.file.Path;
import java.time.Duration;
import org.rnvr.event.RnvrEvent;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.SegmentEnd;

/** What is to be done after a {@link CameraRecording} took something in, in this order. */
sealed interface Effect {

    /** Ask the camera's pipeline to record by this plan, from its next key frame on. */
    record Record(PlanSettings plan) implements Effect {}

    /** Ask the camera's pipeline to finish its file, for this cause, and record no further. */
    record StopRecording(SegmentEnd cause) implements Effect {}

    /** Ask the camera's pipeline to keep so much in memory while it is not recorded. */
    record Remember(Duration atMost, long bytes) implements Effect {}

    /** A file is being written, whose first frame arrived at a reading of the monotonic clock. */
    record Opened(PipelineEvent.SegmentOpened segment, long startNanos) implements Effect {}

    /** A file is finished, and on the disk. */
    record Closed(PipelineEvent.SegmentClosed segment, SegmentEnd cause, MediaDescription media, long startNanos)
            implements Effect {}

    /** Post this event. */
    record Post(RnvrEvent event) implements Effect {}

    /** Find out whether the folder can be written, and answer with {@link CameraRecording#probed} and the token. */
    record Probe(Path folder, long token) implements Effect {}

    /** Call {@link CameraRecording#due} with the token after this time. */
    record CallBack(Duration delay, long token) implements Effect {}

    /** The camera is refused by the folder, for the first time since it was accepted. */
    record Refused(Path folder, Finding finding) implements Effect {}

    /** The camera is accepted by the folder again. */
    record Accepted(Path folder, long freeBytes) implements Effect {}

    /** The camera was refused by the folder and is no longer recorded there. */
    record Left(Path folder) implements Effect {}
}
