package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;
import org.rnvr.lab.fixture.Await;
import org.rnvr.lab.fixture.CameraProcess;
import org.rnvr.lab.fixture.Product;
import org.rnvr.lab.fixture.RunningRecorder;

/** The console of the product in the hands of a person who has a keyboard and nothing else. */
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyboardTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String SITE = "Harbour store";
    private static final String WALL = "Live 2 \u2013 " + SITE;
    private static final byte[] DONE = ("<ResponseStatus xmlns=\"http://www.hikvision.com/ver20/XMLSchema\">"
                    + "<statusCode>1</statusCode><statusString>OK</statusString></ResponseStatus>")
            .getBytes(StandardCharsets.UTF_8);
    private static final String CONFIGURATION =
            """
            {
              "app": {"app_name": "Harbour store"},
              "cameras": [
                {"camera_id": "front", "name": "Front", "rtsp_url": "%1$s",
                 "streaming_enabled_start": true, "recording_enabled_start": true},
                {"camera_id": "yard", "name": "Yard", "rtsp_url": "%2$s", "ptz_type": "HIK", "ptz_port": %3$d,
                 "streaming_enabled_start": true, "recording_enabled_start": true}
              ],
              "menu_keys": {"record_start": "Ctrl+R", "record_stop": "Ctrl+T", "prev_group": "K"},
              "ptz_keys": {"up": "I"}
            }
            """;

    private final Path data = Product.folder("keyboard");
    private final Path configuration = data.resolve("IT_RNVR.json");
    private final Path layout = data.resolve("workspace/.metadata/.plugins/org.eclipse.e4.workbench/workbench.xmi");
    private final List<String> motor = new CopyOnWriteArrayList<>();
    private HttpServer http;
    private CameraProcess cameras;
    private XDesktop desktop;
    private RunningRecorder product;

    @BeforeAll
    void theConsoleIsOpen() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::turn);
        http.start();
        cameras = CameraProcess.start("--port", "0", "--cameras", "3", "--mode", "clip");
        Files.writeString(
                configuration,
                CONFIGURATION.formatted(
                        cameras.url("demo1"),
                        cameras.url("demo2"),
                        http.getAddress().getPort()));
        desktop = new XDesktop(data);
        product = RunningRecorder.startConsole(data, configuration, desktop.name());
        desktop.awaitActive(SITE);
        product.journal().await("recording_started", "front", 1, LIMIT);
        product.journal().await("recording_started", "yard", 1, LIMIT);
    }

    @AfterAll
    void everythingEnds() {
        Optional.ofNullable(product).ifPresent(RunningRecorder::close);
        Optional.ofNullable(desktop).ifPresent(XDesktop::close);
        Optional.ofNullable(cameras).ifPresent(CameraProcess::close);
        http.stop(0);
    }

    /** What a camera by ISAPI answers that can be turned and has nothing else to say. A question may come after a movement. */
    private void turn(HttpExchange request) throws IOException {
        byte[] asked = request.getRequestBody().readAllBytes();
        if (request.getRequestMethod().equals("PUT")) {
            motor.add(new String(asked, StandardCharsets.UTF_8));
            request.sendResponseHeaders(200, DONE.length);
            request.getResponseBody().write(DONE);
        } else {
            request.sendResponseHeaders(404, -1);
        }
        request.close();
    }

    @Test
    void fullScreenComesAndGoes() {
        desktop.press("Alt+Return");
        desktop.awaitFullScreen(true);
        desktop.press("F11");
        desktop.awaitFullScreen(false);
        desktop.press("F11");
        desktop.awaitFullScreen(true);
        desktop.press("Escape");
        desktop.awaitFullScreen(false);
    }

    @Test
    void aTileIsChosenByArrowsAndCommandedByTheKeysOfTheConfiguration() {
        desktop.press("Alt+2", "Right", "Ctrl+t");
        product.journal().await("recording_stopped", "yard", 1, LIMIT);
        desktop.press("Ctrl+r");
        product.journal().await("recording_started", "yard", 2, LIMIT);
        desktop.press("Return", "k", "Ctrl+t");
        product.journal().await("recording_stopped", "front", 1, LIMIT);
        desktop.press("Ctrl+r");
        product.journal().await("recording_started", "front", 2, LIMIT);
        desktop.press("Escape");
    }

    @Test
    void thePlaybackIsReachedAndLeft() {
        desktop.press("Ctrl+2", "b");
        desktop.awaitActive("Bookmark");
        desktop.press("Escape");
        desktop.awaitActive(SITE);
        desktop.press("Ctrl+1", "F11");
        desktop.awaitFullScreen(true);
        desktop.press("F11");
        desktop.awaitFullScreen(false);
    }

    @Test
    void aCameraIsAddedByTypingAlone() {
        desktop.press("Ctrl+n");
        desktop.awaitActive("Add Camera");
        desktop.type("Never");
        desktop.press("Escape");
        desktop.awaitActive(SITE);
        assertFalse(written().contains("Never"), written());
        desktop.press("Ctrl+n");
        desktop.awaitActive("Add Camera");
        desktop.type("Rear gate");
        desktop.press("Tab", "Tab");
        desktop.type(cameras.url("demo3"));
        desktop.press("Return");
        product.journal().await("streaming", "rear-gate", 1, LIMIT);
        desktop.awaitActive(SITE);
    }

    @Test
    void preferencesAreOpenedAndLeft() {
        desktop.press("Ctrl+comma");
        desktop.awaitActive("Preferences");
        desktop.press("Escape");
        desktop.awaitActive(SITE);
    }

    /** One of the last: the view that it opens keeps the keyboard. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void aViewIsFoundByItsNameAndTheCameraMovedByTheKeysOfTheConfiguration() {
        desktop.press("Alt+2", "Up", "Left", "Right", "Ctrl+Shift+a");
        desktop.awaitActive("Find Actions");
        desktop.type("ptz");
        Await.value("what was found", LIMIT, () -> {
            String active = desktop.activeTitle();
            if (active.equals("Find Actions")) {
                desktop.press("Return");
            }
            return Optional.of(active).filter(SITE::equals);
        });
        desktop.hold("i");
        Await.value("the camera moving up", LIMIT, () -> motor.stream()
                .filter(asked -> asked.matches("(?s).*<tilt>[1-9].*"))
                .findFirst());
        desktop.letGo("i");
        Await.value("the camera at rest", LIMIT, () -> motor.stream()
                .reduce((first, last) -> last)
                .filter(asked -> asked.contains("<tilt>0</tilt>")));
        desktop.press("Ctrl+1");
    }

    /** The last one: it ends the console, which need not live to save anything then. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aFurtherWallComesBackAfterARestart() {
        desktop.press("Ctrl+Shift+n");
        desktop.awaitActive(WALL);
        Await.value("the layout with a further wall", LIMIT, () -> Optional.of(layout())
                .filter(saved -> saved.contains("org.rnvr.console.live:2")));
        assertEquals(0, product.end("TERM").exitCode(), product.terminal());
        product = RunningRecorder.startConsole(data, configuration, desktop.name());
        desktop.awaitOnTop(WALL);
        desktop.awaitMoving();
    }

    private String written() {
        return read(configuration);
    }

    private String layout() {
        return Files.exists(layout) ? read(layout) : "";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
