package org.rnvr.control.onvif.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.rnvr.config.Credentials;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.spi.CameraHttp;
import org.rnvr.control.spi.CameraRequest;
import org.rnvr.control.spi.XmlElement;

/**
 * One camera that speaks ONVIF: its services, found once, and requests to them.
 * <p>
 * A request carries a {@link UsernameToken} by the camera's own clock. A camera that wants HTTP digest instead answers 401 and
 * gets the request once more with digest and without the token, for a client should not present both (ONVIF Core Specification,
 * section 5.9.1). Any thread; nothing waits.
 */
final class OnvifDevice {

    private static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
    private static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
    private static final String PTZ = "http://www.onvif.org/ver20/ptz/wsdl";
    private static final String SCHEMA = "http://www.onvif.org/ver10/schema";

    private final CameraHttp http;
    private final URI entry;
    private final Credentials credentials;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Remembered<Duration> offset = new Remembered<>(this::askOffset);
    private final Remembered<XmlElement> capabilities = new Remembered<>(this::askCapabilities);
    private final Remembered<List<MediaProfile>> profiles = new Remembered<>(this::askProfiles);

    OnvifDevice(CameraHttp http, URI entry, Credentials credentials, Clock clock) {
        this.http = http;
        this.entry = entry;
        this.credentials = credentials;
        this.clock = clock;
    }

    CompletionStage<XmlElement> information() {
        return device("GetDeviceInformation", "");
    }

    CompletionStage<List<MediaProfile>> profiles() {
        return profiles.get();
    }

    /** The address of a stream, as the camera says it, over TCP where the player wants it. */
    CompletionStage<String> streamUri(String profileToken) {
        String parameters =
                "<m:StreamSetup><t:Stream xmlns:t=\"" + SCHEMA + "\">RTP-Unicast</t:Stream><t:Transport xmlns:t=\""
                        + SCHEMA + "\"><t:Protocol>RTSP</t:Protocol></t:Transport></m:StreamSetup><m:ProfileToken>"
                        + XmlElement.escape(profileToken) + "</m:ProfileToken>";
        return media("GetStreamUri", parameters).thenApply(response -> response.textAt("MediaUri", "Uri"));
    }

    /** A request to the service that moves; {@code parameters} use the prefixes {@code m} of that service and {@code t}. */
    CompletionStage<XmlElement> ptz(String operation, String parameters) {
        return service("PTZ", Reason.NOT_MOVABLE).thenCompose(uri -> call(uri, PTZ, operation, parameters));
    }

    private CompletionStage<XmlElement> media(String operation, String parameters) {
        return service("Media", Reason.NOT_UNDERSTOOD).thenCompose(uri -> call(uri, MEDIA, operation, parameters));
    }

    private CompletionStage<XmlElement> device(String operation, String parameters) {
        return call(entry, DEVICE, operation, parameters);
    }

    private CompletionStage<XmlElement> askCapabilities() {
        return device("GetCapabilities", "<m:Category>All</m:Category>");
    }

    private CompletionStage<List<MediaProfile>> askProfiles() {
        return media("GetProfiles", "").thenApply(MediaProfile::of);
    }

    private CompletionStage<URI> service(String name, Reason ifNone) {
        return capabilities.get().thenCompose(response -> response.at("Capabilities", name, "XAddr")
                .flatMap(address -> near(address.text()))
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> CompletableFuture.failedFuture(new ControlException(ifNone, ""))));
    }

    /**
     * The address of a service at the machine that was asked for it: a camera behind a router names an address that means
     * nothing here, and one that lies could have the request sent anywhere.
     */
    private Optional<URI> near(String address) {
        try {
            URI named = new URI(address);
            boolean same = entry.getHost().equalsIgnoreCase(named.getHost()) && "http".equals(named.getScheme());
            return Optional.ofNullable(named.getRawPath())
                    .filter(path -> path.startsWith("/"))
                    .map(path ->
                            URI.create(entry.getScheme() + "://" + (same ? named : entry).getRawAuthority() + path));
        } catch (URISyntaxException e) {
            return Optional.empty(); // no address at all
        }
    }

    private CompletionStage<XmlElement> call(URI uri, String namespace, String operation, String parameters) {
        if (credentials.isEmpty()) {
            return send(uri, namespace, operation, parameters, "");
        }
        return offset.get().thenCompose(ahead -> {
            byte[] nonce = new byte[16];
            random.nextBytes(nonce);
            String header =
                    UsernameToken.header(credentials, nonce, clock.instant().plus(ahead));
            return send(uri, namespace, operation, parameters, header);
        });
    }

    /** How far the camera's clock is ahead. It tells anybody (section 5.9.5), so this request is not signed. */
    private CompletionStage<Duration> askOffset() {
        return send(entry, DEVICE, "GetSystemDateAndTime", "", "")
                .thenApply(response -> DeviceClock.read(response)
                        .map(shown -> Duration.between(now(), shown))
                        .orElse(Duration.ZERO))
                .handle((ahead, failure) -> goOnWithout(ahead, failure))
                .thenCompose(Function.identity());
    }

    /** A camera that does not tell its time without a password may well keep the right one. */
    private static CompletionStage<Duration> goOnWithout(Duration ahead, Throwable failure) {
        if (failure == null) {
            return CompletableFuture.completedFuture(ahead);
        }
        boolean answered = ControlException.of(failure)
                .filter(it -> it.reason() == Reason.REFUSED
                        || it.reason() == Reason.NOT_AUTHORIZED
                        || it.reason() == Reason.UNSAFE_SIGN_IN)
                .isPresent();
        return answered ? CompletableFuture.completedFuture(Duration.ZERO) : CompletableFuture.failedFuture(failure);
    }

    private Instant now() {
        return clock.instant();
    }

    private CompletionStage<XmlElement> send(
            URI uri, String namespace, String operation, String parameters, String header) {
        String body = "<m:" + operation + " xmlns:m=\"" + namespace + "\">" + parameters + "</m:" + operation + ">";
        String type = "application/soap+xml; charset=utf-8; action=\"" + namespace + "/" + operation + "\"";
        return http.send(new CameraRequest("POST", uri, type, Soap.envelope(header, body), Soap.envelope("", body)))
                .thenCompose(reply -> Soap.response(reply, operation + "Response"));
    }
}
