package org.rnvr.control;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.rnvr.config.Credentials;

/**
 * Finds cameras in the networks of this machine and asks them what they stream.
 * <p>
 * An OSGi service. Every method returns at once and may be called on any thread.
 */
@ProviderType
public interface CameraDiscovery {

    /**
     * Calls into all local networks.
     *
     * @param limit how long to wait for answers; cameras may take a second
     * @param found called with each camera once, one by one, on a thread of the search; must return at once
     */
    CameraSearch search(Duration limit, Consumer<FoundCamera> found);

    /**
     * Asks a camera what it is and what it streams.
     *
     * @param service one of {@link FoundCamera#services()}, or {@code http://host:port/onvif/device_service}
     * @return completed within a bounded time, or exceptionally with a {@link ControlException}, perhaps inside a
     *     {@link java.util.concurrent.CompletionException}
     */
    CompletionStage<CameraDescription> describe(URI service, Credentials credentials);
}
