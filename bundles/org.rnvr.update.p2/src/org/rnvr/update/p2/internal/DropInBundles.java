package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundles of the running framework that somebody dropped in. The framework has copies of their files, so that these may be
 * written over, and forgets with the process that they run: what is left of a former one is removed before anything else.
 */
final class DropInBundles implements DropInHost {

    private static final Logger LOGGER = LoggerFactory.getLogger(DropInBundles.class);
    private static final String LOCATION = "dropin:";
    private static final long REFRESH_SECONDS = 30;
    private static final Pattern LACKING = Pattern.compile("Unresolved requirement: ([^\\r\\n]+)");

    private final BundleContext context;
    private final InstalledNames.Source installed;
    private final Map<DropIn, Bundle> present = new HashMap<>();

    DropInBundles(BundleContext context, InstalledNames.Source installed) {
        this.context = context;
        this.installed = installed;
    }

    @Override
    public List<DropInRefusal> run(List<DropIn> wanted) throws IOException {
        Set<String> core = installed.now().core();
        removeAllBut(wanted, core);
        List<DropInRefusal> refused = new ArrayList<>();
        List<RunningBundle> running = RunningBundles.of(context);
        for (DropIn jar : wanted) {
            if (!present.containsKey(jar)) {
                install(jar, running, core).ifPresent(refused::add);
            }
        }
        for (DropIn jar : wanted) {
            Bundle bundle = present.get(jar);
            if (bundle != null) {
                start(jar, bundle, core).ifPresent(refused::add);
            }
        }
        return refused;
    }

    private void removeAllBut(List<DropIn> wanted, Set<String> core) {
        present.values().removeIf(bundle -> bundle.getState() == Bundle.UNINSTALLED);
        List<Bundle> kept =
                wanted.stream().filter(present::containsKey).map(present::get).toList();
        present.keySet().retainAll(wanted);
        List<Bundle> surplus = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(LOCATION) && !kept.contains(bundle)) {
                uninstall(bundle);
                surplus.add(bundle);
            }
        }
        refresh(surplus, core);
    }

    private Optional<DropInRefusal> install(DropIn jar, List<RunningBundle> running, Set<String> core) {
        if (!new Difference(List.of(jar.bundle()), List.of()).isWithoutRestart(running, core)) {
            return Optional.of(DropInRefusal.ofJar(
                    jar.file(), "RNVR itself would use it, which is what only installed features may do."));
        }
        try (InputStream in = Files.newInputStream(jar.file())) {
            Bundle bundle = context.installBundle(LOCATION + jar.file(), in);
            bundle.stop(); // else Equinox starts it in the next process, before anybody looked whether it may
            present.put(jar, bundle);
            return Optional.empty();
        } catch (IOException | BundleException e) {
            LOGGER.debug("{} cannot be installed", jar.file(), e);
            return Optional.of(DropInRefusal.ofJar(jar.file(), "it cannot be installed: %s".formatted(e.getMessage())));
        }
    }

    private Optional<DropInRefusal> start(DropIn jar, Bundle bundle, Set<String> core) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            return Optional.empty();
        } catch (BundleException e) {
            LOGGER.debug("{} cannot be started", jar.file(), e);
            present.remove(jar);
            uninstall(bundle);
            refresh(List.of(bundle), core);
            return Optional.of(DropInRefusal.ofJar(jar.file(), reason(e)));
        }
    }

    private static String reason(BundleException failure) {
        String said = String.valueOf(failure.getMessage());
        String lacking = LACKING.matcher(said)
                .results()
                .map(DropInBundles::requirement)
                .distinct()
                .collect(Collectors.joining(", "));
        return failure.getType() == BundleException.RESOLVE_ERROR && !lacking.isEmpty()
                ? "nothing that runs here offers what it needs: %s.".formatted(lacking)
                : "it cannot be started: %s"
                        .formatted(said.replaceAll("\\s+", " ").strip());
    }

    private static String requirement(MatchResult found) {
        return found.group(1).strip();
    }

    private static void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException | IllegalStateException e) {
            LOGGER.warn("The bundle {} that was dropped in did not stop as it should", bundle.getSymbolicName(), e);
        }
    }

    /** Lets go of what is gone; not where a bundle of RNVR itself would be stopped for it. */
    private void refresh(Collection<Bundle> gone, Set<String> core) {
        if (gone.isEmpty()) {
            return;
        }
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        boolean reachesCore = wiring.getDependencyClosure(gone).stream()
                .map(Bundle::getSymbolicName)
                .anyMatch(core::contains);
        if (reachesCore) {
            LOGGER.warn("What is gone of the drop-in folder is still used, until RNVR is started again: {}", gone);
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        wiring.refreshBundles(gone, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        try {
            if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.warn("Letting go of {} takes longer than {} s", gone, REFRESH_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
