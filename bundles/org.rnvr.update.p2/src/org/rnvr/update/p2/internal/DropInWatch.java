package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.rnvr.config.ConfigurationService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees what is dropped in, lets it take effect and tells the journal of the site. Only while a site is recorded. */
@Component(
        immediate = true,
        service = {})
public final class DropInWatch {

    private static final Logger LOGGER = LoggerFactory.getLogger(DropInWatch.class);
    private static final long PACE_MILLIS = 1_000;
    private static final String SEEN = "dropins.seen";

    private final UpdateComponent updates;
    private final DropInHistory history;
    private final ScheduledExecutorService lane = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rnvr-dropins");
        thread.setDaemon(true);
        return thread;
    });

    private boolean failing; // confined to the lane

    /** Begins to watch, where there are folders to drop something into. */
    @Activate
    public DropInWatch(
            BundleContext context, @Reference UpdateComponent updates, @Reference ConfigurationService configuration) {
        this.updates = updates;
        history = new DropInHistory(
                Path.of(context.getProperty(ConfigurationService.DATA_PROPERTY)).resolve(SEEN));
        updates.dropIns().ifPresent(dropIns -> {
            lane.execute(() -> begin(dropIns, Path.of(context.getProperty(UpdateComponent.DROP_INS_PROPERTY))));
            lane.scheduleWithFixedDelay(() -> look(dropIns), 0, PACE_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    @Deactivate
    void deactivate() {
        lane.shutdownNow();
    }

    /** Makes the site's folder, for its owner to find and with the permissions it needs. */
    private static void begin(DropIns dropIns, Path folder) {
        try {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            }
            dropIns.look(); // so that what was there before is taken at once
        } catch (IOException | RuntimeException e) {
            LOGGER.warn("The drop-in folder {} cannot be made ready", folder, e);
        }
    }

    private void look(DropIns dropIns) {
        try {
            dropIns.look();
            history.tell(dropIns.running(), dropIns.refused(), UpdateComponent.now())
                    .forEach(updates::post);
            failing = false;
        } catch (IOException | RuntimeException | LinkageError e) {
            if (!failing) {
                LOGGER.error("The drop-in folders cannot be looked into", e);
            }
            failing = true;
        }
    }
}
