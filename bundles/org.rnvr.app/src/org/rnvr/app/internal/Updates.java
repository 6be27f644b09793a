package org.rnvr.app.internal;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.rnvr.event.Registration;
import org.rnvr.update.InstallationState;
import org.rnvr.update.UpdateService;

/**
 * Tells the service of updates, which may be missing, that the application runs: as soon as this is made. Hears of it that a
 * restart is needed.
 */
final class Updates implements AutoCloseable {

    private final ServiceTracker<UpdateService, Registration> tracker;

    /**
     * Begins at once.
     *
     * @param restart called, on a thread of the service, when a restart is needed
     */
    Updates(BundleContext context, Runnable restart) {
        tracker = new ServiceTracker<>(context, UpdateService.class, new Telling(context, restart));
        tracker.open();
    }

    @Override
    public void close() {
        tracker.close();
    }

    private static final class Telling implements ServiceTrackerCustomizer<UpdateService, Registration> {

        private final BundleContext context;
        private final Runnable restart;

        private Telling(BundleContext context, Runnable restart) {
            this.context = context;
            this.restart = restart;
        }

        @Override
        public Registration addingService(ServiceReference<UpdateService> reference) {
            UpdateService updates = context.getService(reference);
            updates.applicationRuns();
            return updates.observe(state -> {
                if (state == InstallationState.RESTART_NEEDED) {
                    restart.run();
                }
            });
        }

        @Override
        public void modifiedService(ServiceReference<UpdateService> reference, Registration registration) {
            // its properties mean nothing here
        }

        @Override
        public void removedService(ServiceReference<UpdateService> reference, Registration registration) {
            registration.close();
            context.ungetService(reference);
        }
    }
}
