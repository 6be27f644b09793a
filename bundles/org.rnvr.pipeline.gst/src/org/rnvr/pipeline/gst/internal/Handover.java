package org.rnvr.pipeline.gst.internal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Hands the newest of what comes to who takes one after the other. No more than one waits: what is overtaken is let go. Any
 * thread.
 *
 * @param <T> what is handed over
 */
final class Handover<T> {

    private final Executor serial;
    private final Consumer<T> taker;
    private final Consumer<T> letGo;
    private Optional<T> waiting = Optional.empty();
    private boolean ended;

    /**
     * Nothing waits.
     *
     * @param serial where it is taken, one after the other
     * @param taker takes it and may do so slowly
     * @param letGo called of each once, when it was taken or overtaken
     */
    Handover(Executor serial, Consumer<T> taker, Consumer<T> letGo) {
        this.serial = serial;
        this.taker = taker;
        this.letGo = letGo;
    }

    /** Something newer came. */
    void put(T item) {
        Optional<T> overtaken;
        synchronized (this) {
            overtaken = ended ? Optional.of(item) : waiting;
            waiting = ended ? Optional.empty() : Optional.of(item);
        }
        overtaken.ifPresentOrElse(letGo, () -> serial.execute(this::hand));
    }

    private void hand() {
        take().ifPresent(item -> {
            try {
                taker.accept(item);
            } finally {
                letGo.accept(item);
            }
        });
    }

    private synchronized Optional<T> take() {
        Optional<T> item = waiting;
        waiting = Optional.empty();
        return item;
    }

    /** Hands over nothing more; completed when what was handed over last is taken. */
    CompletableFuture<Void> end() {
        synchronized (this) {
            ended = true;
        }
        take().ifPresent(letGo);
        return CompletableFuture.runAsync(() -> {}, serial);
    }
}
