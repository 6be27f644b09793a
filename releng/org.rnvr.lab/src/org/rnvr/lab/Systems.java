package org.rnvr.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rnvr.lab.fixture.Product;

/** The recorders that the laboratory knows. */
final class Systems {

    /** The product as it is delivered. */
    static final String PRODUCT = "rnvr";

    static final String BARE_RTSPSRC = "rtspsrc";
    static final String FFMPEG = "ffmpeg";

    /** What stands before the name of a strategy for the product with that strategy alone. */
    private static final String ALONE = PRODUCT + "-";

    private static final String STRATEGY_BUNDLE = "org.rnvr.detect.";

    private Systems() {}

    /** The product, the product with each of its strategies alone, and the bare ones. */
    static List<String> all() {
        List<String> names = new ArrayList<>();
        names.add(PRODUCT);
        for (String strategy : Product.bundlesBelow(STRATEGY_BUNDLE)) {
            names.add(ALONE + strategy);
        }
        names.add(BARE_RTSPSRC);
        names.add(FFMPEG);
        return names;
    }

    /** A recorder for a site, its files in a folder of its own below the one given. */
    static RecorderUnderTest create(String name, Transport transport, Site site, Path folder, FileWatch watch) {
        return switch (name) {
            case PRODUCT -> new RnvrSystem(name, List.of(), transport, site, folder);
            case BARE_RTSPSRC -> new BareRecorder(name, new BareRtspsrc(transport), site, folder, watch);
            case FFMPEG -> new BareRecorder(name, new Ffmpeg(transport), site, folder, watch);
            default -> {
                if (!name.startsWith(ALONE)) {
                    throw new IllegalArgumentException("no recorder is named " + name);
                }
                yield new RnvrSystem(name, List.of(name.substring(ALONE.length())), transport, site, folder);
            }
        };
    }
}
