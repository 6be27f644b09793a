package org.rnvr.control.onvif.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network in which cameras are called.
 *
 * @param network the interface to it; empty for the one that the system chooses
 * @param local this machine's address in it
 * @param destination where the call goes
 */
record ProbeTarget(Optional<NetworkInterface> network, InetAddress local, InetSocketAddress destination) {

    /** Where devices listen (WS-Discovery, April 2005, section 2.4). */
    static final InetSocketAddress MULTICAST = new InetSocketAddress("239.255.255.250", 3702);

    private static final Logger LOG = LoggerFactory.getLogger(ProbeTarget.class);

    /** All networks of this machine but the one within it, by their IPv4 addresses. */
    static List<ProbeTarget> ofThisMachine() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(ProbeTarget::isUsable)
                    .flatMap(network -> of(network, MULTICAST))
                    .toList();
        } catch (SocketException e) {
            LOG.warn("The networks of this machine cannot be listed: {}", e.toString());
            return List.of();
        }
    }

    static Stream<ProbeTarget> of(NetworkInterface network, InetSocketAddress destination) {
        return network.inetAddresses()
                .filter(Inet4Address.class::isInstance)
                .map(local -> new ProbeTarget(Optional.of(network), local, destination));
    }

    private static boolean isUsable(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback() && network.supportsMulticast();
        } catch (SocketException e) {
            LOG.debug("The network {} is left out: {}", network.getName(), e.toString());
            return false;
        }
    }
}
