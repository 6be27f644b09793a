package org.rnvr.democamera.internal;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.rnvr.democamera.GetParameter;

/** Makes every client's connection behave as the options say: GET_PARAMETER and the sessions' timeout. */
final class ClientRules {

    private static final int STATUS_OK = 200;
    private static final int STATUS_NOT_IMPLEMENTED = 501;
    private static final byte UNUSED_CHANNEL = (byte) 255;

    private final Natives natives;
    private final GetParameter getParameter;
    private final int sessionTimeoutSeconds;
    private final int publicHeader;
    private final ClientConnected connected = this::connected;
    private final NewSession newSession = this::newSession;
    private final PreGetParameter preGetParameter = this::preGetParameter;
    private final SendMessage sendMessage = this::sendMessage;

    /** Signal {@code client-connected} of the server. */
    interface ClientConnected extends Callback {
        void invoke(Pointer server, Pointer client, Pointer data);
    }

    /** Signal {@code new-session} of a client. */
    interface NewSession extends Callback {
        void invoke(Pointer client, Pointer session, Pointer data);
    }

    /** Signal {@code pre-get-parameter-request} of a client; the answer is a status. */
    interface PreGetParameter extends Callback {
        int invoke(Pointer client, Pointer context, Pointer data);
    }

    /** Signal {@code send-message} of a client. */
    interface SendMessage extends Callback {
        void invoke(Pointer client, Pointer context, Pointer message, Pointer data);
    }

    ClientRules(Natives natives, GetParameter getParameter, int sessionTimeoutSeconds) {
        this.natives = natives;
        this.getParameter = getParameter;
        this.sessionTimeoutSeconds = sessionTimeoutSeconds;
        this.publicHeader = natives.rtsp().gst_rtsp_find_header_field("Public");
    }

    void applyTo(Pointer server) {
        natives.connect(server, "client-connected", connected);
    }

    private void connected(Pointer server, Pointer client, Pointer data) {
        natives.connect(client, "new-session", newSession);
        switch (getParameter.behaviour()) {
            case ANSWER -> {}
            case REFUSE -> natives.connect(client, "pre-get-parameter-request", preGetParameter);
            case NOT_OFFERED -> {
                natives.connect(client, "pre-get-parameter-request", preGetParameter);
                natives.connect(client, "send-message", sendMessage);
            }
            case SWALLOW -> natives.connect(client, "send-message", sendMessage);
        }
    }

    private void newSession(Pointer client, Pointer session, Pointer data) {
        natives.server().gst_rtsp_session_set_timeout(session, sessionTimeoutSeconds);
    }

    private int preGetParameter(Pointer client, Pointer context, Pointer data) {
        return switch (getParameter.behaviour()) {
            case REFUSE -> getParameter.status();
            case NOT_OFFERED -> STATUS_NOT_IMPLEMENTED;
            default -> STATUS_OK;
        };
    }

    private void sendMessage(Pointer client, Pointer context, Pointer message, Pointer data) {
        if (getParameter.behaviour() == GetParameter.Behaviour.NOT_OFFERED) {
            hideGetParameter(message);
        } else if (answersGetParameter(context)) {
            // The server always sends something, never empty; clients ignore data of a channel they did not set up.
            natives.rtsp().gst_rtsp_message_unset(message);
            natives.rtsp().gst_rtsp_message_init_data(message, UNUSED_CHANNEL);
            natives.rtsp().gst_rtsp_message_set_body(message, new byte[1], 1);
        }
    }

    private void hideGetParameter(Pointer message) {
        PointerByReference value = new PointerByReference();
        if (natives.rtsp().gst_rtsp_message_get_header(message, publicHeader, value, 0) == 0) {
            String methods = Arrays.stream(value.getValue().getString(0).split(", *"))
                    .filter(method -> !method.equals("GET_PARAMETER"))
                    .collect(Collectors.joining(", "));
            natives.rtsp().gst_rtsp_message_remove_header(message, publicHeader, -1);
            natives.rtsp().gst_rtsp_message_add_header(message, publicHeader, methods);
        }
    }

    private boolean answersGetParameter(Pointer context) {
        if (context == null) {
            return false;
        }
        // struct GstRTSPContext { server, connection, client, request, … }
        Pointer request = context.getPointer(3L * Native.POINTER_SIZE);
        IntByReference method = new IntByReference();
        return request != null
                && natives.rtsp()
                                .gst_rtsp_message_parse_request(
                                        request, method, new PointerByReference(), new IntByReference())
                        == 0
                && method.getValue() == GstRtsp.METHOD_GET_PARAMETER;
    }
}
