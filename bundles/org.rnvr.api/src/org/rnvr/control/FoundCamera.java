package org.rnvr.control;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * A camera that answered a search. Whoever answers may claim anything: nothing here is to be trusted.
 *
 * @param id its own unique name, mostly {@code urn:uuid:…}
 * @param services where to ask it, never empty; the one at the address that the answer came from is first
 * @param name its name, empty when it tells none
 * @param hardware its model, empty when it tells none
 * @param location where it says it is, empty when it tells nothing
 */
public record FoundCamera(String id, List<URI> services, String name, String hardware, String location) {
    public FoundCamera {
        Objects.requireNonNull(id);
        services = List.copyOf(services);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("a camera without a service");
        }
        Objects.requireNonNull(name);
        Objects.requireNonNull(hardware);
        Objects.requireNonNull(location);
    }
}
