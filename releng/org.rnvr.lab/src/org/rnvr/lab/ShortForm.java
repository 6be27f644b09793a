package org.rnvr.lab;

import java.time.Duration;
import java.util.List;

/** The outages that every test run makes: the product alone, one of each kind. */
final class ShortForm {

    /** Long enough for a verdict within what {@link Bounds} allow. */
    private static final Duration LENGTH = Bounds.VERDICT.plusSeconds(2);

    private static final int CAMERAS = 2;

    private ShortForm() {}

    static List<Experiment> experiments() {
        return List.of(cut(Transport.TCP), cut(Transport.UDP), killed(), stopped(), paused(), glitch());
    }

    static Experiment cut(Transport transport) {
        return experiment(Scenario.cut("cut", LENGTH), transport);
    }

    static Experiment killed() {
        return experiment(Scenario.killed(), Transport.TCP);
    }

    static Experiment stopped() {
        return experiment(Scenario.stopped(LENGTH), Transport.TCP);
    }

    static Experiment paused() {
        return experiment(Scenario.paused(LENGTH), Transport.TCP);
    }

    static Experiment glitch() {
        return experiment(Scenario.glitch("glitch-2.5", Duration.ofMillis(2500)), Transport.TCP);
    }

    private static Experiment experiment(Scenario scenario, Transport transport) {
        return new Experiment(scenario, transport, List.of(Systems.PRODUCT), CAMERAS, 1);
    }
}
