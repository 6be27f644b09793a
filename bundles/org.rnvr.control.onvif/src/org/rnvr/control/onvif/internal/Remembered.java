package org.rnvr.control.onvif.internal;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** An answer that is asked for once and kept; a failure is not kept. Any thread. */
final class Remembered<T> {

    private final Supplier<CompletionStage<T>> question;
    private Optional<CompletionStage<T>> answer = Optional.empty();

    Remembered(Supplier<CompletionStage<T>> question) {
        this.question = question;
    }

    synchronized CompletionStage<T> get() {
        if (answer.isPresent()) {
            return answer.get();
        }
        CompletionStage<T> asked = question.get();
        answer = Optional.of(asked);
        asked.whenComplete((value, failure) -> {
            if (failure != null) {
                forget(asked);
            }
        });
        return asked;
    }

    private synchronized void forget(CompletionStage<T> asked) {
        answer = answer.filter(it -> it != asked);
    }
}
