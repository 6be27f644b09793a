package org.rnvr.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void percentilesAreValuesThatOccurred() {
        Figures figures = Figures.of(IntStream.rangeClosed(1, 20)
                .mapToObj(value -> OptionalDouble.of(21 - value))
                .toList());
        assertEquals(OptionalDouble.of(10), figures.percentile(50));
        assertEquals(OptionalDouble.of(19), figures.percentile(95));
        assertEquals(OptionalDouble.of(20), figures.percentile(100));
        assertEquals(OptionalDouble.of(20), figures.max());
    }

    @Test
    void whatIsNotThereDoesNotCount() {
        Figures figures = Figures.of(List.of(OptionalDouble.empty(), OptionalDouble.of(3)));
        assertEquals(1, figures.count());
        assertEquals(OptionalDouble.of(3), figures.percentile(50));
        assertEquals(
                OptionalDouble.empty(),
                Figures.of(List.of(OptionalDouble.empty())).percentile(50));
    }
}
