package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.Credentials;
import org.rnvr.config.StreamingSettings;
import org.rnvr.config.Theme;
import org.rnvr.config.Transport;
import org.rnvr.control.CameraDescription;
import org.rnvr.control.CameraDiscovery;
import org.rnvr.control.CameraSearch;
import org.rnvr.control.ControlException;
import org.rnvr.control.FoundCamera;
import org.rnvr.pipeline.CameraTrial;
import org.rnvr.pipeline.CameraTrials;
import org.rnvr.pipeline.FailureKind;
import org.rnvr.pipeline.MediaDescription;
import org.rnvr.pipeline.SessionFailure;

/** Cameras are added, changed and deleted in dialogs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class EditingTest {

    private static final String RIGHT = "rtsp://192.0.2.9/stream1";
    private static final String SMALL = "rtsp://192.0.2.9/stream2";
    private static final String REASON = "The camera at 192.0.2.8 refuses user name and password.";

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private final Trials trials = new Trials();
    private ServiceRegistration<CameraTrials> service;

    EditingTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    /** Knows one address that works. */
    private static final class Trials implements CameraTrials {

        private final List<CameraSettings> tried = new CopyOnWriteArrayList<>();
        private volatile byte[] jpeg = new byte[0];

        @Override
        public CompletionStage<CameraTrial> tryOut(CameraSettings camera, StreamingSettings streaming) {
            tried.add(camera);
            return CompletableFuture.supplyAsync(() -> camera.rtspUrl().equals(RIGHT)
                    ? new CameraTrial.Seen(
                            new MediaDescription("h264", 1920, 1080, Optional.of("aac"), Transport.TCP),
                            25,
                            4_012_000,
                            new CameraTrial.Still(jpeg))
                    : new CameraTrial.Refused(new SessionFailure(FailureKind.UNAUTHORIZED, REASON)));
        }
    }

    @BeforeEach
    void open() {
        service = console.publish(CameraTrials.class, trials);
        trials.jpeg = console.ui(EditingTest::picture);
        configuration.becomes(Site.USUAL, List.of());
        console.ui(() -> {
            console.toFront("org.rnvr.console.cameras");
            console.window().forceActive();
            console.cameras().forceFocus();
            return null;
        });
        console.awaitUi("all cameras are listed", () -> console.cameras().getItemCount() == Site.CAMERAS.length);
    }

    @AfterEach
    void close() {
        console.ui(() -> {
            dialogs().forEach(Shell::close);
            return null;
        });
        console.withdraw(service);
        configuration.becomes(Site.USUAL, List.of());
    }

    @Test
    void aNewCameraIsTriedOutBeforeItIsSaved() throws Exception {
        execute("org.rnvr.console.camera.add");
        awaitDialog(said("Add Camera", "카메라 추가"));
        type(0, said("Loading bay", "하역 구역"));
        assertEquals(said("loading-bay", "camera-1"), text(1));
        type(1, "b@d");
        assertTrue(
                shows(said("1 to 64", "1~64")) && !isEnabled(said("Add", "추가")), "a wrong id is named as it is typed");
        console.screenshot("camera-add-wrong-id");
        type(1, "bay");
        type(2, "rtsp://operator:s3cret@192.0.2.8/stream1");
        press(said("Add", "추가"));
        console.awaitUi(
                "why it does not work is said, and asked", () -> dialogs().size() == 2);
        console.screenshot("camera-add-refused");
        press(said("Back", "돌아가기"));
        console.awaitUi("back", () -> dialogs().size() == 1);
        assertEquals("operator", trials.tried.get(0).credentials().username());
        assertFalse(trials.tried.get(0).rtspUrl().contains("s3cret"));
        assertTrue(console.ui(() -> labels().stream().anyMatch(REASON::equals)));
        type(2, RIGHT);
        press(said("Try Out", "시험 연결"));
        console.awaitUi("it works", () -> shown(said("It works", "정상")));
        console.screenshot("camera-add-works");
        press(said("Add", "추가"));
        console.awaitUi("saved", () -> dialogs().isEmpty());
        List<ConfigurationEdit> edits = configuration.edits();
        var put = (ConfigurationEdit.PutCamera) edits.get(edits.size() - 1);
        assertEquals("bay", put.cameraId());
        assertEquals(RIGHT, put.keys().get("rtsp_url"));
        assertEquals(Boolean.TRUE, put.keys().get("recording_enabled_start"));
        assertFalse(configuration.wasChangedOnUiThread());
    }

    @Test
    void theMessageStandsOnTheGroundOfItsDialog() throws Exception {
        for (Theme theme : Theme.values()) {
            configuration.becomes(
                    Site.configuration(Site.ui(theme, true, Site.USUAL.ui().window()), Site.CAMERAS), List.of());
            execute("org.rnvr.console.camera.add");
            awaitDialog(said("Add Camera", "카메라 추가"));
            console.awaitUi(
                    theme + ": one ground around the message",
                    () -> grounds(message()).size() == 1);
            console.screenshot("camera-add-" + theme.name().toLowerCase(Locale.ROOT));
            console.ui(() -> {
                top().close();
                return null;
            });
            console.awaitUi("closed", () -> dialogs().isEmpty());
        }
    }

    private static Text message() {
        return RunningConsole.within(top(), Text.class).stream()
                .filter(text ->
                        (text.getStyle() & SWT.READ_ONLY) != 0 && text.getText().contains(said("tried out", "시험 연결")))
                .findFirst()
                .orElseThrow();
    }

    /** The colours down the right edge of a text, where there are no words, from above it to below it. */
    private static Set<Integer> grounds(Text text) {
        Point size = text.getSize();
        Rectangle edge = text.getDisplay().map(text, null, new Rectangle(size.x - 4, -4, 1, size.y + 8));
        ImageData picture = RunningConsole.picture(edge);
        return IntStream.range(0, picture.height)
                .mapToObj(y -> picture.getPixel(0, y))
                .collect(Collectors.toSet());
    }

    @Test
    void aCameraThatIsFoundIsAddedWithItsStreams() throws Exception {
        ServiceRegistration<CameraDiscovery> discovery = console.publish(CameraDiscovery.class, new Finder());
        try {
            execute("org.rnvr.console.camera.find");
            awaitDialog(said("Find Cameras", "카메라 찾기"));
            console.awaitUi("two are found", () -> found().getItemCount() == 2);
            console.ui(() -> {
                found().setSelection(1);
                found().notifyListeners(SWT.Selection, new Event());
                return null;
            });
            type(0, "viewer");
            type(1, "wrong");
            press(said("Next", "다음"));
            RunningConsole.await(
                    "the refusal is said",
                    () -> shows(said("refuses the user name or password", "사용자 이름이나 비밀번호를 거부합니다")));
            console.screenshot("cameras-found");
            assertEquals(List.of(), console.ui(() -> Walk.around(top())));
            type(1, "right");
            press(said("Next", "다음"));
            awaitDialog(said("Add Camera", "카메라 추가"));
            assertEquals("Dome 7", text(0));
            assertEquals("dome-7", text(1));
            assertEquals(RIGHT, text(2));
            assertEquals("rtsp://192.0.2.9/stream2", text(3));
            assertEquals("viewer", text(4));
        } finally {
            console.withdraw(discovery);
        }
    }

    private static Table found() {
        return RunningConsole.within(top(), Table.class).get(0);
    }

    /** Finds two cameras, of which the second streams to who knows its password. */
    private static final class Finder implements CameraDiscovery {

        @Override
        public CameraSearch search(Duration limit, Consumer<FoundCamera> found) {
            found.accept(camera("urn:uuid:1", "192.0.2.7", "Bullet 2"));
            found.accept(camera("urn:uuid:2", "192.0.2.9", "Dome 7"));
            return new CameraSearch() {
                @Override
                public CompletionStage<Void> done() {
                    return CompletableFuture.completedStage(null);
                }

                @Override
                public void close() {
                    // has ended already
                }
            };
        }

        private static FoundCamera camera(String id, String host, String name) {
            return new FoundCamera(
                    id, List.of(URI.create("http://" + host + "/onvif/device_service")), name, "AX-7", "");
        }

        @Override
        public CompletionStage<CameraDescription> describe(URI service, Credentials credentials) {
            return credentials.password().equals("right")
                    ? CompletableFuture.completedStage(new CameraDescription(
                            "Maker", "AX-7", "1", "1", List.of(stream(RIGHT, 1920, 1080), stream(SMALL, 640, 360))))
                    : CompletableFuture.failedStage(
                            new ControlException(ControlException.Reason.NOT_AUTHORIZED, service.getHost()));
        }

        private static CameraDescription.Stream stream(String url, int width, int height) {
            return new CameraDescription.Stream(url, "", "eye", "H264", width, height, 25, false, url);
        }
    }

    @Test
    void aCameraIsChangedWithoutWhatStays() throws Exception {
        selectRow(1);
        execute("org.rnvr.console.camera.edit");
        awaitDialog(said("Edit Camera", "카메라 편집"));
        assertEquals("yard", text(1));
        type(0, said("Back yard", "뒷마당"));
        console.screenshot("camera-edit");
        press(said("Save", "저장"));
        console.awaitUi("saved", () -> dialogs().isEmpty());
        List<ConfigurationEdit> edits = configuration.edits();
        assertEquals(
                new ConfigurationEdit.PutCamera("yard", Map.of("name", said("Back yard", "뒷마당"))),
                edits.get(edits.size() - 1));
    }

    @Test
    void aCameraIsDeletedAfterAQuestion() throws Exception {
        selectRow(2);
        execute("org.rnvr.console.camera.delete");
        awaitDialog(said("Delete Camera", "카메라 삭제"));
        console.screenshot("camera-delete");
        press(said("Delete", "삭제"));
        console.awaitUi("deleted", () -> configuration.edits().contains(new ConfigurationEdit.RemoveCamera("ramp")));
    }

    private void selectRow(int row) {
        console.ui(() -> {
            console.select(row);
            return null;
        });
    }

    private void execute(String command) {
        console.later(() -> {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            try {
                window.getService(IHandlerService.class).executeCommand(command, null);
            } catch (Exception e) {
                throw new IllegalStateException(command, e);
            }
        });
    }

    private void awaitDialog(String title) {
        console.awaitUi(title + " is open", () -> dialogs().stream()
                .anyMatch(shell -> shell.getText().equals(title)));
    }

    private void type(int field, String text) {
        console.ui(() -> {
            Text target = texts().get(field);
            target.forceFocus();
            Event key = new Event();
            key.type = SWT.KeyDown;
            target.notifyListeners(SWT.KeyDown, key);
            target.setText(text);
            target.notifyListeners(SWT.FocusOut, new Event());
            return null;
        });
    }

    private String text(int field) {
        return console.ui(() -> texts().get(field).getText());
    }

    private void press(String button) {
        console.later(() -> buttons(button).get(0).notifyListeners(SWT.Selection, new Event()));
    }

    private boolean isEnabled(String button) {
        return console.ui(() -> buttons(button).get(0).isEnabled());
    }

    private boolean shows(String part) {
        return console.ui(() -> RunningConsole.within(top(), Text.class).stream()
                .anyMatch(text -> text.getText().contains(part)));
    }

    // From here on: on the UI thread.

    private static List<Shell> dialogs() {
        return RunningConsole.dialogs();
    }

    private static Shell top() {
        List<Shell> open = dialogs();
        return open.get(open.size() - 1);
    }

    private static List<Text> texts() {
        return RunningConsole.within(top(), Text.class).stream()
                .filter(text -> (text.getStyle() & SWT.READ_ONLY) == 0)
                .toList();
    }

    private static List<String> labels() {
        return RunningConsole.words(top());
    }

    private static boolean shown(String words) {
        return labels().contains(words);
    }

    private static List<Button> buttons(String text) {
        return RunningConsole.within(top(), Button.class).stream()
                .filter(button -> button.getText().replace("&", "").equals(text))
                .toList();
    }

    private static byte[] picture() {
        Display display = Display.getCurrent();
        Image image = new Image(display, 320, 180);
        GC gc = new GC(image);
        try {
            gc.setBackground(display.getSystemColor(SWT.COLOR_DARK_CYAN));
            gc.fillRectangle(0, 0, 320, 180);
            gc.setBackground(display.getSystemColor(SWT.COLOR_YELLOW));
            gc.fillOval(120, 50, 80, 80);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            loader.save(out, SWT.IMAGE_JPEG);
            return out.toByteArray();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
