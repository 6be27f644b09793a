package org.rnvr.democamera.internal;

import com.sun.jna.Pointer;
import org.rnvr.democamera.Login;

/** Lets in who presents a login, and nobody else. */
final class Access {

    private static final String REALM = "RNVR demo camera";
    private static final String ROLE = "viewer";

    private final Natives natives;
    private final Login login;

    Access(Natives natives, Login login) {
        this.natives = natives;
        this.login = login;
    }

    void guard(Pointer server) {
        GstRtspServer rtsp = natives.server();
        Pointer auth = rtsp.gst_rtsp_auth_new();
        Pointer token = rtsp.gst_rtsp_token_new_empty();
        rtsp.gst_rtsp_token_set_string(token, "media.factory.role", ROLE);
        rtsp.gst_rtsp_auth_set_realm(auth, REALM);
        switch (login.scheme()) {
            case BASIC -> {
                rtsp.gst_rtsp_auth_set_supported_methods(auth, GstRtspServer.AUTH_BASIC);
                Pointer basic = rtsp.gst_rtsp_auth_make_basic(login.user(), login.password());
                rtsp.gst_rtsp_auth_add_basic(auth, basic.getString(0), token);
                natives.glib().g_free(basic);
            }
            case DIGEST -> {
                rtsp.gst_rtsp_auth_set_supported_methods(auth, GstRtspServer.AUTH_DIGEST);
                rtsp.gst_rtsp_auth_add_digest(auth, login.user(), login.password(), token);
            }
        }
        natives.gst().gst_mini_object_unref(token);
        rtsp.gst_rtsp_server_set_auth(server, auth);
        natives.gobject().g_object_unref(auth);
    }

    void permit(Pointer factory) {
        Pointer role = natives.gst()
                .gst_structure_from_string(
                        ROLE + ", media.factory.access=(boolean)true, media.factory.construct=(boolean)true", null);
        natives.server().gst_rtsp_media_factory_add_role_from_structure(factory, role);
        natives.gst().gst_structure_free(role);
    }
}
