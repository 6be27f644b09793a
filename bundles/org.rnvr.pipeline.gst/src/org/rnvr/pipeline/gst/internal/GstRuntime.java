package org.rnvr.pipeline.gst.internal;

import java.util.Optional;
import org.freedesktop.gstreamer.Gst;
import org.freedesktop.gstreamer.GstException;
import org.freedesktop.gstreamer.Version;
import org.osgi.service.component.annotations.Component;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.SessionFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts GStreamer when it is first needed, once for all of this bundle, and remembers why it could not be started. */
@Component(service = GstRuntime.class)
public final class GstRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(GstRuntime.class);
    private static final Version OLDEST = Version.of(1, 20);

    /**
     * While it loads a plug-in, GStreamer takes any segmentation fault for the plug-in's and stops the process. Java uses
     * them for its own ends, at any time.
     */
    private static final String NO_TRAP = "--gst-disable-segtrap";

    private boolean tried;
    private Optional<SessionFailure> problem = Optional.empty();

    /** Why GStreamer cannot be used; empty when it can. May take a second the first time. */
    public synchronized Optional<SessionFailure> problem() {
        if (!tried) {
            tried = true;
            problem = start();
        }
        return problem;
    }

    private static Optional<SessionFailure> start() {
        System.setProperty("gstreamer.disableExternalTypes", "true");
        try {
            Gst.init(OLDEST, "rnvr", NO_TRAP);
            LOG.info("{} is used", Gst.getVersionString());
            return Optional.empty();
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            LOG.debug("GStreamer could not be loaded", e);
            return missing("GStreamer is not installed; it is in the Debian packages libgstreamer1.0-0 and"
                    + " gstreamer1.0-plugins-base, -good, -bad and -libav.");
        } catch (GstException e) {
            LOG.debug("GStreamer could not be started", e);
            return missing("GStreamer could not be started; version " + OLDEST + " or later is needed.");
        }
    }

    private static Optional<SessionFailure> missing(String text) {
        return Optional.of(new SessionFailure(FailureKind.FRAMEWORK_MISSING, text));
    }
}
