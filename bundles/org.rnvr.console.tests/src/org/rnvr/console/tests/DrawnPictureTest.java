package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.Layout;
import org.rnvr.config.StreamingSettings;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.Picture;

/** A tile whose picture is drawn, because its window cannot be drawn in or there is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class DrawnPictureTest {

    private static final CameraSettings CAMERA = Site.camera("harbour", "Harbour gate", 1, true);
    private static final RGB RED = new RGB(250, 10, 20);
    private static final RGB BLUE = new RGB(30, 40, 240);
    private static final RGB GREEN = new RGB(0, 200, 5);
    private static final RGB BLACK = new RGB(0, 0, 0);
    private static final RGB WARNING = new RGB(240, 176, 0);
    private static final int MANY = 200;
    /** Lower than every tile is in proportion: there is black above it and below it. */
    private static final Point STRIP = new Point(400, 100);

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private Pictures picture;
    private Watch watch;
    private List<ServiceRegistration<?>> services = List.of();
    private Composite body;

    DrawnPictureTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void aPictureIsShown() {
        picture = new Pictures("harbour");
        StreamingSettings streaming = Site.streaming(new Layout(1, 1), StreamingSettings.DEFAULT.osd());
        configuration.becomes(Site.configuration(Site.USUAL.ui(), streaming, Map.of(), CAMERA), List.of());
        watch = new Watch();
        watch.say(Site.status("harbour", ConnectionState.STREAMING));
        services = List.of(console.publish(CameraMonitor.class, watch), console.publish(CameraPipeline.class, picture));
        console.ui(() -> {
            console.toFront("org.rnvr.console.live");
            return null;
        });
        console.awaitUi(
                "it is in its window",
                () -> picture.shown().size() == 1 && nativeWindow().isVisible());
        body = console.ui(() -> nativeWindow().getParent());
    }

    @AfterEach
    void everybodyGoes() {
        configuration.becomes(Site.USUAL, List.of());
        services.forEach(console::withdraw);
        console.awaitUi(
                "no picture is left",
                () -> picture.shown().stream().allMatch(Pictures.Shown::isClosed)
                        && picture.drawn().stream().allMatch(Pictures.Drawn::isClosed));
        picture.shown().forEach(Pictures.Shown::leave);
    }

    @Test
    void aPictureWhoseWindowFailsIsDrawnInstead() throws Exception {
        assertEquals(0, picture.drawn().size());
        Pictures.Drawn drawn = failWindow();
        assertTrue(picture.shown().get(0).isClosed());
        assertEquals(console.ui(() -> size(body)), drawn.size());
        drawn.paint(STRIP.x, STRIP.y, RED, BLUE);
        awaitSeen(RED, BLUE);
        assertEquals(
                List.of(BLACK, BLACK),
                console.ui(() ->
                        List.of(seen(0.5, (1 - stripHeight()) / 2 - 0.05), seen(0.5, (1 + stripHeight()) / 2 + 0.05))),
                "its proportions are kept");
        console.awaitUi("name and time are over it", this::hasCaption);
        console.screenshot("drawn-dark");
        drawn.paint(STRIP.x, STRIP.y, BLUE, GREEN);
        awaitSeen(BLUE, GREEN);
        assertEquals(1, picture.drawn().size());
        assertEquals(1, picture.shown().size(), "the window is not tried again");
    }

    @Test
    void whereThereIsNoNativeWindowThePictureIsDrawn() {
        console.ui(() -> {
            nativeWindow().embeddedHandle = 0;
            return null;
        });
        console.awaitUi("it is drawn", () -> picture.drawn().size() == 1);
        picture.drawn().get(0).paint(STRIP.x, STRIP.y, GREEN, RED);
        awaitSeen(GREEN, RED);
    }

    @Test
    void aWindowThatFailsAsItIsTakenAwayIsNotDrawnInstead() {
        console.ui(() -> {
            picture.failWindow(picture.shown().get(0));
            console.hide("org.rnvr.console.live");
            return null;
        });
        assertTrue(picture.shown().get(0).isClosed());
        console.ui(() -> {
            console.toFront("org.rnvr.console.live");
            return null;
        });
        console.awaitUi(
                "it is in a window again",
                () -> picture.shown().size() == 2 && !picture.shown().get(1).isClosed());
        assertEquals(List.of(), picture.drawn());
    }

    @Test
    void aDrawnPictureThatStandsStillIsDarkened() throws Exception {
        Pictures.Drawn drawn = failWindow();
        drawn.paint(STRIP.x, STRIP.y, RED, BLUE);
        awaitSeen(RED, BLUE);
        picture.stopFlowing(Duration.ofSeconds(4));
        watch.say(Site.status("harbour", ConnectionState.SUSPECT));
        console.awaitUi("words across the picture", this::hasWarning);
        console.awaitUi("the picture is dark", () -> isDark(seen(0.05, 0.5), RED) && isDark(seen(0.95, 0.5), BLUE));
        console.screenshot("drawn-suspect-dark");
        picture.flow();
        watch.say(Site.status("harbour", ConnectionState.STREAMING));
        drawn.paint(STRIP.x, STRIP.y, GREEN, BLUE);
        awaitSeen(GREEN, BLUE);
        assertFalse(drawn.isClosed());
    }

    @Test
    void picturesThatComeFasterThanTheyAreDrawnArePassedOverAndForgotten() {
        Pictures.Drawn drawn = failWindow();
        int kept = console.ui(() -> {
            List<WeakReference<Picture>> passed = IntStream.range(0, MANY)
                    .mapToObj(number -> new WeakReference<>(drawn.paint(STRIP.x, STRIP.y, BLUE, BLUE)))
                    .toList();
            drawn.paint(STRIP.x, STRIP.y, RED, GREEN);
            System.gc();
            return (int) passed.stream()
                    .filter(reference -> !reference.refersTo(null))
                    .count();
        });
        assertTrue(kept <= 1, kept + " pictures are kept that were never drawn");
        awaitSeen(RED, GREEN);
    }

    @Test
    void aDrawnPictureFollowsItsTileAndTheMouse() {
        Pictures.Drawn drawn = failWindow();
        Control canvas = console.ui(this::canvas);
        assertTrue(console.ui(() -> canvas.isListening(SWT.MouseDoubleClick) && canvas.isListening(SWT.MenuDetect)));
        Point before = drawn.size();
        console.ui(() -> {
            console.window()
                    .setSize(
                            console.window().getSize().x - 100, console.window().getSize().y - 50);
            return null;
        });
        console.awaitUi(
                "its size is told",
                () -> !drawn.size().equals(before) && drawn.size().equals(size(body)));
        console.ui(() -> {
            console.window()
                    .setSize(
                            console.window().getSize().x + 100, console.window().getSize().y + 50);
            return null;
        });
        console.awaitUi("and told again", () -> drawn.size().equals(before));
        drawn.paint(STRIP.x, STRIP.y, RED, GREEN);
        awaitSeen(RED, GREEN);
    }

    @Test
    void whatCannotBeDecodedIsNotDrawnEither() {
        picture.fail(picture.shown().get(0), "No decoder can show H.264 video.");
        console.awaitUi("words in place of the picture", () -> !nativeWindow().isVisible());
        assertEquals(List.of(), picture.drawn());
    }

    private Pictures.Drawn failWindow() {
        picture.failWindow(picture.shown().get(0));
        console.awaitUi("it is drawn", () -> picture.drawn().size() == 1);
        return picture.drawn().get(0);
    }

    private void awaitSeen(RGB left, RGB right) {
        console.awaitUi(
                left + " beside " + right,
                () -> seen(0.05, 0.5).equals(left) && seen(0.95, 0.5).equals(right));
    }

    // From here on: on the UI thread.

    private Composite nativeWindow() {
        return console.nativeWindow(picture.shown().get(0).window()).orElseThrow();
    }

    /** Where it is drawn: below all that lies over it. */
    private Control canvas() {
        return IntStream.range(0, body.getChildren().length)
                .mapToObj(number -> body.getChildren()[number])
                .filter(child -> child.isVisible() && size(child).equals(size(body)))
                .findFirst()
                .orElseThrow();
    }

    private boolean hasCaption() {
        return body.getChildren()[0].isVisible() && size(body.getChildren()[0]).y < size(body).y;
    }

    private static Point size(Control control) {
        return control.getSize();
    }

    private double stripHeight() {
        return (double) size(body).x * STRIP.y / STRIP.x / size(body).y;
    }

    /** The colour on the screen at a place in the tile. */
    private RGB seen(double x, double y) {
        ImageData data = screen();
        return data.palette.getRGB(data.getPixel((int) (x * data.width), (int) (y * data.height)));
    }

    private static boolean isDark(RGB seen, RGB bright) {
        return seen.red <= bright.red / 2 + 10
                && seen.green <= bright.green / 2 + 10
                && seen.blue <= bright.blue / 2 + 10
                && seen.red + seen.green + seen.blue > 60;
    }

    private boolean hasWarning() {
        ImageData data = screen();
        return IntStream.range(0, data.width * data.height).anyMatch(number -> data.palette
                .getRGB(data.getPixel(number % data.width, number / data.width))
                .equals(WARNING));
    }

    private ImageData screen() {
        return RunningConsole.picture(Display.getCurrent().map(body, null, body.getClientArea()));
    }
}
