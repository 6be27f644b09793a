package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HandoverTest {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Integer> taken = new ArrayList<>();
    private final List<Integer> letGo = new ArrayList<>();
    private final Handover<Integer> handover = new Handover<>(tasks::add, taken::add, letGo::add);

    @Test
    void onlyTheNewestWaitsAndEachIsLetGoOnce() {
        for (int i = 1; i <= 5; i++) {
            handover.put(i);
        }
        assertEquals(1, tasks.size());
        assertEquals(List.of(1, 2, 3, 4), letGo);
        tasks.remove().run();
        assertEquals(List.of(5), taken);
        assertEquals(List.of(1, 2, 3, 4, 5), letGo);
        handover.put(6);
        tasks.remove().run();
        assertEquals(List.of(5, 6), taken);
        assertEquals(List.of(1, 2, 3, 4, 5, 6), letGo);
    }

    @Test
    void whatIsTakenBadlyIsLetGoToo() {
        Handover<Integer> failing = new Handover<>(
                tasks::add,
                item -> {
                    throw new IllegalStateException("expected by the test");
                },
                letGo::add);
        failing.put(1);
        assertThrows(IllegalStateException.class, tasks.remove()::run);
        assertEquals(List.of(1), letGo);
        failing.put(2);
        assertEquals(1, tasks.size());
    }

    @Test
    void nothingIsTakenAfterTheEnd() {
        handover.put(1);
        CompletableFuture<Void> end = handover.end();
        assertEquals(List.of(1), letGo);
        handover.put(2);
        assertEquals(List.of(1, 2), letGo);
        assertFalse(end.isDone());
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
        assertTrue(end.isDone());
        assertEquals(List.of(), taken);
    }
}
