package org.rnvr.product.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves a p2 repository over HTTP on this machine, well, or so that one of its artifacts does not arrive as it should. */
final class RepositoryServer implements AutoCloseable {

    /** What goes wrong with the artifact. */
    enum Fault {
        NONE,
        /** Half of it is sent, then the server is gone. */
        DIES,
        /** Half of it is sent as if that were all. */
        TRUNCATES,
        /** Its checksums are listed as those of another one. */
        LISTS_ANOTHER_CHECKSUM,
        /** Its signature is listed as that of another one. */
        LISTS_ANOTHER_SIGNATURE
    }

    private static final Pattern CHECKSUM = Pattern.compile("(?<=name='download\\.checksum\\.sha-512' value=')[^']+");
    private static final Pattern SIGNATURE = Pattern.compile("(?<=name='pgp\\.signatures' value=')[^']+");
    private static final int THREADS = 8;

    private final Path folder;
    private final String artifact;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private volatile ZonedDateTime since = ZonedDateTime.now(ZoneOffset.UTC);
    private volatile Fault fault = Fault.NONE;
    private volatile HttpServer server;

    private RepositoryServer(Path folder, String artifact) {
        this.folder = folder;
        this.artifact = artifact;
        server = listen(0);
    }

    /**
     * Begins to serve it well.
     *
     * @param artifact the name of the bundle with which something can go wrong
     */
    static RepositoryServer of(RepositoryCopy repository, String artifact) {
        return new RepositoryServer(repository.folder(), artifact);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/p2/";
    }

    /** From now on this goes wrong. A server that is gone is there again, at the same address. */
    void serve(Fault other) {
        if (fault == Fault.DIES) {
            server.stop(0);
            server = listen(server.getAddress().getPort());
        }
        fault = other;
        since = ZonedDateTime.now(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpServer listen(int port) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
            made.createContext("/p2/", this::answer);
            made.setExecutor(threads);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring("/p2/".length());
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_NOT_FOUND, -1);
                return;
            }
            boolean concerned = name.startsWith("plugins/" + artifact + "_");
            byte[] content = content(file, name, concerned);
            boolean dies = concerned && fault == Fault.DIES;
            exchange.getResponseHeaders().set("Last-Modified", since.format(DateTimeFormatter.RFC_1123_DATE_TIME));
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, -1);
                return;
            }
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, content.length);
            OutputStream body = exchange.getResponseBody();
            body.write(content, 0, dies ? content.length / 2 : content.length);
            body.flush();
            if (dies) {
                server.stop(0);
            }
        }
    }

    private byte[] content(Path file, String name, boolean concerned) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (concerned && fault == Fault.TRUNCATES) {
            return Arrays.copyOf(content, content.length / 2);
        }
        if (name.equals("artifacts.xml") && fault == Fault.LISTS_ANOTHER_CHECKSUM) {
            return withAnother(CHECKSUM, content);
        }
        if (name.equals("artifacts.xml") && fault == Fault.LISTS_ANOTHER_SIGNATURE) {
            return withAnother(SIGNATURE, content);
        }
        return content;
    }

    /** The list, with what is another artifact's for this one. */
    private byte[] withAnother(Pattern property, byte[] content) {
        String list = new String(content, UTF_8);
        Pattern entry = Pattern.compile(
                "(?s)<artifact classifier='osgi\\.bundle' id='" + Pattern.quote(artifact) + "'.*?</artifact>");
        Matcher other = property.matcher(entry.matcher(list).replaceFirst(""));
        if (!other.find()) {
            throw new AssertionError("The list has nothing like " + property);
        }
        return entry.matcher(list)
                .replaceFirst(found -> Matcher.quoteReplacement(
                        property.matcher(found.group()).replaceFirst(Matcher.quoteReplacement(other.group()))))
                .getBytes(UTF_8);
    }
}
