package org.rnvr.pipeline.gst.tests;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.media.MediaFiles;
import org.rnvr.pipeline.CameraTrials;
import org.rnvr.pipeline.PipelineFactory;
import org.rnvr.playback.Playback;

/** Where tests get services from. */
final class Pipelines {

    private static final String IMPLEMENTATION = "org.rnvr.pipeline.gst";

    private Pipelines() {}

    /** The service in OSGi; in a plain VM an instance of its implementation. */
    static PipelineFactory factory() {
        Bundle self = FrameworkUtil.getBundle(Pipelines.class);
        try {
            return self == null ? plain() : service(self.getBundleContext(), PipelineFactory.class);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The service in OSGi. */
    static MediaFiles mediaFiles() {
        try {
            return service(FrameworkUtil.getBundle(Pipelines.class).getBundleContext(), MediaFiles.class);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The service in OSGi. */
    static CameraTrials trials() throws InterruptedException {
        return service(FrameworkUtil.getBundle(Pipelines.class).getBundleContext(), CameraTrials.class);
    }

    /** The service in OSGi. */
    static Playback playback() {
        try {
            return service(FrameworkUtil.getBundle(Pipelines.class).getBundleContext(), Playback.class);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T service(BundleContext context, Class<T> type) throws InterruptedException {
        try {
            for (Bundle bundle : context.getBundles()) {
                if (bundle.getSymbolicName().equals(IMPLEMENTATION)) {
                    bundle.start();
                }
            }
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        T service = tracker.waitForService(10_000);
        if (service == null) {
            throw new IllegalStateException("there is no " + type.getSimpleName());
        }
        return service;
    }

    private static PipelineFactory plain() {
        ClassLoader loader = Pipelines.class.getClassLoader();
        Object registration = Proxy.newProxyInstance(
                loader, new Class<?>[] {ServiceRegistration.class}, (proxy, method, arguments) -> null);
        Object context = Proxy.newProxyInstance(
                loader,
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> method.getName().equals("registerService") ? registration : null);
        try {
            Class<?> runtime = Class.forName(IMPLEMENTATION + ".internal.GstRuntime");
            return (PipelineFactory) Class.forName(IMPLEMENTATION + ".internal.GstPipelineFactory")
                    .getConstructor(BundleContext.class, runtime)
                    .newInstance(context, runtime.getConstructor().newInstance());
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
