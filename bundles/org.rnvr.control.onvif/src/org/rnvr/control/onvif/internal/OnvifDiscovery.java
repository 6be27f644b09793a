package org.rnvr.control.onvif.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.rnvr.config.Credentials;
import org.rnvr.control.CameraDescription;
import org.rnvr.control.CameraDiscovery;
import org.rnvr.control.CameraSearch;
import org.rnvr.control.FoundCamera;
import org.rnvr.control.spi.CameraHttp;
import org.rnvr.control.spi.XmlElement;

/** Finds cameras by WS-Discovery and asks them by ONVIF. */
@Component
public final class OnvifDiscovery implements CameraDiscovery {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** More profiles than any camera is asked the address of. */
    private static final int MOST_STREAMS = 32;

    private final HttpClient client = CameraHttp.client();
    private final Supplier<List<ProbeTarget>> networks;
    private final Duration limit;
    private final Clock clock;

    /** In all networks of this machine. */
    @Activate
    public OnvifDiscovery() {
        this(ProbeTarget::ofThisMachine, LIMIT, Clock.systemUTC());
    }

    /** In these networks, with a time limit for each request. */
    OnvifDiscovery(Supplier<List<ProbeTarget>> networks, Duration limit, Clock clock) {
        this.networks = networks;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public CameraSearch search(Duration time, Consumer<FoundCamera> found) {
        return ProbeSearch.begin(networks, time, found);
    }

    @Override
    public CompletionStage<CameraDescription> describe(URI service, Credentials credentials) {
        OnvifDevice device = new OnvifDevice(new CameraHttp(client, credentials, limit), service, credentials, clock);
        return device.information().thenCompose(information -> device.profiles()
                .thenCompose(profiles -> streams(device, profiles))
                .thenApply(streams -> description(information, streams)));
    }

    /** One after the other: small cameras lose their heads when everything is asked at once. */
    private static CompletionStage<List<CameraDescription.Stream>> streams(
            OnvifDevice device, List<MediaProfile> profiles) {
        CompletionStage<List<CameraDescription.Stream>> all = CompletableFuture.completedFuture(List.of());
        for (MediaProfile profile : profiles.stream()
                .filter(it -> !it.codec().isEmpty())
                .limit(MOST_STREAMS)
                .toList()) {
            all = all.thenCompose(
                    before -> device.streamUri(profile.token()).thenApply(uri -> joined(before, stream(profile, uri))));
        }
        return all;
    }

    private static List<CameraDescription.Stream> joined(
            List<CameraDescription.Stream> before, CameraDescription.Stream next) {
        List<CameraDescription.Stream> all = new ArrayList<>(before);
        all.add(next);
        return all;
    }

    private static CameraDescription.Stream stream(MediaProfile profile, String uri) {
        return new CameraDescription.Stream(
                profile.token(),
                profile.name(),
                profile.source(),
                profile.codec(),
                profile.width(),
                profile.height(),
                profile.framesPerSecond(),
                profile.motors().isPresent(),
                uri.replaceFirst("^([A-Za-z]+://)[^/?#]*@", "$1"));
    }

    private static CameraDescription description(XmlElement information, List<CameraDescription.Stream> streams) {
        return new CameraDescription(
                information.textAt("Manufacturer"),
                information.textAt("Model"),
                information.textAt("FirmwareVersion"),
                information.textAt("SerialNumber"),
                streams);
    }
}
