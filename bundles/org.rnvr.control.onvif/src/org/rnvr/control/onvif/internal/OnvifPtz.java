package org.rnvr.control.onvif.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.PtzCapability;
import org.rnvr.control.PtzPreset;
import org.rnvr.control.PtzVelocity;
import org.rnvr.control.spi.PtzProtocol;
import org.rnvr.control.spi.XmlElement;

/**
 * The requests of the PTZ service (ONVIF PTZ Service Specification): ContinuousMove (section 5.3.3), Stop (5.3.5) and presets
 * (5.4), by the first profile that has motors of the camera's eye of this number.
 */
final class OnvifPtz implements PtzProtocol {

    /** After which the camera stops by itself, should this machine no longer be there to stop it. */
    private static final String TIMEOUT = "<m:Timeout>PT10S</m:Timeout>";

    private static final String SCHEMA = "http://www.onvif.org/ver10/schema";

    private final OnvifDevice device;
    private final int channel;
    private volatile boolean withTimeout = true;

    /** Of the eye of this number, from 1, in the order in which the camera names them. */
    OnvifPtz(OnvifDevice device, int channel) {
        this.device = device;
        this.channel = channel;
    }

    @Override
    public CompletionStage<PtzCapability> capability() {
        return profile()
                .thenApply(profile -> profile.motors().orElseThrow())
                .thenApply(motors -> new PtzCapability(motors.panTilt(), motors.zoom(), true));
    }

    @Override
    public CompletionStage<Void> move(PtzVelocity velocity) {
        return profile().thenCompose(profile -> {
            String parameters =
                    token(profile) + velocity(velocity, profile.motors().orElseThrow());
            if (!withTimeout) {
                return request("ContinuousMove", parameters);
            }
            return request("ContinuousMove", parameters + TIMEOUT)
                    .handle((done, failure) -> isRefused(failure) ? moveWithoutTimeout(parameters) : done(failure))
                    .thenCompose(Function.identity());
        });
    }

    @Override
    public CompletionStage<Void> stop() {
        return profile()
                .thenCompose(profile ->
                        request("Stop", token(profile) + "<m:PanTilt>true</m:PanTilt><m:Zoom>true</m:Zoom>"));
    }

    @Override
    public CompletionStage<List<PtzPreset>> presets() {
        return profile()
                .thenCompose(profile -> device.ptz("GetPresets", token(profile)))
                .thenApply(response -> response.children("Preset")
                        .map(preset -> new PtzPreset(preset.attribute("token"), preset.textAt("Name")))
                        .toList());
    }

    @Override
    public CompletionStage<Void> goTo(PtzPreset preset) {
        return profile().thenCompose(profile -> request("GotoPreset", token(profile) + presetToken(preset)));
    }

    @Override
    public CompletionStage<PtzPreset> save(Optional<PtzPreset> replaced, String name) {
        return profile()
                .thenCompose(profile -> device.ptz(
                        "SetPreset",
                        token(profile) + "<m:PresetName>" + XmlElement.escape(name) + "</m:PresetName>"
                                + replaced.map(OnvifPtz::presetToken).orElse("")))
                .thenApply(response -> new PtzPreset(response.textAt("PresetToken"), name));
    }

    /** Some cameras take no timeout of that length; they keep to one of their own then. */
    private CompletionStage<Void> moveWithoutTimeout(String parameters) {
        return request("ContinuousMove", parameters).thenAccept(done -> withTimeout = false);
    }

    private CompletionStage<Void> request(String operation, String parameters) {
        return device.ptz(operation, parameters).thenApply(response -> null);
    }

    private CompletionStage<MediaProfile> profile() {
        return device.profiles().thenCompose(profiles -> {
            List<String> sources = profiles.stream()
                    .map(MediaProfile::source)
                    .filter(source -> !source.isEmpty())
                    .distinct()
                    .toList();
            return profiles.stream()
                    .filter(profile -> profile.motors().isPresent())
                    .filter(profile -> profile.source().isEmpty() || isOfChannel(profile.source(), sources))
                    .findFirst()
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> CompletableFuture.failedFuture(new ControlException(Reason.NOT_MOVABLE, "")));
        });
    }

    private boolean isOfChannel(String source, List<String> sources) {
        return sources.indexOf(source) == channel - 1;
    }

    private static boolean isRefused(Throwable failure) {
        return failure != null
                && ControlException.of(failure)
                        .filter(it -> it.reason() == Reason.REFUSED)
                        .isPresent();
    }

    private static CompletionStage<Void> done(Throwable failure) {
        return failure == null ? CompletableFuture.completedFuture(null) : CompletableFuture.failedFuture(failure);
    }

    /** An axis that moves is always named: one left out would go on as before. */
    private static String velocity(PtzVelocity velocity, MediaProfile.Motors motors) {
        return "<m:Velocity xmlns:t=\"" + SCHEMA + "\">"
                + (motors.panTilt()
                        ? "<t:PanTilt x=\"" + number(velocity.pan()) + "\" y=\"" + number(velocity.tilt()) + "\"/>"
                        : "")
                + (motors.zoom() ? "<t:Zoom x=\"" + number(velocity.zoom()) + "\"/>" : "") + "</m:Velocity>";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String token(MediaProfile profile) {
        return "<m:ProfileToken>" + XmlElement.escape(profile.token()) + "</m:ProfileToken>";
    }

    private static String presetToken(PtzPreset preset) {
        return "<m:PresetToken>" + XmlElement.escape(preset.token()) + "</m:PresetToken>";
    }
}
