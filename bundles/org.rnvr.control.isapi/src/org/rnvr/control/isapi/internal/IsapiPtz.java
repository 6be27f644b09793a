package org.rnvr.control.isapi.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.PtzCapability;
import org.rnvr.control.PtzPreset;
import org.rnvr.control.PtzVelocity;
import org.rnvr.control.spi.CameraAddress;
import org.rnvr.control.spi.CameraHttp;
import org.rnvr.control.spi.CameraReply;
import org.rnvr.control.spi.CameraRequest;
import org.rnvr.control.spi.PtzProtocol;
import org.rnvr.control.spi.XmlElement;

/**
 * The requests of {@code /ISAPI/PTZCtrl} to one channel (Hikvision, "ISAPI 2.0, PTZ Service"): {@code continuous} with
 * velocities from -100 to 100, {@code presets}, {@code presets/ID/goto} and {@code capabilities}. Some firmware refuses content
 * without an XML declaration.
 */
final class IsapiPtz implements PtzProtocol {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String XML = "application/xml; charset=UTF-8";

    /** The numbers of positions when the camera does not tell how many it has. */
    private static final int USUAL_PRESETS = 255;

    /** What old firmware answers where it has no such document; whether it moves is seen when it is to. */
    private static final int NOT_FOUND = 404;

    private final CameraHttp http;
    private final CameraAddress address;
    private final String path;

    IsapiPtz(CameraHttp http, CameraAddress address, int channel) {
        this.http = http;
        this.address = address;
        this.path = "/ISAPI/PTZCtrl/channels/" + channel;
    }

    @Override
    public CompletionStage<PtzCapability> capability() {
        return http.send(new CameraRequest("GET", address.at(path + "/capabilities"), "", ""))
                .thenCompose(reply -> reply.status() == NOT_FOUND
                        ? CompletableFuture.completedFuture(new PtzCapability(true, true, true))
                        : document(reply).thenApply(IsapiPtz::capability));
    }

    @Override
    public CompletionStage<Void> move(PtzVelocity velocity) {
        return put(
                "/continuous",
                "<PTZData><pan>" + percent(velocity.pan()) + "</pan><tilt>" + percent(velocity.tilt()) + "</tilt><zoom>"
                        + percent(velocity.zoom()) + "</zoom></PTZData>");
    }

    @Override
    public CompletionStage<Void> stop() {
        return move(PtzVelocity.STILL);
    }

    @Override
    public CompletionStage<List<PtzPreset>> presets() {
        return get("/presets").thenApply(IsapiPtz::presets);
    }

    @Override
    public CompletionStage<Void> goTo(PtzPreset preset) {
        return number(preset)
                .map(id -> put("/presets/" + id + "/goto", ""))
                .orElseGet(() -> failed(Reason.REFUSED, preset.token()));
    }

    @Override
    public CompletionStage<PtzPreset> save(Optional<PtzPreset> replaced, String name) {
        if (replaced.isPresent()) {
            return number(replaced.get())
                    .map(id -> save(id, name))
                    .orElseGet(() -> failed(Reason.REFUSED, replaced.get().token()));
        }
        return get("/presets")
                .thenCompose(list -> free(list).map(id -> save(id, name)).orElseGet(() -> failed(Reason.REFUSED, "")));
    }

    private CompletionStage<PtzPreset> save(int id, String name) {
        String content = "<PTZPreset><enabled>true</enabled><id>" + id + "</id><presetName>" + XmlElement.escape(name)
                + "</presetName></PTZPreset>";
        return put("/presets/" + id, content).thenApply(done -> new PtzPreset(Integer.toString(id), name));
    }

    private CompletionStage<XmlElement> get(String what) {
        return http.send(new CameraRequest("GET", address.at(path + what), "", ""))
                .thenCompose(IsapiPtz::document);
    }

