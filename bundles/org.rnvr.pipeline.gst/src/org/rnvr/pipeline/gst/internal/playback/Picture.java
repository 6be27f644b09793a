package org.rnvr.pipeline.gst.internal.playback;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.rnvr.pipeline.gst.internal.media.DecodedFrame;
import org.rnvr.pipeline.gst.internal.media.Screen;

/** The frame that is seen, in a window that is opened with the first one. One thread. */
final class Picture implements AutoCloseable {

    private final Equipment equipment;
    private final LongSupplier nanoTime;
    private Optional<Screen> screen = Optional.empty();
    private Optional<DecodedFrame> frame = Optional.empty();
    private long drawn;

    /**
     * Without a frame.
     *
     * @param nanoTime a monotonic clock
     */
    Picture(Equipment equipment, LongSupplier nanoTime) {
        this.equipment = equipment;
        this.nanoTime = nanoTime;
    }

    /** Shows a frame, which it takes over, in place of the one before. */
    void show(DecodedFrame next) throws IOException {
        try {
            if (screen.isEmpty()) {
                screen = Optional.of(equipment.openScreen());
            }
            screen.get().draw(next);
        } catch (IOException e) {
            next.close();
            screen.ifPresent(Screen::close);
            screen = Optional.empty();
            throw e;
        }
        frame.ifPresent(DecodedFrame::close);
        frame = Optional.of(next);
        drawn = nanoTime.getAsLong();
    }

    /** Shows the same again, in a window that may have another size. */
    void redraw() throws IOException {
        if (screen.isPresent() && frame.isPresent()) {
            screen.get().measure();
            screen.get().draw(frame.get());
        }
    }

    /** Whether the frame of a moment is seen. */
    boolean shows(long time) {
        return frame.isPresent() && frame.get().time() == time;
    }

    /** When the frame was filmed that is seen; empty before the first one. */
    Optional<Long> time() {
        return frame.map(DecodedFrame::time);
    }

    /** When it was drawn, by the monotonic clock. */
    long drawn() {
        return drawn;
    }

    @Override
    public void close() {
        frame.ifPresent(DecodedFrame::close);
        frame = Optional.empty();
        screen.ifPresent(Screen::close);
        screen = Optional.empty();
    }
}
