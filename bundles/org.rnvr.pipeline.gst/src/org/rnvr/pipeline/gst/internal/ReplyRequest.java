package org.rnvr.pipeline.gst.internal;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.rnvr.pipeline.ReplyOutcome;

/**
 * A GET_PARAMETER request without a body on the connection of an RTSP source. Kept referenced until it has ended, since the
 * native side calls into it.
 */
final class ReplyRequest {

    /**
     * How a request ended.
     *
     * @param outcome what became of it
     * @param status RTSP status code, 0 if there is none
     * @param roundTrip from request to end
     */
    record Result(ReplyOutcome outcome, int status, Duration roundTrip) {}

    private static final int ANSWERED = 0;
    private static final int NOT_OFFERED = -1;
    private static final int TIMED_OUT = -14;
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final long sent = System.nanoTime();
    private final Memory noNames = new Memory(Native.POINTER_SIZE);
    private final NativeGst.PromiseCallback onReply;
    private final Pointer promise;

    /**
     * Sends a request.
     *
     * @param rtspsrc the source
     * @param lane where the result is told
     * @param onResult told the result, once
     */
    ReplyRequest(Pointer rtspsrc, Executor lane, Consumer<Result> onResult) {
        noNames.setPointer(0, Pointer.NULL);
        onReply = (answered, data) -> {
            Result result = read(NativeGst.gst_promise_get_reply(answered));
            lane.execute(() -> onResult.accept(result));
        };
        Native.setCallbackThreadInitializer(onReply, StreamThreads.initializer());
        promise = NativeGst.gst_promise_new_with_change_func(onReply, Pointer.NULL, Pointer.NULL);
        NativeGst.gst_mini_object_ref(promise);
        IntByReference taken = new IntByReference();
        NativeGObject.INSTANCE.g_signal_emit_by_name(rtspsrc, "get-parameters", noNames, Pointer.NULL, promise, taken);
        if (taken.getValue() == 0) {
            lane.execute(() -> onResult.accept(new Result(ReplyOutcome.NOT_OPEN, 0, elapsed())));
        }
    }

    /** Lets go of the promise; after the end, or after the source was stopped. */
    void release() {
        NativeGst.gst_mini_object_unref(promise);
    }

    /** How it ended if it is not waited for any more. */
    Result abandoned() {
        return new Result(ReplyOutcome.FAILED, 0, elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - sent);
    }

    private Result read(Pointer reply) {
        int code = integer(reply, "rtsp-result").orElse(UNKNOWN);
        return switch (code) {
            case ANSWERED ->
                new Result(ReplyOutcome.ANSWERED, integer(reply, "rtsp-code").orElse(0), elapsed());
            case NOT_OFFERED -> new Result(ReplyOutcome.NOT_OFFERED, 0, elapsed());
            case TIMED_OUT -> new Result(ReplyOutcome.TIMED_OUT, 0, elapsed());
            default -> new Result(ReplyOutcome.FAILED, 0, elapsed());
        };
    }

    private static Optional<Integer> integer(Pointer structure, String field) {
        IntByReference value = new IntByReference();
        if (structure == null || NativeGst.gst_structure_get_int(structure, field, value) == 0) {
            return Optional.empty();
        }
        return Optional.of(value.getValue());
    }
}
