package org.rnvr.recorder.internal;

import java.time.Duration;
import java.util.Optional;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.recorder.internal.catalog.OpenFile;
import org.rnvr.recording.EndCause;
import org.rnvr.recording.MonotonicSpan;
import org.rnvr.recording.Segment;

/**
 * What the pipelines tell of files, as the catalog keeps it.
 *
 * @param boot identity of the machine's boot
 */
record CatalogEntries(String boot) {

    OpenFile of(String cameraId, Effect.Opened opened) {
        PipelineEvent.SegmentOpened event = opened.segment();
        return new OpenFile(
                cameraId,
                event.file(),
                event.start(),
                boot,
                opened.startNanos(),
                event.session(),
                event.media().videoCodec(),
                event.media().width(),
                event.media().height());
    }

    Segment of(String cameraId, Effect.Closed closed) {
        PipelineEvent.SegmentClosed event = closed.segment();
        long length = Duration.between(event.start(), event.end()).toNanos();
        return new Segment(
                0,
                cameraId,
                event.file(),
                event.start(),
                event.end(),
                Optional.of(new MonotonicSpan(boot, closed.startNanos(), closed.startNanos() + length)),
                event.cameraStart(),
                closed.media().videoCodec(),
                closed.media().width(),
                closed.media().height(),
                event.bytes(),
                event.frames(),
                Optional.of(EndCause.valueOf(closed.cause().name())),
                Optional.empty());
    }
}
