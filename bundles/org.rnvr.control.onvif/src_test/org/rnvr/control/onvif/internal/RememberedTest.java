package org.rnvr.control.onvif.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final List<CompletableFuture<String>> asked = new ArrayList<>();
    private final Remembered<String> remembered = new Remembered<>(() -> {
        asked.add(new CompletableFuture<>());
        return asked.get(asked.size() - 1);
    });

    @Test
    void anAnswerIsAskedForOnce() {
        var first = remembered.get();
        assertSame(first, remembered.get());
        asked.get(0).complete("yes");
        assertSame(first, remembered.get());
        assertEquals(1, asked.size());
    }

    @Test
    void aFailureIsNotKept() {
        var first = remembered.get();
        asked.get(0).completeExceptionally(new IllegalStateException());
        assertTrue(first.toCompletableFuture().isCompletedExceptionally());
        remembered.get();
        assertEquals(2, asked.size());
    }

    @Test
    void aFailureAtOnceIsAskedForOnce() {
        List<String> questions = new ArrayList<>();
        Remembered<String> failing = new Remembered<>(() -> {
            questions.add("?");
            return CompletableFuture.failedFuture(new IllegalStateException());
        });
        assertTrue(failing.get().toCompletableFuture().isCompletedExceptionally());
        assertEquals(1, questions.size());
    }
}
