package org.rnvr.pipeline.gst.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** The way of TCP between a recorder and a camera; any of its connections can be interrupted, and resumed with a burst. */
final class Wire implements AutoCloseable {

    private final ServerSocket entrance;
    private final URI camera;
    private final List<Connection> connections = new ArrayList<>();

    /** A way to the camera at this address. */
    Wire(String cameraUrl) throws IOException {
        camera = URI.create(cameraUrl);
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept, "wire");
    }

    /** Where the camera is reached by this way. */
    String url() {
        return "rtsp://127.0.0.1:" + entrance.getLocalPort() + camera.getPath();
    }

    /** A connection, in the order in which they were made. */
    synchronized Connection connection(int index) {
        return connections.get(index);
    }

    private void accept() throws IOException {
        while (true) {
            Socket recorder = entrance.accept();
            Connection connection = new Connection(recorder, new Socket(camera.getHost(), camera.getPort()));
            synchronized (this) {
                connections.add(connection);
            }
            connection.start();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        entrance.close();
        for (Connection connection : connections) {
            connection.close();
        }
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Task task, String name) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (SocketException e) {
                        // One side closed: so ends every connection.
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection. */
    static final class Connection {

        private final Socket recorder;
        private final Socket camera;
        private final ByteArrayOutputStream said = new ByteArrayOutputStream();
        private final Queue<byte[]> toRecorder = new ArrayDeque<>();
        private final Queue<byte[]> toCamera = new ArrayDeque<>();
        private boolean interrupted;

        private Connection(Socket recorder, Socket camera) throws IOException {
            this.recorder = recorder;
            this.camera = camera;
            recorder.setTcpNoDelay(true);
            camera.setTcpNoDelay(true);
        }

        private void start() {
            Wire.start(() -> read(recorder, toCamera), "wire-from-recorder");
            Wire.start(() -> read(camera, toRecorder), "wire-from-camera");
            Wire.start(() -> write(toCamera, camera), "wire-to-camera");
            Wire.start(() -> write(toRecorder, recorder), "wire-to-recorder");
        }

        private void read(Socket from, Queue<byte[]> queue) throws IOException {
            InputStream input = from.getInputStream();
            byte[] bytes = new byte[1 << 16];
            for (int length = input.read(bytes); length >= 0; length = input.read(bytes)) {
                byte[] part = new byte[length];
                System.arraycopy(bytes, 0, part, 0, length);
                put(queue, part);
            }
            put(queue, new byte[0]);
        }

        private synchronized void put(Queue<byte[]> queue, byte[] part) {
            if (queue == toCamera) {
                said.writeBytes(part);
            }
            queue.add(part);
            notifyAll();
        }

        private void write(Queue<byte[]> queue, Socket to) throws IOException, InterruptedException {
            for (byte[] part = take(queue); part.length > 0; part = take(queue)) {
                to.getOutputStream().write(part);
            }
            to.shutdownOutput();
        }

        private synchronized byte[] take(Queue<byte[]> queue) throws InterruptedException {
            while (interrupted || queue.isEmpty()) {
                wait();
            }
            return queue.remove();
        }

        /** Lets nothing through any more, in either direction, and keeps it. */
        synchronized void interrupt() {
            interrupted = true;
        }

        /** Lets through what was kept, and all that comes. */
        synchronized void resume() {
            interrupted = false;
            notifyAll();
        }

        /** How often the recorder made a request. */
        synchronized int requests(String method) {
            return said.toString(StandardCharsets.ISO_8859_1).split("(?<![\\w-])" + method + " rtsp://", -1).length - 1;
        }

        private void close() throws IOException {
            recorder.close();
            camera.close();
        }
    }
}
