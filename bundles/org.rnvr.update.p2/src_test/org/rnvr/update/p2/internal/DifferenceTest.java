package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final Set<String> CORE = Set.of("org.rnvr.monitor", "org.rnvr.app", "org.slf4j");
    private static final BundleId PLUGIN = new BundleId("com.example.detect", "1.0.0");
    private static final BundleId LIBRARY = new BundleId("com.example.library", "1.0.0");
    private static final RunningBundle MONITOR =
            running(new BundleId("org.rnvr.monitor", "0.1.0"), Set.of(), Set.of("com.example.optional"));

    @Test
    void aPluginComesGoesAndIsReplacedWithoutARestart() {
        RunningBundle plugin = running(PLUGIN, Set.of(MONITOR.id()), Set.of());
        NewBundle next = added("com.example.detect", "1.1.0");
        assertTrue(new Difference(List.of(next), List.of()).isWithoutRestart(List.of(MONITOR), CORE));
        assertTrue(new Difference(List.of(), List.of(PLUGIN)).isWithoutRestart(List.of(MONITOR, plugin), CORE));
        assertTrue(new Difference(List.of(next), List.of(PLUGIN)).isWithoutRestart(List.of(MONITOR, plugin), CORE));
    }

    @Test
    void whatIsOfRnvrItselfNeedsARestart() {
        Difference updated =
                new Difference(List.of(added("org.rnvr.app", "0.2.0")), List.of(new BundleId("org.rnvr.app", "0.1.0")));
        assertFalse(updated.isWithoutRestart(List.of(MONITOR), CORE));
        assertFalse(updated.isApart(CORE));
        assertFalse(new Difference(List.of(), List.of(MONITOR.id())).isWithoutRestart(List.of(MONITOR), CORE));
    }

    @Test
    void whatRnvrUsesOverSeveralStepsNeedsARestart() {
        RunningBundle between = running(new BundleId("com.example.between", "1.0.0"), Set.of(LIBRARY), Set.of());
        RunningBundle monitor = running(MONITOR.id(), Set.of(between.id()), Set.of());
        RunningBundle library = running(LIBRARY, Set.of(), Set.of());
        assertFalse(
                new Difference(List.of(), List.of(LIBRARY)).isWithoutRestart(List.of(monitor, between, library), CORE));
    }

    @Test
    void bundlesThatUseEachOtherAreNoTrap() {
        RunningBundle one = running(PLUGIN, Set.of(LIBRARY), Set.of());
        RunningBundle other = running(LIBRARY, Set.of(PLUGIN), Set.of());
        assertTrue(new Difference(List.of(), List.of(PLUGIN, LIBRARY))
                .isWithoutRestart(List.of(MONITOR, one, other), CORE));
    }

    @Test
    void aFragmentOfRnvrNeedsARestart() {
        NewBundle fragment = new NewBundle(PLUGIN, Optional.of("org.rnvr.monitor"), Set.of());
        assertFalse(new Difference(List.of(fragment), List.of()).isWithoutRestart(List.of(MONITOR), CORE));
        NewBundle ofAnother = new NewBundle(PLUGIN, Optional.of("com.example.library"), Set.of());
        assertTrue(new Difference(List.of(ofAnother), List.of()).isWithoutRestart(List.of(MONITOR), CORE));
    }

    @Test
    void whatRnvrWouldUseIfItWereThereNeedsARestart() {
        NewBundle library = new NewBundle(LIBRARY, Optional.empty(), Set.of("com.example.optional"));
        assertFalse(new Difference(List.of(library), List.of()).isWithoutRestart(List.of(MONITOR), CORE));
        NewBundle another = new NewBundle(LIBRARY, Optional.empty(), Set.of("com.example.other"));
        assertTrue(new Difference(List.of(another), List.of()).isWithoutRestart(List.of(MONITOR), CORE));
    }

    @Test
    void aPackageIsAskedForByItsName() {
        assertEquals(
                Set.of("org.rnvr.console"),
                PackageFilter.names("(&(osgi.wiring.package=org.rnvr.console)(version>=0.1.0)(!(version>=0.2.0)))"));
        assertEquals(Set.of(), PackageFilter.names("(osgi.wiring.package=org.rnvr.*)"));
        assertEquals(Set.of(), PackageFilter.names(null));
    }

    private static NewBundle added(String name, String version, String... exports) {
        return new NewBundle(new BundleId(name, version), Optional.empty(), Set.copyOf(Arrays.asList(exports)));
    }

    private static RunningBundle running(BundleId id, Set<BundleId> uses, Set<String> lacking) {
        return new RunningBundle(id, uses, lacking);
    }
}
