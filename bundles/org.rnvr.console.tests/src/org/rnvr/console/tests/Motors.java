package org.rnvr.console.tests;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.PtzCamera;
import org.rnvr.control.PtzCapability;
import org.rnvr.control.PtzControl;
import org.rnvr.control.PtzPreset;
import org.rnvr.control.PtzVelocity;

/** Cameras that can be moved, and what they were asked for. */
final class Motors implements PtzControl {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<PtzPreset> presets = new CopyOnWriteArrayList<>();
    private volatile Optional<Reason> failing = Optional.empty();
    private volatile PtzCapability capability = new PtzCapability(true, true, true);

    /** Camera and request, in their order, but for questions. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    void forget() {
        asked.clear();
    }

    void know(PtzPreset preset) {
        presets.add(preset);
    }

    /** From now on every request fails, or none. */
    void fail(Optional<Reason> reason) {
        failing = reason;
    }

    void can(PtzCapability what) {
        capability = what;
    }

    @Override
    public PtzType type() {
        return PtzType.HIK;
    }

    @Override
    public PtzCamera open(CameraSettings settings) {
        asked.add(settings.id() + " open");
        return new Motor(settings.id());
    }

    private final class Motor implements PtzCamera {

        private final String id;

        Motor(String id) {
            this.id = id;
        }

        @Override
        public CompletionStage<PtzCapability> capability() {
            return answer(capability);
        }

        @Override
        public CompletionStage<Void> move(PtzVelocity velocity) {
            asked.add(String.format(
                    Locale.ROOT, "%s %.1f %.1f %.1f", id, velocity.pan(), velocity.tilt(), velocity.zoom()));
            return answer(null);
        }

        @Override
        public CompletionStage<Void> stop() {
            asked.add(id + " stop");
            return answer(null);
        }

        @Override
        public CompletionStage<List<PtzPreset>> presets() {
            return answer(List.copyOf(presets));
        }

        @Override
        public CompletionStage<Void> goTo(PtzPreset preset) {
            asked.add(id + " goto " + preset.token());
            return answer(null);
        }

        @Override
        public CompletionStage<PtzPreset> save(Optional<PtzPreset> replaced, String name) {
            PtzPreset saved = replaced.orElseGet(() -> new PtzPreset("p" + presets.size(), name));
            asked.add(id + " save " + saved.token() + " " + name);
            presets.remove(saved);
            presets.add(saved);
            return answer(saved);
        }

        @Override
        public void close() {
            asked.add(id + " close");
        }

        private <T> CompletionStage<T> answer(T value) {
            return failing.<CompletionStage<T>>map(
                            reason -> CompletableFuture.failedFuture(new ControlException(reason, "192.0.2.7:80")))
                    .orElseGet(() -> CompletableFuture.completedFuture(value));
        }
    }
}
