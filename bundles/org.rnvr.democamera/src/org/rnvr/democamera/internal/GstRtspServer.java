package org.rnvr.democamera.internal;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;

/** The functions of libgstrtspserver and libgstrtsp that the server needs. */
public interface GstRtspServer extends Library {

    int TRANSPORT_UDP_AND_TCP = 1 | 4;
    int AUTH_BASIC = 1;
    int AUTH_DIGEST = 2;
    int FILTER_REMOVE = 0;
    int FILTER_KEEP = 1;

    Pointer gst_rtsp_server_new();

    void gst_rtsp_server_set_address(Pointer server, String address);

    void gst_rtsp_server_set_service(Pointer server, String service);

    void gst_rtsp_server_set_backlog(Pointer server, int backlog);

    int gst_rtsp_server_attach(Pointer server, Pointer context);

    int gst_rtsp_server_get_bound_port(Pointer server);

    Pointer gst_rtsp_server_get_mount_points(Pointer server);

    Pointer gst_rtsp_server_get_session_pool(Pointer server);

    Pointer gst_rtsp_server_get_thread_pool(Pointer server);

    void gst_rtsp_server_set_auth(Pointer server, Pointer auth);

    Pointer gst_rtsp_server_client_filter(Pointer server, Callback filter, Pointer data);

    void gst_rtsp_thread_pool_set_max_threads(Pointer pool, int threads);

    void gst_rtsp_session_pool_set_max_sessions(Pointer pool, int sessions);

    int gst_rtsp_session_pool_cleanup(Pointer pool);

    Pointer gst_rtsp_session_pool_filter(Pointer pool, Callback filter, Pointer data);

    Pointer gst_rtsp_client_get_connection(Pointer client);

    void gst_rtsp_session_set_timeout(Pointer session, int seconds);

    void gst_rtsp_mount_points_add_factory(Pointer mountPoints, String path, Pointer factory);

    Pointer gst_rtsp_media_factory_new();

    void gst_rtsp_media_factory_set_launch(Pointer factory, String description);

    void gst_rtsp_media_factory_set_protocols(Pointer factory, int protocols);

    void gst_rtsp_media_factory_set_shared(Pointer factory, boolean shared);

    void gst_rtsp_media_factory_add_role_from_structure(Pointer factory, Pointer structure);

    Pointer gst_rtsp_media_get_element(Pointer media);

    Pointer gst_rtsp_media_get_stream(Pointer media, int index);

    Pointer gst_rtsp_stream_get_srcpad(Pointer stream);

    int gst_rtsp_stream_get_index(Pointer stream);

    Pointer gst_rtsp_auth_new();

    void gst_rtsp_auth_set_supported_methods(Pointer auth, int methods);

    void gst_rtsp_auth_set_realm(Pointer auth, String realm);

    Pointer gst_rtsp_auth_make_basic(String user, String password);

    void gst_rtsp_auth_add_basic(Pointer auth, String basic, Pointer token);

    void gst_rtsp_auth_add_digest(Pointer auth, String user, String password, Pointer token);

    Pointer gst_rtsp_token_new_empty();

    void gst_rtsp_token_set_string(Pointer token, String field, String value);
}
