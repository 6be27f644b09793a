package org.rnvr.pipeline.gst.tests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.rnvr.pipeline.Picture;

/** Gets pictures, keeps the last one, and is slow if it is told to be. */
final class Painter implements Consumer<Picture> {

    private static final int GRID = 5;

    private final Semaphore brush = new Semaphore(1);
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger atATime = new AtomicInteger();
    private volatile boolean crowded;
    private volatile Optional<Picture> last = Optional.empty();

    @Override
    public void accept(Picture picture) {
        crowded |= atATime.incrementAndGet() > 1;
        count.incrementAndGet();
        last = Optional.of(picture);
        brush.acquireUninterruptibly();
        brush.release();
        atATime.decrementAndGet();
    }

    /** Does not come back from its next picture until it is let. */
    void stop() {
        brush.acquireUninterruptibly();
    }

    /** Whether it got a picture that it does not come back from. */
    boolean isHeldUp() {
        return brush.hasQueuedThreads();
    }

    void goOn() {
        brush.release();
    }

    /** How many pictures it got. */
    int count() {
        return count.get();
    }

    /** Whether it ever had two pictures at a time. */
    boolean wasCrowded() {
        return crowded;
    }

    /** Whether the last picture is of this size and not of one colour. */
    boolean has(int width, int height) {
        return last.filter(picture -> picture.width() == width && picture.height() == height)
                .filter(picture -> new HashSet<>(sample(picture)).size() >= GRID)
                .isPresent();
    }

    /** The width of the last picture; 0 before the first one. */
    int width() {
        return last.map(Picture::width).orElse(0);
    }

    /** The brightness in the middle of each of some columns of the last picture. */
    int[] columns(int number) {
        Picture picture = last.orElseThrow();
        int[] columns = new int[number];
        for (int i = 0; i < number; i++) {
            int x = picture.width() * (2 * i + 1) / (2 * number);
            columns[i] = picture.pixels()[Picture.BYTES_A_PIXEL * (picture.height() / 2 * picture.width() + x)] & 0xff;
        }
        return columns;
    }

    /** The colours on a grid over the last picture. */
    List<Long> sample() {
        return last.map(Painter::sample).orElse(List.of());
    }

    private static List<Long> sample(Picture picture) {
        List<Long> colours = new ArrayList<>();
        for (int x = 0; x < picture.width(); x += GRID) {
            for (int y = 0; y < picture.height(); y += GRID) {
                int place = Picture.BYTES_A_PIXEL * (y * picture.width() + x);
                long blue = picture.pixels()[place] & 0xff;
                long green = picture.pixels()[place + 1] & 0xff;
                long red = picture.pixels()[place + 2] & 0xff;
                colours.add(red << 16 | green << 8 | blue);
            }
        }
        return colours;
    }

    @Override
    public String toString() {
        return count + " pictures, the last one "
                + last.map(picture -> picture.width() + " x " + picture.height())
                        .orElse("none");
    }
}
