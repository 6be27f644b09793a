package org.rnvr.monitor.internal.path;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a camera's RTSP server listens.
 *
 * @param host name or address, an IPv6 address without brackets
 * @param port TCP port
 * @param tls whether the connection is encrypted
 * @param url the URL as the camera knows it, without user name and password
 */
public record RtspAddress(String host, int port, boolean tls, String url) {

    private static final int RTSP_PORT = 554;
    private static final int RTSPS_PORT = 322;

    public RtspAddress {
        Objects.requireNonNull(host);
        Objects.requireNonNull(url);
    }

    /**
     * The address in an {@code rtsp} or {@code rtsps} URL; empty if there is none. Only scheme and authority are looked at:
     * what cameras have for a path is often no valid URI.
     */
    public static Optional<RtspAddress> of(String url) {
        int schemeEnd = url.indexOf("://");
        if (schemeEnd < 0) {
            return Optional.empty();
        }
        String scheme = url.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
        if (!scheme.equals("rtsp") && !scheme.equals("rtsps")) {
            return Optional.empty();
        }
        boolean tls = scheme.equals("rtsps");
        String rest = url.substring(schemeEnd + 3);
        int authorityEnd = indexOfAny(rest, "/?#");
        String hostPort = rest.substring(0, authorityEnd);
        hostPort = hostPort.substring(hostPort.lastIndexOf('@') + 1);
        String path = rest.substring(authorityEnd);
        return hostAndPort(hostPort, tls)
                .filter(address -> path.chars().noneMatch(Character::isISOControl))
                .map(address ->
                        new RtspAddress(address.host(), address.port(), tls, scheme + "://" + address.url() + path));
    }

    /** Whether the host is an address, so that no name server is needed. */
    public boolean isLiteral() {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    /**
     * The network that it is in, as far as the address tells: the first three numbers of an IPv4 address, the first four of
     * an IPv6 address, or the domain of a name.
     */
    public String network() {
        if (host.matches("[0-9.]+")) {
            return host.substring(0, Math.max(0, host.lastIndexOf('.'))) + ".*";
        }
        if (host.contains(":")) {
            List<String> groups = List.of(host.split(":"));
            return String.join(":", groups.subList(0, Math.min(4, groups.size()))) + ":*";
        }
        int domain = host.indexOf('.');
        return domain < 0 ? host : "*" + host.substring(domain);
    }

    private static Optional<RtspAddress> hostAndPort(String text, boolean tls) {
        int hostEnd = text.startsWith("[") ? text.indexOf(']') + 1 : indexOfAny(text, ":");
        String host = text.startsWith("[") ? text.substring(1, Math.max(1, hostEnd - 1)) : text.substring(0, hostEnd);
        String portText = text.substring(hostEnd);
        if (host.isEmpty() || host.chars().anyMatch(c -> c <= ' ' || c == 127)) {
            return Optional.empty();
        }
        int port = tls ? RTSPS_PORT : RTSP_PORT;
        if (portText.matches(":[0-9]{1,5}")) {
            port = Integer.parseInt(portText.substring(1));
        } else if (!portText.isEmpty() && !portText.equals(":")) {
            return Optional.empty();
        }
        return port < 1 || port > 65535 ? Optional.empty() : Optional.of(new RtspAddress(host, port, tls, text));
    }

    private static int indexOfAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
