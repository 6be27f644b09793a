package org.rnvr.integration.tests.strategy;

import java.util.function.BiConsumer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.WatchedSession;

/**
 * Brings a {@link ReportingStrategy}. The classes of this package are loaded anew for every version of the bundle they are
 * packed into, so what they report goes to a service whose types they have in common with the test.
 */
public final class ReportingActivator implements BundleActivator {

    /** Service property of the {@link BiConsumer} of what happened and the session it happened on. */
    public static final String REPORTS = "rnvr.test.reports";

    @Override
    public void start(BundleContext context) {
        context.registerService(
                DetectionStrategy.class,
                new ReportingStrategy(context.getBundle().getVersion().toString(), reports(context)),
                null);
    }

    /** Its service goes with its bundle. */
    @Override
    public void stop(BundleContext context) {}

    @SuppressWarnings("unchecked")
    private static BiConsumer<String, WatchedSession> reports(BundleContext context) {
        try {
            ServiceReference<?>[] found =
                    context.getServiceReferences(BiConsumer.class.getName(), "(" + REPORTS + "=true)");
            return (BiConsumer<String, WatchedSession>) context.getService(found[0]);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