    private CompletionStage<Void> put(String what, String content) {
        CameraRequest request = content.isEmpty()
                ? new CameraRequest("PUT", address.at(path + what), "", "")
                : new CameraRequest("PUT", address.at(path + what), XML, DECLARATION + content);
        return http.send(request).thenCompose(IsapiPtz::done);
    }

    /** Some cameras answer a good request without any content. */
    private static CompletionStage<Void> done(CameraReply reply) {
        return reply.isGood() && reply.content().length == 0
                ? CompletableFuture.completedFuture(null)
                : document(reply).thenApply(document -> null);
    }

    private static CompletionStage<XmlElement> document(CameraReply reply) {
        try {
            if (!reply.isGood()) {
                return CompletableFuture.failedFuture(refusal(reply));
            }
            XmlElement document = XmlElement.parse(reply.content());
            if (document.name().equals("ResponseStatus") && !isGood(document)) {
                return CompletableFuture.failedFuture(refusal(document));
            }
            return CompletableFuture.completedFuture(document);
        } catch (ControlException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** 1 is done, 7 done with the next start of the camera; 0 is what some firmware says for 1. */
    private static boolean isGood(XmlElement status) {
        int code = status.numberAt("statusCode").orElse(1);
        return code == 0 || code == 1 || code == 7;
    }

    private static ControlException refusal(CameraReply reply) {
        if (reply.status() == NOT_FOUND || reply.status() == 405 || reply.status() == 501) {
            return new ControlException(Reason.NOT_MOVABLE, "");
        }
        try {
            return refusal(XmlElement.parse(reply.content()));
        } catch (ControlException e) {
            ControlException refusal = new ControlException(Reason.REFUSED, "HTTP " + reply.status());
            refusal.addSuppressed(e);
            return refusal;
        }
    }

    private static ControlException refusal(XmlElement status) {
        String cause = status.textAt("subStatusCode");
        return cause.equalsIgnoreCase("notSupport")
                ? new ControlException(Reason.NOT_MOVABLE, "")
                : new ControlException(Reason.REFUSED, (status.textAt("statusString") + " " + cause).strip());
    }

    /** A camera that has the document but tells neither axis is taken at its word that it moves. */
    private static PtzCapability capability(XmlElement document) {
        boolean panTilt = document.within("ContinuousPanTiltSpace").isPresent();
        boolean zoom = document.within("ContinuousZoomSpace").isPresent();
        boolean presets = document.within("maxPresetNum")
                .map(XmlElement::text)
                .filter("0"::equals)
                .isEmpty();
        return new PtzCapability(panTilt || !zoom, zoom || !panTilt, presets);
    }

    private static List<PtzPreset> presets(XmlElement list) {
        return list.children("PTZPreset")
                .filter(preset -> !preset.textAt("enabled").equals("false"))
                .filter(preset -> preset.numberAt("id").isPresent())
                .map(preset -> new PtzPreset(preset.textAt("id"), preset.textAt("presetName")))
                .toList();
    }

    /** The least number not in use; special positions such as 33 and up that a camera lists stay untouched. */
    private static Optional<Integer> free(XmlElement list) {
        Set<Integer> used = list.children("PTZPreset")
                .filter(preset -> !preset.textAt("enabled").equals("false"))
                .flatMap(preset -> preset.numberAt("id").stream().boxed())
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(1, USUAL_PRESETS)
                .boxed()
                .filter(id -> !used.contains(id))
                .findFirst();
    }

    private static Optional<Integer> number(PtzPreset preset) {
        return preset.token().matches("\\d{1,5}") ? Optional.of(Integer.valueOf(preset.token())) : Optional.empty();
    }

    private static long percent(double part) {
        long percent = Math.round(part * 100);
        return percent == 0 && part != 0 ? (long) Math.signum(part) : percent;
    }

    private static <T> CompletionStage<T> failed(Reason reason, String detail) {
        return CompletableFuture.failedFuture(new ControlException(reason, detail));
    }
}
