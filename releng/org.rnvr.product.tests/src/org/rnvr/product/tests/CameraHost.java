package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;

/** A host of its own for cameras: a network namespace behind a cable that can be cut without anybody being told. */
final class CameraHost implements AutoCloseable {

    private static final int PORT = 8554;

    private final String namespace;
    private final String address;

    private CameraHost(String namespace, String address) {
        this.namespace = namespace;
        this.address = address;
    }

    /**
     * Makes the host.
     *
     * @param number 0 to 63, its own in this run, so that tests run side by side
     */
    static CameraHost create(int number) {
        assumeTrue(
                Command.succeed("id", "-u").trim().equals("0"),
                "network namespaces need root, and this is another user");
        String name = "rnvr-test-" + number;
        String here = "rnvrt" + number + "a";
        String there = "rnvrt" + number + "b";
        CameraHost host = new CameraHost(name, "198.51.100." + (4 * number + 2));
        host.remove();
        Command.succeed("ip", "netns", "add", name);
        Command.succeed("ip", "link", "add", here, "type", "veth", "peer", "name", there, "netns", name);
        Command.succeed("ip", "address", "add", "198.51.100." + (4 * number + 1) + "/30", "dev", here);
        Command.succeed("ip", "link", "set", here, "up");
        host.inside("ip", "address", "add", host.address + "/30", "dev", there);
        host.inside("ip", "link", "set", there, "up");
        host.inside("ip", "link", "set", "lo", "up");
        host.inside("nft", "add", "table", "inet", "cable");
        return host;
    }

    /** Starts cameras on the host. */
    CameraProcess cameras(String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "--address";
        all[1] = address;
        all[2] = "--port";
        all[3] = Integer.toString(PORT);
        System.arraycopy(options, 0, all, 4, options.length);
        return CameraProcess.start(prefix(), all);
    }

    String url(String camera) {
        return "rtsp://" + address + ":" + PORT + "/" + camera;
    }

    /** From now on every packet from and to the host vanishes. */
    void cut() {
        inside(
                "nft",
                "add chain inet cable in { type filter hook input priority 0; policy drop; };"
                        + " add chain inet cable out { type filter hook output priority 0; policy drop; }");
    }

    /** From now on packets pass again. */
    void restore() {
        inside("nft", "flush table inet cable; delete chain inet cable in; delete chain inet cable out");
    }

    @Override
    public void close() {
        remove();
    }

    private void remove() {
        if (Command.succeed("ip", "netns", "list").lines().anyMatch(line -> line.split(" ")[0].equals(namespace))) {
            Command.succeed("ip", "netns", "delete", namespace);
        }
    }

    private void inside(String... command) {
        List<String> words = new ArrayList<>(prefix());
        words.addAll(List.of(command));
        Command.succeed(words.toArray(String[]::new));
    }

    private List<String> prefix() {
        return List.of("ip", "netns", "exec", namespace);
    }
}
