package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {

    @Test
    void tasksRunOneAfterTheOtherAndAFailureStopsNone() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            SerialExecutor serial = new SerialExecutor(threads);
            List<Integer> done = new ArrayList<>();
            CountDownLatch last = new CountDownLatch(1);
            for (int i = 0; i < 1000; i++) {
                int number = i;
                serial.execute(() -> {
                    done.add(number);
                    if (number == 500) {
                        throw new IllegalStateException("expected by the test");
                    }
                });
            }
            serial.execute(last::countDown);
            assertTrue(last.await(10, TimeUnit.SECONDS));
            assertEquals(IntStream.range(0, 1000).boxed().toList(), done);
        } finally {
            threads.shutdownNow();
        }
    }
}
