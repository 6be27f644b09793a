package org.rnvr.democamera.internal;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rnvr.democamera.DemoCamera;
import org.rnvr.democamera.DemoCameraException;
import org.rnvr.democamera.DemoCameraOptions;
import org.rnvr.democamera.Mode;

/** The native server, its main loop and its cameras. */
public final class RtspServer implements AutoCloseable {

    private static final int BACKLOG = 128;
    private static final int ONE_THREAD_PER_CLIENT = -1;

    private final Natives natives;
    private final DemoCameraOptions options;
    private final Launch launch;
    private final FeedPump pump;
    private final List<Clip> clips;
    private final Map<String, Mount> mounts = new LinkedHashMap<>();
    private final ClientRules rules;
    private final Filter disconnect = this::disconnect;
    private final Filter remove = (owner, session, data) -> GstRtspServer.FILTER_REMOVE;
    private final ScheduledExecutorService sessionSweeper =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "democamera-sessions"));
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Pointer server;
    private final Pointer context;
    private final Pointer loop;
    private final Thread loopThread;
    private int source;

    /** What to do with each client of the server or each session of the pool. */
    interface Filter extends Callback {
        int invoke(Pointer owner, Pointer member, Pointer data);
    }

    private RtspServer(Natives natives, DemoCameraOptions options, Launch launch, List<Clip> clips) {
        this.natives = natives;
        this.options = options;
        this.launch = launch;
        this.clips = clips;
        this.pump = new FeedPump();
        this.rules = new ClientRules(natives, options.getParameter(), options.sessionTimeoutSeconds());
        this.server = natives.server().gst_rtsp_server_new();
        this.context = natives.glib().g_main_context_new();
        this.loop = natives.glib().g_main_loop_new(context, false);
        this.loopThread = daemon(() -> natives.glib().g_main_loop_run(loop), "democamera-loop");
    }

    /**
     * Starts a server.
     *
     * @param options what it offers
     * @return the server, accepting clients
     * @throws DemoCameraException if it cannot start
     */
    public static RtspServer start(DemoCameraOptions options) throws DemoCameraException {
        Natives natives = Natives.load();
        new Requirements(natives.gst()).check(options);
        Launch launch = new Launch(options.video(), options.audio());
        List<String> names = names(options.cameras());
        List<Clip> clips = options.mode() == Mode.CLIP ? new ClipEncoder(natives, launch).encodeAll(names) : List.of();
        RtspServer server = new RtspServer(natives, options, launch, clips);
        try {
            server.configure(names);
            server.listen();
        } catch (DemoCameraException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /**
     * The cameras in the order of their numbers.
     *
     * @return the cameras
     */
    public List<DemoCamera> cameras() {
        int port = natives.server().gst_rtsp_server_get_bound_port(server);
        List<DemoCamera> cameras = new ArrayList<>();
        for (String name : mounts.keySet()) {
            cameras.add(new DemoCamera(name, uri(port, name)));
        }
        return cameras;
    }

    /**
     * A camera's mount point.
     *
     * @param camera the camera's name
     * @return its mount point
     * @throws IllegalArgumentException if there is no such camera
     */
    public Mount mount(String camera) {
        Mount mount = mounts.get(camera);
        if (mount == null) {
            throw new IllegalArgumentException("no camera is named " + camera);
        }
        return mount;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        sessionSweeper.shutdownNow();
        GLib glib = natives.glib();
        if (source != 0) {
            glib.g_source_destroy(glib.g_main_context_find_source_by_id(context, source));
            natives.server().gst_rtsp_server_client_filter(server, disconnect, null);
            Pointer sessions = natives.server().gst_rtsp_server_get_session_pool(server);
            natives.server().gst_rtsp_session_pool_filter(sessions, remove, null);
            natives.gobject().g_object_unref(sessions);
            awaitNoClients();
            glib.g_main_loop_quit(loop);
            awaitLoop();
        }
        pump.close();
        clips.forEach(Clip::close);
        natives.gobject().g_object_unref(server);
        glib.g_main_loop_unref(loop);
        glib.g_main_context_unref(context);
    }

    private void configure(List<String> names) {
        GstRtspServer rtsp = natives.server();
        rtsp.gst_rtsp_server_set_address(server, options.address());
        rtsp.gst_rtsp_server_set_service(server, Integer.toString(options.port()));
        rtsp.gst_rtsp_server_set_backlog(server, BACKLOG);
        Pointer threads = rtsp.gst_rtsp_server_get_thread_pool(server);
        rtsp.gst_rtsp_thread_pool_set_max_threads(threads, ONE_THREAD_PER_CLIENT);
        natives.gobject().g_object_unref(threads);
        if (options.maxSessions() > 0) {
            Pointer sessions = rtsp.gst_rtsp_server_get_session_pool(server);
            rtsp.gst_rtsp_session_pool_set_max_sessions(sessions, options.maxSessions());
            natives.gobject().g_object_unref(sessions);
        }
        rules.applyTo(server);
        options.login().ifPresent(login -> new Access(natives, login).guard(server));
        Pointer mountPoints = rtsp.gst_rtsp_server_get_mount_points(server);
        for (int index = 0; index < names.size(); index++) {
            addCamera(mountPoints, names.get(index), index);
        }
        natives.gobject().g_object_unref(mountPoints);
    }

    private void addCamera(Pointer mountPoints, String name, int index) {
        boolean live = options.mode() == Mode.LIVE;
        MediaSources sources = live
                ? bin -> Valves.of(natives, launch, bin)
                : bin -> ClipFeed.open(natives, pump, launch, clips.get(index), bin);
        Mount mount = new Mount(natives, launch, sources);
        Pointer factory = mount.createFactory(live ? launch.live(name, index + 1) : launch.repeat());
        options.login().ifPresent(login -> new Access(natives, login).permit(factory));
        // The mount points take over the factory's reference.
        natives.server().gst_rtsp_mount_points_add_factory(mountPoints, "/" + name, factory);
        mounts.put(name, mount);
    }

    private void listen() throws DemoCameraException {
        source = natives.server().gst_rtsp_server_attach(server, context);
        if (source == 0) {
            throw new DemoCameraException("Cannot listen at " + options.address() + " port " + options.port()
                    + ": the port is in use or the address is not this machine's.");
        }
        pump.start();
        loopThread.start();
        sessionSweeper.scheduleWithFixedDelay(this::forgetSilentSessions, 1, 1, TimeUnit.SECONDS);
    }

    private void forgetSilentSessions() {
        Pointer sessions = natives.server().gst_rtsp_server_get_session_pool(server);
        natives.server().gst_rtsp_session_pool_cleanup(sessions);
        natives.gobject().g_object_unref(sessions);
    }

    /** A client may be closed by its own thread only, which does so when its socket ends. */
    private int disconnect(Pointer owner, Pointer client, Pointer data) {
        Pointer connection = natives.server().gst_rtsp_client_get_connection(client);
        Pointer socket = natives.rtsp().gst_rtsp_connection_get_read_socket(connection);
        natives.gio().g_socket_shutdown(socket, true, true, null);
        return GstRtspServer.FILTER_KEEP;
    }

    /** Their callbacks must not come after this object is collected. */
    private void awaitNoClients() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        try {
            while (mounts.values().stream().anyMatch(Mount::hasClients) && System.nanoTime() < deadline) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitLoop() {
        try {
            loopThread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI uri(int port, String name) {
        try {
            return new URI("rtsp", null, options.address(), port, "/" + name, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("an address that can be listened at makes a valid URI", e);
        }
    }

    private static List<String> names(int cameras) {
        List<String> names = new ArrayList<>();
        for (int number = 1; number <= cameras; number++) {
            names.add("demo" + number);
        }
        return names;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
