package org.rnvr.democamera.internal;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import java.util.HashMap;
import java.util.Map;

/** One camera at its mount point: the media of its clients, and whether they are paused. */
public final class Mount {

    private final Natives natives;
    private final Launch launch;
    private final MediaSources sources;
    private final Map<Pointer, ClientMedia> clients = new HashMap<>();
    private final MediaConfigure configure = this::configure;
    private final MediaPrepared prepared = this::prepared;
    private final MediaGone gone = this::gone;
    private boolean paused;

    /** Signal {@code media-configure} of a factory. */
    interface MediaConfigure extends Callback {
        void invoke(Pointer factory, Pointer media, Pointer data);
    }

    /** Signal {@code prepared} of a media. */
    interface MediaPrepared extends Callback {
        void invoke(Pointer media, Pointer data);
    }

    /** Notification that a media is disposed of. */
    interface MediaGone extends Callback {
        void invoke(Pointer data, Pointer media);
    }

    Mount(Natives natives, Launch launch, MediaSources sources) {
        this.natives = natives;
        this.launch = launch;
        this.sources = sources;
    }

    /** Makes the factory that serves this camera; the caller owns it. */
    Pointer createFactory(String description) {
        GstRtspServer server = natives.server();
        Pointer factory = server.gst_rtsp_media_factory_new();
        server.gst_rtsp_media_factory_set_launch(factory, description);
        server.gst_rtsp_media_factory_set_protocols(factory, GstRtspServer.TRANSPORT_UDP_AND_TCP);
        // A shared media waits for its slowest client, which after a cut is a client that is gone.
        server.gst_rtsp_media_factory_set_shared(factory, false);
        natives.connect(factory, "media-configure", configure);
        return factory;
    }

    /** Stops the media of present and future clients. */
    public synchronized void pause() {
        if (!paused) {
            paused = true;
            clients.values().forEach(ClientMedia::pause);
        }
    }

    /** Lets the media go on. */
    public synchronized void resume() {
        if (paused) {
            paused = false;
            clients.values().forEach(ClientMedia::resume);
        }
    }

    synchronized boolean hasClients() {
        return !clients.isEmpty();
    }

    private synchronized void configure(Pointer factory, Pointer media, Pointer data) {
        Pointer bin = natives.server().gst_rtsp_media_get_element(media);
        clients.put(media, new ClientMedia(natives, media, sources.open(bin), launch.tracks()));
        natives.gst().gst_object_unref(bin);
        natives.connect(media, "prepared", prepared);
        natives.whenGone(media, gone);
    }

    private synchronized void prepared(Pointer media, Pointer data) {
        ClientMedia client = clients.get(media);
        if (client != null) {
            client.prepared(paused);
        }
    }

    private synchronized void gone(Pointer data, Pointer media) {
        ClientMedia client = clients.remove(media);
        if (client != null) {
            client.close();
        }
    }
}
