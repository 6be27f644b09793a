package org.rnvr.console.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class CoalescerTest {

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private int runs;

    @Test
    void runsOnceForManyRequests() {
        Coalescer coalescer = new Coalescer(queue::add, () -> runs++);
        for (int i = 0; i < 100; i++) {
            coalescer.run();
        }
        assertEquals(1, queue.size());
        queue.remove().run();
        assertEquals(1, runs);
    }

    @Test
    void runsAgainForARequestMadeWhileItRuns() {
        Coalescer[] coalescer = new Coalescer[1];
        coalescer[0] = new Coalescer(queue::add, () -> {
            runs++;
            if (runs == 1) {
                coalescer[0].run();
            }
        });
        coalescer[0].run();
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
        assertEquals(2, runs);
    }
}
