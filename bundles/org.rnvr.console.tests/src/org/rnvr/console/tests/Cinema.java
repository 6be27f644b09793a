package org.rnvr.console.tests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.View;
import org.rnvr.playback.CameraPicture;
import org.rnvr.playback.Playback;
import org.rnvr.playback.Player;
import org.rnvr.playback.PlayerState;

/** A player that shows a test picture at once and keeps account of what it is asked for. */
final class Cinema implements Playback, Player {

    private final RunningConsole console;
    private final Archive archive;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Consumer<PlayerState>> observers = new CopyOnWriteArrayList<>();
    private final List<Shown> shown = new CopyOnWriteArrayList<>();
    private PlayerState state = new PlayerState(Instant.EPOCH, 1, false, Optional.empty(), List.of());
    private boolean closed;

    Cinema(RunningConsole console, Archive archive) {
        this.console = console;
        this.archive = archive;
    }

    List<String> requests() {
        return requests;
    }

    List<Shown> shown() {
        return shown;
    }

    void forgetClosed() {
        shown.removeIf(Shown::isClosed);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized Instant position() {
        return state.position();
    }

    synchronized Optional<Range> repeated() {
        return state.repeat();
    }

    /** The time goes on. */
    void playOn(Instant moment) {
        become(moment, state.rate(), state.playing(), state.repeat());
    }

    @Override
    public Player open() {
        return this;
    }

    @Override
    public synchronized Registration observe(Consumer<PlayerState> observer) {
        observers.add(observer);
        observer.accept(state);
        return () -> observers.remove(observer);
    }

    @Override
    public View show(String cameraId, long nativeWindow) {
        requests.add("show " + cameraId);
        Shown view = new Shown(cameraId, nativeWindow);
        shown.add(view);
        console.nativeWindow(nativeWindow)
                .ifPresent(
                        window -> window.addPaintListener(event -> draw(event.gc, window.getClientArea(), cameraId)));
        become(state.position(), state.rate(), state.playing(), state.repeat());
        return view;
    }

    @Override
    public View draw(String cameraId, Consumer<Picture> painter) {
        throw new UnsupportedOperationException("There are native windows here");
    }

    @Override
    public void seek(Instant moment) {
        requests.add("seek");
        become(moment, state.rate(), state.playing(), state.repeat());
    }

    @Override
    public void scrub(Instant moment) {
        requests.add("scrub");
        become(moment, state.rate(), false, state.repeat());
    }

    @Override
    public void play(double rate) {
        requests.add("play " + rate);
        become(state.position(), rate, true, state.repeat());
    }

    @Override
    public void pause() {
        requests.add("pause");
        become(state.position(), state.rate(), false, state.repeat());
    }

    @Override
    public void step(int frames) {
        requests.add("step " + frames);
        become(state.position().plusMillis(40L * frames), state.rate(), false, state.repeat());
    }

    @Override
    public void repeat(Optional<Range> range) {
        requests.add("repeat " + range.isPresent());
        become(state.position(), state.rate(), state.playing(), range);
    }

    @Override
    public synchronized CompletionStage<Void> close() {
        closed = true;
        observers.clear();
        return CompletableFuture.completedFuture(null);
    }

    private synchronized void become(Instant moment, double rate, boolean playing, Optional<Range> repeat) {
        state = new PlayerState(
                moment,
                rate,
                playing,
                repeat,
                shown.stream()
                        .filter(view -> !view.closed)
                        .map(view -> picture(view.cameraId, moment))
                        .toList());
        observers.forEach(observer -> observer.accept(state));
    }

    private CameraPicture picture(String cameraId, Instant moment) {
        return archive.gapAt(cameraId, moment)
                .map(gap -> new CameraPicture(
                        cameraId, CameraPicture.Kind.NOT_RECORDED, Optional.of(gap.from()), gap.cause()))
                .orElseGet(() -> new CameraPicture(cameraId, CameraPicture.Kind.RECORDED, Optional.of(moment), ""));
    }

    private static void draw(GC gc, Rectangle area, String cameraId) {
        int shade = 40 + Math.abs(cameraId.hashCode() % 60);
        gc.setForeground(new Color(shade, shade + 30, shade + 50));
        gc.setBackground(new Color(shade / 2, shade / 2 + 20, shade / 3 + 20));
        gc.fillGradientRectangle(0, 0, area.width, area.height, true);
        gc.setForeground(new Color(200, 210, 215));
        gc.setLineStyle(SWT.LINE_DASH);
        gc.drawLine(0, area.height / 2, area.width, area.height / 2);
        gc.drawOval(area.width / 2 - 30, area.height / 2 - 30, 60, 60);
    }

    /** A native window that was given. */
    static final class Shown implements View {

        private final String cameraId;
        private final long window;
        private final AtomicInteger redraws = new AtomicInteger();
        private volatile boolean closed;

        Shown(String cameraId, long window) {
            this.cameraId = cameraId;
            this.window = window;
        }

        String cameraId() {
            return cameraId;
        }

        long window() {
            return window;
        }

        boolean isClosed() {
            return closed;
        }

        int redraws() {
            return redraws.get();
        }

        @Override
        public void redraw() {
            redraws.incrementAndGet();
        }

        @Override
        public void resized(int width, int height) {}

        @Override
        public CompletionStage<Void> close() {
            closed = true;
            return CompletableFuture.completedFuture(null);
        }
    }
}
