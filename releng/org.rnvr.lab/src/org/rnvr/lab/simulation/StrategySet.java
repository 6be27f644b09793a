package org.rnvr.lab.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.rnvr.detect.adaptive.internal.AdaptiveStrategy;
import org.rnvr.detect.buffering.internal.BufferingStrategy;
import org.rnvr.detect.frames.internal.FramesStrategy;
import org.rnvr.detect.keepalive.internal.KeepaliveStrategy;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.lab.UsageException;

/**
 * Strategies that act together.
 *
 * @param name for reports
 * @param strategies make them
 */
record StrategySet(String name, List<Supplier<DetectionStrategy>> strategies) {

    static final String ALL = "all";

    private static final Map<String, Supplier<DetectionStrategy>> INSTALLED = installed();

    StrategySet {
        strategies = List.copyOf(strategies);
    }

    /** All strategies of the product together. */
    static StrategySet all() {
        return new StrategySet(ALL, List.copyOf(INSTALLED.values()));
    }

    /**
     * What a name stands for: a strategy alone, several with {@code +} between them, or {@code all} of them.
     *
     * @throws UsageException if there is no such strategy
     */
    static StrategySet named(String name) throws UsageException {
        if (name.equals(ALL)) {
            return all();
        }
        List<Supplier<DetectionStrategy>> chosen = new ArrayList<>();
        for (String one : name.split("\\+", -1)) {
            if (!INSTALLED.containsKey(one)) {
                throw new UsageException(
                        "no strategy is named '" + one + "'; there are all, " + String.join(", ", INSTALLED.keySet()));
            }
            chosen.add(INSTALLED.get(one));
        }
        return new StrategySet(name, chosen);
    }

    /** Strategies that know nothing yet. */
    List<DetectionStrategy> fresh() {
        return strategies.stream().map(Supplier::get).toList();
    }

    private static Map<String, Supplier<DetectionStrategy>> installed() {
        Map<String, Supplier<DetectionStrategy>> all = new LinkedHashMap<>();
        for (Supplier<DetectionStrategy> one : List.<Supplier<DetectionStrategy>>of(
                AdaptiveStrategy::new, BufferingStrategy::new, FramesStrategy::new, KeepaliveStrategy::new)) {
            all.put(one.get().name(), one);
        }
        return all;
    }
}
