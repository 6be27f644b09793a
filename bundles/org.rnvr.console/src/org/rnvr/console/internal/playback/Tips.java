package org.rnvr.console.internal.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.rnvr.console.internal.playback.model.MomentText;
import org.rnvr.console.internal.playback.model.Span;
import org.rnvr.console.internal.playback.model.TimelineModel.Row;
import org.rnvr.console.internal.playback.model.Track;
import org.rnvr.console.internal.reasons.Reasons;

/** What the timeline says of a moment in words. */
final class Tips {

    private final MomentText text;

    Tips(MomentText text) {
        this.text = text;
    }

    /**
     * All that is known of a moment of a camera.
     *
     * @param row the camera
     * @param moment the moment
     * @param reach how far away a mark may be
     */
    String tell(Row row, Instant moment, Duration reach) {
        List<String> lines = new ArrayList<>();
        lines.add(row.name() + "   " + text.seconds(moment));
        if (row.track().isEmpty()) {
            lines.add(Messages.tip_loading);
        }
        row.track().ifPresent(track -> {
            lines.add(state(track, moment, reach));
            track.bookmarks().stream()
                    .filter(bookmark -> !moment.isBefore(bookmark.from().minus(reach))
                            && !moment.isAfter(bookmark.to().plus(reach)))
                    .forEach(bookmark -> lines.add(NLS.bind(Messages.tip_bookmark, bookmark.note())));
            track.events().stream()
                    .filter(event -> Duration.between(event.at(), moment).abs().compareTo(reach) <= 0)
                    .forEach(event -> lines.add(NLS.bind(Messages.tip_event, new Object[] {
                        text.seconds(event.at()), Causes.event(event.event()), Reasons.told(event.reason())
                    })));
        });
        return String.join("\n", lines);
    }

    /** Whether a moment is recorded, in a few words. */
    String brief(Row row, Instant moment) {
        return row.track()
                .map(track -> track.holeAt(moment)
                        .map(hole -> NLS.bind(Messages.tip_missing, Causes.told(hole.cause())))
                        .orElse(track.stretchAt(moment).isPresent() ? Messages.tip_recorded : Messages.tip_nothing))
                .orElse(Messages.tip_loading);
    }

    private String state(Track track, Instant moment, Duration reach) {
        return track.holeAt(moment)
                .or(() -> track.holeAt(moment.plus(reach)))
                .or(() -> track.holeAt(moment.minus(reach)))
                .map(hole ->
                        NLS.bind(Messages.tip_missing_range, new Object[] {range(hole), Causes.told(hole.cause())}))
                .or(() -> track.stretchAt(moment)
                        .map(stretch -> NLS.bind(
                                stretch.writing() ? Messages.tip_recorded_still : Messages.tip_recorded_range,
                                range(stretch))))
                .orElse(Messages.tip_nothing);
    }

    private String range(Span span) {
        return Lengths.range(text, span.from(), span.to());
    }
}
