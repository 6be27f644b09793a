package org.rnvr.console.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.monitor.StrategyAssessment;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.Vitals;

class TraceTest {

    private static final RGB BLACK = new RGB(0, 0, 0);
    private static final RGB WHITE = new RGB(255, 255, 255);

    private final Trace trace = new Trace();

    @Test
    void everyFrameIsTakenInOnce() {
        arrived(1, 3, 0, 40, 80);
        arrived(1, 5, 40, 80, 120, 200);
        assertEquals(List.of(40.0, 40.0, 40.0, 80.0), gaps());
        assertEquals(OptionalDouble.of(300), trace.silence(nanos(500)));
        assertEquals(OptionalDouble.of(40), trace.median());
        assertEquals(OptionalDouble.of(80), trace.longest(nanos(210)));
        assertEquals(OptionalDouble.of(300), trace.longest(nanos(500)), "the silence of now is longer");
    }

    @Test
    void framesThatNobodySawLeaveAHole() {
        arrived(1, 2, 0, 40);
        arrived(1, 50, 2000, 2040);
        assertEquals(List.of(40.0, 40.0), gaps());
    }

    @Test
    void anOutageBetweenTwoSessionsIsATimeBetweenFrames() {
        arrived(1, 2, 0, 40);
        arrived(2, 2, 9040, 9080);
        arrived(2, 2, 9040, 9080);
        assertEquals(List.of(40.0, 9000.0, 40.0), gaps());
    }

    @Test
    void whatIsOlderThanAMinuteIsForgotten() {
        IntStream.rangeClosed(0, 100).forEach(second -> {
            arrived(1, second + 1, second * 1000L);
            trace.thought(List.of(thinks("adaptive", second)), nanos(second * 1000L));
            trace.forget(nanos(second * 1000L));
        });
        assertEquals(61, trace.gaps().size());
        assertEquals(nanos(40_000), trace.gaps().nanos(0));
        assertEquals(61, trace.levels().get("adaptive").size());
        assertEquals(40, trace.levels().get("adaptive").value(0));
        trace.thought(List.of(thinks("keepalive", 1), thinks("odd", Double.NaN)), nanos(170_000));
        trace.forget(nanos(170_000));
        assertEquals(Set.of("keepalive"), trace.levels().keySet(), "a strategy that went is forgotten, too");
        assertEquals(OptionalDouble.empty(), trace.median());
    }

    @Test
    void nothingIsKnownBeforeTheFirstFrame() {
        arrived(1, 0);
        assertEquals(OptionalDouble.empty(), trace.silence(nanos(10)));
        assertEquals(OptionalDouble.empty(), trace.longest(nanos(10)));
    }

    @Test
    void ofTooManyValuesTheOldestGo() {
        Ring ring = new Ring(3);
        LongStream.range(0, 5).forEach(i -> ring.add(i, i * 10));
        assertEquals(3, ring.size());
        assertEquals(2, ring.nanos(0));
        assertEquals(40, ring.value(2));
        ring.forgetBefore(4);
        assertEquals(1, ring.size());
        ring.add(9, 9);
        assertEquals(9, ring.nanos(1));
    }

    @Test
    void itIsDrawnInTheColoursOfItsGround() {
        arrived(1, 4, 0, 40, 80, 2000);
        trace.thought(List.of(thinks("adaptive", 0), thinks("keepalive", 1)), nanos(1000));
        trace.thought(List.of(thinks("adaptive", 8), thinks("keepalive", 1)), nanos(2000));
        ImageData dark = Plot.draw(trace, nanos(2500), new PlotRequest(400, 200, BLACK, WHITE, 12));
        ImageData light = Plot.draw(trace, nanos(2500), new PlotRequest(400, 200, WHITE, BLACK, 12));
        assertEquals(BLACK, dark.palette.getRGB(dark.getPixel(0, 0)));
        assertEquals(WHITE, light.palette.getRGB(light.getPixel(0, 0)));
        assertTrue(colours(dark) > 20, "axes, words and curves");
        assertTrue(colours(light) > 20, "axes, words and curves");
        ImageData tiny = Plot.draw(trace, nanos(2500), new PlotRequest(1, 1, WHITE, BLACK, 12));
        assertEquals(1, tiny.width, "no room is no failure");
    }

    private static long colours(ImageData image) {
        int[] pixels = new int[image.width * image.height];
        image.getPixels(0, 0, pixels.length, pixels, 0);
        return Arrays.stream(pixels).distinct().count();
    }

    private void arrived(long session, long frames, long... millis) {
        long[] arrivals = LongStream.of(millis).map(TraceTest::nanos).toArray();
        trace.arrived(session, new Vitals.Track(frames, 1, 1, 0, 0, Arrivals.of(arrivals)));
    }

    private List<Double> gaps() {
        return IntStream.range(0, trace.gaps().size())
                .mapToObj(index -> trace.gaps().value(index))
                .toList();
    }

    private static StrategyAssessment thinks(String strategy, double level) {
        return new StrategyAssessment(
                strategy, 1, new Assessment(Grade.SUSPECT, level, "Hm.", Set.of()), Instant.EPOCH);
    }

    private static long nanos(long millis) {
        return millis * 1_000_000;
    }
}
