package org.rnvr.lab;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * What one recorder did about one camera in one outage. Times are milliseconds.
 *
 * @param system the recorder
 * @param camera the camera
 * @param repetition number of the outage in its experiment, from 1
 * @param outageMs from begin to restoration
 * @param noticedMs from the outage's begin to the first suspicion or verdict
 * @param suspectSilenceMs what the first suspicion says of the time since the last media
 * @param verdictMs from the outage's begin to the first verdict, stalled or lost
 * @param verdictSilenceMs what the verdict says of the time since the last media
 * @param by whose suspicion or verdict came first, empty if nothing tells
 * @param recoveredMs from the outage's begin to the first media of the session that was there before
 * @param backMs from restoration to the first frame of a new file, or to the first media of the old session, or, where the
 *     recorder tells of neither, to the first recorded frame that was due after restoration
 * @param sessions new sessions
 * @param files new files
 * @param missingMs what is in no file, from a second before the outage to the end of the view
 */
public record Sample(
        String system,
        String camera,
        int repetition,
        double outageMs,
        OptionalDouble noticedMs,
        OptionalLong suspectSilenceMs,
        OptionalDouble verdictMs,
        OptionalLong verdictSilenceMs,
        String by,
        OptionalDouble recoveredMs,
        OptionalDouble backMs,
        int sessions,
        int files,
        double missingMs) {

    private static final long BEFORE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** A killed camera says a moment after it is ready that it is. */
    private static final long READY_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    static Sample of(String system, Track track, int repetition, Outage outage) {
        List<Event> events = track.events().stream()
                .filter(event -> event.nanos() >= outage.begin() && event.nanos() <= outage.until())
                .toList();
        Optional<Event> suspicion = first(events, Event.Kind.SUSPECT);
        Optional<Event> verdict = first(events, Event.Kind.VERDICT);
        Optional<Event> noticed = events.stream()
                .filter(event -> event.kind() == Event.Kind.SUSPECT || event.kind() == Event.Kind.VERDICT)
                .findFirst();
        List<Long> newFiles = track.files().stream()
                .map(RecordedFile::firstFrame)
                .filter(nanos -> nanos >= outage.begin() && nanos <= outage.until())
                .toList();
        return new Sample(
                system,
                track.camera(),
                repetition,
                millis(outage.restored() - outage.begin()),
                after(outage, noticed),
                suspicion.map(Event::silenceMs).orElse(OptionalLong.empty()),
                after(outage, verdict),
                verdict.map(Event::silenceMs).orElse(OptionalLong.empty()),
                noticed.map(Event::by).orElse(""),
                after(outage, first(events, Event.Kind.RECOVERED)),
                back(outage, events, newFiles, track),
                (int) events.stream()
                        .filter(event -> event.kind() == Event.Kind.SESSION)
                        .count(),
                newFiles.size(),
                millis(track.missing(outage.begin() - BEFORE_NANOS, outage.until())));
    }

    /** What is in no file although the camera could be recorded; about 0 at best. */
    double beyondMs() {
        return missingMs - outageMs;
    }

    /** Whether session and file outlived the outage. */
    boolean kept() {
        return sessions == 0 && files == 0;
    }

    private static OptionalDouble back(Outage outage, List<Event> events, List<Long> newFiles, Track track) {
        long from = outage.restored() - READY_NANOS;
        OptionalLong recovered = events.stream()
                .filter(event -> event.kind() == Event.Kind.RECOVERED)
                .mapToLong(Event::nanos)
                .filter(nanos -> nanos >= from)
                .min();
        OptionalLong recorded = newFiles.stream()
                .mapToLong(Long::longValue)
                .filter(nanos -> nanos >= from)
                .min();
        OptionalLong told =
                LongStream.concat(recovered.stream(), recorded.stream()).min();
        OptionalLong back = told.isPresent() ? told : track.firstFrame(outage.restored());
        return back.isPresent() && back.getAsLong() <= outage.until()
                ? OptionalDouble.of(millis(Math.max(0, back.getAsLong() - outage.restored())))
                : OptionalDouble.empty();
    }

    private static Optional<Event> first(List<Event> events, Event.Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).findFirst();
    }

    private static OptionalDouble after(Outage outage, Optional<Event> event) {
        return event.map(happened -> OptionalDouble.of(millis(happened.nanos() - outage.begin())))
                .orElse(OptionalDouble.empty());
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
