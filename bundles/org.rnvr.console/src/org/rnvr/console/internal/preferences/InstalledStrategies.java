package org.rnvr.console.internal.preferences;

import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.rnvr.detection.DetectionStrategy;

/** The detection strategies that are there. */
final class InstalledStrategies {

    private InstalledStrategies() {}

    /** Their names now. */
    static Set<String> names() {
        BundleContext context =
                FrameworkUtil.getBundle(InstalledStrategies.class).getBundleContext();
        Set<String> names = new TreeSet<>();
        try {
            for (ServiceReference<DetectionStrategy> reference :
                    context.getServiceReferences(DetectionStrategy.class, null)) {
                DetectionStrategy strategy = context.getService(reference);
                if (strategy != null) {
                    names.add(strategy.name());
                    context.ungetService(reference);
                }
            }
            return names;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("No filter was given", e);
        }
    }
}
