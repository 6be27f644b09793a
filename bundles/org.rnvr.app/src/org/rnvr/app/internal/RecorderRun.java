package org.rnvr.app.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;
import org.osgi.service.condition.Condition;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.config.ConfigurationService;
import org.rnvr.event.Moment;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.Started;
import org.rnvr.event.Stopped;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.recording.Recorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run of the recorder, common to both applications: lets the recording services start, tells the terminal what they do,
 * and ends them in order before the framework takes any bundle away.
 */
final class RecorderRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecorderRun.class);
    private static final long START_SECONDS = 10;
    private static final long CLOSE_MILLIS = 2_500;
    private static final long LAST_EVENT_MILLIS = 250;
    private static final long APPLICATION_END_MILLIS = 1_000;
    private static final long FRAMEWORK_STOP_MILLIS = 1_000;

    private final BundleContext context;
    private final LinePrinter out;
    private final DataFolderLock lock;
    private final Runnable stopRequest;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch lastEventDelivered = new CountDownLatch(1);
    private final SynchronousBundleListener beforeBundlesStop = this::onBundleEvent;
    private final Thread onSignal = new Thread(this::endAll, "rnvr-signal");
    private final ServiceRegistration<Condition> condition;
    private final ServiceRegistration<EventHandler> handler;
    private final ServiceTracker<ConfigurationService, ConfigurationService> configuration;
    private final ServiceTracker<CameraMonitor, CameraMonitor> monitor;
    private final ServiceTracker<Recorder, Recorder> recorder;
    private final ServiceTracker<EventAdmin, EventAdmin> events;
    private boolean announced;
    private boolean recordingStopped;

    private RecorderRun(BundleContext context, PrintStream out, Runnable stopRequest, DataFolderLock lock) {
        this.context = context;
        this.out = new LinePrinter(out);
        this.stopRequest = stopRequest;
        this.lock = lock;
        configuration = opened(ConfigurationService.class);
        monitor = opened(CameraMonitor.class);
        recorder = opened(Recorder.class);
        events = opened(EventAdmin.class);
        handler = context.registerService(
                EventHandler.class,
                handler(),
                new Hashtable<>(Map.of(EventConstants.EVENT_TOPIC, RnvrEvent.TOPIC_PREFIX + "*")));
        // from here on it records, and must not end but in order
        context.addBundleListener(beforeBundlesStop);
        Runtime.getRuntime().addShutdownHook(onSignal);
        condition = context.registerService(
                Condition.class,
                Condition.INSTANCE,
                new Hashtable<>(Map.of(Condition.CONDITION_ID, ConfigurationService.RUN_CONDITION)));
    }

    /**
     * Starts recording.
     *
     * @param context of this bundle
     * @param out where a line a change of state goes
     * @param stopRequest called when the framework is about to stop
     * @throws ReportedProblemException if the recorder cannot start; nothing is left running
     */
    static RecorderRun start(BundleContext context, PrintStream out, Runnable stopRequest)
            throws ReportedProblemException {
        Path data = Path.of(property(context, ConfigurationService.DATA_PROPERTY, ""))
                .toAbsolutePath()
                .normalize();
        String file = context.getProperty(ConfigurationService.FILE_PROPERTY);
        if (file != null && !Files.exists(Path.of(file))) {
            throw new ReportedProblemException(Messages.format(Messages.fileMissing, file));
        }
        RecorderRun run = new RecorderRun(context, out, stopRequest, DataFolderLock.take(data));
        try {
            run.awaitServices();
            return run;
        } catch (ReportedProblemException e) {
            run.close();
            throw e;
        }
    }

    private void awaitServices() throws ReportedProblemException {
        ConfigurationService settings = await(configuration, ConfigurationService.class);
        out.println(Messages.format(Messages.started, version(), settings.file()));
        out.println(Messages.format(
                Messages.recordingsGoTo, settings.current().storage().recordingPath()));
        announce();
        await(monitor, CameraMonitor.class);
    }

    /** Stops all cameras, waits for their files, says so, and lets the services go. At most 3 s; further calls do nothing. */
    @Override
    public void close() {
        stopRecording();
        if (closed.getCount() == 0) {
            return;
        }
        context.removeBundleListener(beforeBundlesStop);
        if (!onSignal.isAlive()) {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        }
        condition.unregister();
        handler.unregister();
        events.close();
        recorder.close();
        monitor.close();
        configuration.close();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock of the data folder could not be released", e);
        }
        closed.countDown();
    }

    private synchronized void announce() {
        if (!recordingStopped) {
            announced = true;
            post(new Started(now(), version()));
        }
    }

    private synchronized void stopRecording() {
        if (recordingStopped) {
            return;
        }
        recordingStopped = true;
        CameraMonitor running = monitor.getService();
        if (running != null) {
            stopCameras(running);
        }
        if (announced) {
            post(new Stopped(now(), version()));
            await(lastEventDelivered, LAST_EVENT_MILLIS, "the last event");
            out.println(Messages.ended);
        }
        try {
            out.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Equinox leaves application and bundles running when the process is told to end. */
    private void endAll() {
        stopRequest.run();
        stopRecording();
        await(closed, APPLICATION_END_MILLIS, "the end of the application");
        try {
            Framework framework = context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(Framework.class);
            framework.stop();
            framework.waitForStop(FRAMEWORK_STOP_MILLIS);
        } catch (BundleException e) {
            LOG.error("The framework could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void onBundleEvent(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            stopRequest.run();
            stopRecording();
        }
    }

    /** The last files are told of before the end is. */
    private void stopCameras(CameraMonitor running) {
        Recorder recording = recorder.getService();
        CompletionStage<Void> stopped =
                recording == null ? running.shutdown() : running.shutdown().thenCompose(done -> recording.settled());
        try {
            stopped.toCompletableFuture().get(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.error("Not every camera could be closed in {} ms", CLOSE_MILLIS, e);
        }
    }

    private static void await(CountDownLatch latch, long millis, String what) {
        try {
            if (!latch.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.warn("Waited {} ms in vain for {}", millis, what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private EventHandler handler() {
        boolean quiet = Boolean.parseBoolean(property(context, "rnvr.journal.stdout", "false"));
        EventLines lines = new EventLines(ZoneId.systemDefault());
        return posted -> {
            if (posted.getProperty(RnvrEvent.PROPERTY) instanceof RnvrEvent event) {
                if (!quiet) {
                    lines.line(event).ifPresent(out::println);
                }
                if (event instanceof Stopped) {
                    lastEventDelivered.countDown();
                }
            }
        };
    }

    private void post(RnvrEvent event) {
        EventAdmin admin = events.getService();
        if (admin == null) {
            LOG.error("There is no Event Admin service: the journal stays empty");
        } else {
            admin.postEvent(new Event(event.topic(), Map.of(RnvrEvent.PROPERTY, event)));
        }
    }

    private <S> ServiceTracker<S, S> opened(Class<S> type) {
        ServiceTracker<S, S> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        return tracker;
    }

    private <S> S await(ServiceTracker<S, S> tracker, Class<S> type) throws ReportedProblemException {
        try {
            S service = tracker.waitForService(TimeUnit.SECONDS.toMillis(START_SECONDS));
            if (service != null) {
                return service;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ReportedProblemException(Messages.format(Messages.notStarted, type.getSimpleName(), START_SECONDS));
    }

    private String version() {
        return property(
                context, "rnvr.version", context.getBundle().getVersion().toString());
    }

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime());
    }

    private static String property(BundleContext context, String name, String fallback) {
        String value = context.getProperty(name);
        return value == null ? fallback : value;
    }
}
