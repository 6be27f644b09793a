package org.rnvr.control.onvif.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rnvr.control.ControlException;
import org.rnvr.control.FoundCamera;
import org.rnvr.control.spi.XmlElement;

/**
 * Reads an answer to a {@link Probe} (WS-Discovery, April 2005, section 5.3) with the scopes that ONVIF gives to it (Core
 * Specification, section 7.3.2.2).
 */
final class ProbeMatches {

    private static final String SCOPE = "onvif://www.onvif.org/";

    private ProbeMatches() {}

    /**
     * The cameras of an answer.
     *
     * @param from where it came from
     * @throws ControlException if it is no such answer
     */
    static List<FoundCamera> read(byte[] message, InetAddress from) throws ControlException {
        return XmlElement.parse(message)
                .at("Body", "ProbeMatches")
                .map(matches -> matches.children("ProbeMatch"))
                .orElseGet(Stream::empty)
                .flatMap(match -> camera(match, from).stream())
                .toList();
    }

    private static Optional<FoundCamera> camera(XmlElement match, InetAddress from) {
        List<URI> services = words(match.textAt("XAddrs"))
                .flatMap(address -> service(address).stream())
                .sorted(Comparator.comparing(service -> !service.getHost().equals(from.getHostAddress())))
                .toList();
        if (services.isEmpty()) {
            return Optional.empty();
        }
        String id = match.textAt("EndpointReference", "Address");
        List<String> scopes = words(match.textAt("Scopes")).toList();
        return Optional.of(new FoundCamera(
                id.isEmpty() ? services.get(0).toString() : id,
                services,
                scope(scopes, "name/"),
                scope(scopes, "hardware/"),
                scope(scopes, "location/")));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty());
    }

    private static Optional<URI> service(String address) {
        try {
            URI uri = URI.create(address);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // whoever answered cannot be asked there
        }
    }

    private static String scope(List<String> scopes, String kind) {
        return scopes.stream()
                .filter(scope -> scope.startsWith(SCOPE + kind))
                .map(scope -> decoded(scope.substring(SCOPE.length() + kind.length())))
                .findFirst()
                .orElse("");
    }

    /** A plus sign means itself in a path. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // not encoded at all
        }
    }
}
