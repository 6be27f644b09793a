package org.rnvr.pipeline.gst.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A camera that lets a session be set up to a certain request, and then refuses it or hangs up. */
final class RefusingCamera implements AutoCloseable {

    private static final String DESCRIPTION = String.join(
            "\r\n",
            "v=0",
            "o=- 0 0 IN IP4 127.0.0.1",
            "s=-",
            "t=0 0",
            "m=video 0 RTP/AVP 96",
            "c=IN IP4 0.0.0.0",
            "a=rtpmap:96 H264/90000",
            "a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z0LAH9oFB+RAAAADAEAAAAyDxgyo,aM48gA==",
            "a=control:track1",
            "");

    private final ServerSocket entrance = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final String refused;
    private final int status;

    /**
     * Such a camera.
     *
     * @param refused the method of the request
     * @param status the answer to it; 0 to hang up
     */
    RefusingCamera(String refused, int status) throws IOException {
        this.refused = refused;
        this.status = status;
        Thread thread = new Thread(this::serve, "refusing-camera");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "rtsp://127.0.0.1:" + entrance.getLocalPort() + "/stream";
    }

    private void serve() {
        try {
            while (!entrance.isClosed()) {
                try (Socket recorder = entrance.accept()) {
                    answer(recorder);
                }
            }
        } catch (IOException e) {
            if (!entrance.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void answer(Socket recorder) throws IOException {
        BufferedReader requests =
                new BufferedReader(new InputStreamReader(recorder.getInputStream(), StandardCharsets.ISO_8859_1));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            String method = line.split(" ")[0];
            String number = "";
            String transport = "";
            for (String field = requests.readLine(); !field.isEmpty(); field = requests.readLine()) {
                if (field.startsWith("CSeq:")) {
                    number = field;
                } else if (field.startsWith("Transport:")) {
                    transport = field + ";server_port=9998-9999;ssrc=1234ABCD";
                }
            }
            if (method.equals(refused) && status == 0) {
                return;
            }
            String answer = method.equals(refused) ? status + " Refused" : "200 OK";
            String rest =
                    switch (method) {
                        case "OPTIONS" -> "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER\r\n\r\n";
                        case "DESCRIBE" ->
                            "Content-Type: application/sdp\r\nContent-Length: " + DESCRIPTION.length() + "\r\n\r\n"
                                    + DESCRIPTION;
                        case "SETUP" -> transport + "\r\nSession: 1\r\n\r\n";
                        default -> "Session: 1\r\n\r\n";
                    };
            recorder.getOutputStream()
                    .write(("RTSP/1.0 " + answer + "\r\n" + number + "\r\n" + rest)
                            .getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
