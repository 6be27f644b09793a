package org.rnvr.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinePrinterTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void whatWasTakenIsPrintedInOrderBeforeItEnds() throws InterruptedException {
        try (LinePrinter printer = new LinePrinter(stream(printed))) {
            IntStream.range(0, 10).forEach(number -> printer.println("line " + number));
        }
        assertEquals(
                IntStream.range(0, 10)
                        .mapToObj(number -> "line " + number + "\n")
                        .collect(Collectors.joining()),
                printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aTerminalThatTakesNothingHoldsNobodyUp() {
        CountDownLatch released = new CountDownLatch(1);
        OutputStream held = new OutputStream() {
            @Override
            public void write(int one) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                printed.write(one);
            }
        };
        assertTimeoutPreemptively(LIMIT, () -> {
            LinePrinter printer = new LinePrinter(stream(held));
            for (int number = 0; number < 3 * LinePrinter.CAPACITY; number++) {
                printer.println("line " + number);
            }
            printer.close();
            printer.println("too late");
            assertEquals(0, printed.size());
        });
        released.countDown();
    }

    private static PrintStream stream(OutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
