package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
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
import org.rnvr.config.StreamingSettings.HorizontalAlignment;
import org.rnvr.config.StreamingSettings.Osd;
import org.rnvr.config.StreamingSettings.VerticalAlignment;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.pipeline.CameraPipeline;

/** What {@code streaming.show_*} and {@code streaming.osd_*} put over a picture, on the screen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class OsdTest {

    private static final String NAME = "Harbour gate";
    private static final CameraSettings CAMERA = Site.camera("harbour", NAME, 1, true);
    private static final RGB GROUND = new RGB(13, 16, 20);
    private static final RGB WHITE = new RGB(255, 255, 255);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int OLDEST_S = 3;
    private static final int WIDE = 640;

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private final Pictures picture = new Pictures("harbour");
    private List<ServiceRegistration<?>> services = List.of();

    OsdTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void aPictureIsShown() {
        show(Osd.DEFAULT);
        Watch watch = new Watch();
        watch.say(Site.status("harbour", ConnectionState.STREAMING));
        services = List.of(console.publish(CameraMonitor.class, watch), console.publish(CameraPipeline.class, picture));
        console.ui(() -> {
            console.toFront("org.rnvr.console.live");
            return null;
        });
        console.awaitUi("it is written over the picture", () -> caption().isPresent());
        assertTrue(console.ui(() -> body().getSize().x) >= WIDE, "the tile is wide enough for full size");
    }

    @AfterEach
    void everybodyGoes() {
        configuration.becomes(Site.USUAL, List.of());
        services.forEach(console::withdraw);
        console.awaitUi("no picture is left", () -> picture.shown().stream().allMatch(Pictures.Shown::isClosed));
        picture.shown().forEach(Pictures.Shown::leave);
    }

    @Test
    void nameAndTimeAreShownAsTheyAreWanted() throws Exception {
        awaitWritten("name and time", osd(true, true), NAME + "\n");
        console.screenshot("osd-name-and-time");
        awaitWritten("the time alone", osd(true, false), "");
        show(osd(false, true));
        console.awaitUi("the name alone", () -> isWritten(NAME, WHITE));
        show(osd(false, false));
        console.awaitUi("nothing", () -> caption().isEmpty());
    }

    @Test
    void theFontIsOfTheSizeAndColourThatIsWanted() throws Exception {
        for (int size : new int[] {6, 20, 36}) {
            RGB colour = new RGB(size, 200, 90);
            show(new Osd(
                    false,
                    true,
                    size,
                    colour.red,
                    colour.green,
                    colour.blue,
                    VerticalAlignment.TOP,
                    HorizontalAlignment.LEFT,
                    20,
                    15));
            console.awaitUi("size " + size, () -> isWritten(NAME, colour));
            assertEquals(
                    size,
                    console.ui(() ->
                            caption().orElseThrow().getFont().getFontData()[0].getHeight()));
        }
        console.screenshot("osd-large-green");
    }

    @Test
    void itStandsWhereItIsWanted() {
        for (VerticalAlignment vertical : VerticalAlignment.values()) {
            for (HorizontalAlignment horizontal : HorizontalAlignment.values()) {
                show(new Osd(false, true, 14, 255, 255, 255, vertical, horizontal, 31, 17));
                String where = vertical + " " + horizontal;
                console.awaitUi(
                        where,
                        () -> caption()
                                        .filter(control -> control.getLocation()
                                                .equals(place(
                                                        control.getSize(),
                                                        body().getClientArea(),
                                                        vertical,
                                                        horizontal)))
                                        .isPresent()
                                && isWritten(NAME, WHITE));
            }
        }
    }

    private static Point place(Point size, Rectangle area, VerticalAlignment vertical, HorizontalAlignment horizontal) {
        int x =
                switch (horizontal) {
                    case LEFT -> 31;
                    case CENTER -> (area.width - size.x) / 2;
                    case RIGHT -> area.width - size.x - 31;
                };
        int y =
                switch (vertical) {
                    case TOP -> 17;
                    case CENTER -> (area.height - size.y) / 2;
                    case BOTTOM -> area.height - size.y - 17;
                };
        return new Point(x, y);
    }

    private static Osd osd(boolean time, boolean name) {
        return new Osd(time, name, 14, 255, 255, 255, VerticalAlignment.TOP, HorizontalAlignment.LEFT, 20, 15);
    }

    private void awaitWritten(String what, Osd osd, String before) {
        show(osd);
        console.awaitUi(what, () -> {
            LocalDateTime now = LocalDateTime.now();
            return IntStream.rangeClosed(0, OLDEST_S)
                    .mapToObj(now::minusSeconds)
                    .anyMatch(moment -> isWritten(before + TIME.format(moment), WHITE));
        });
    }

    private void show(Osd osd) {
        StreamingSettings streaming = Site.streaming(new Layout(1, 1), osd);
        configuration.becomes(Site.configuration(Site.USUAL.ui(), streaming, Map.of(), CAMERA), List.of());
    }

    // From here on: on the UI thread.

    /** What a tile has below its head. */
    private Composite body() {
        return picture.shown().stream()
                .filter(shown -> !shown.isClosed())
                .findFirst()
                .flatMap(shown -> console.nativeWindow(shown.window()))
                .map(Control::getParent)
                .orElseThrow();
    }

    private Optional<Control> caption() {
        return picture.shown().stream().allMatch(Pictures.Shown::isClosed)
                ? Optional.empty()
                : Optional.of(body().getChildren()[0])
                        .filter(control -> control.getClass() == Canvas.class && control.isVisible());
    }

    /** Whether the screen shows these words in this colour, as they look when nothing but they is drawn. */
    private boolean isWritten(String words, RGB colour) {
        return caption()
                .filter(control -> {
                    Rectangle area = Display.getCurrent()
                            .map(control, null, new Rectangle(0, 0, control.getSize().x, control.getSize().y));
                    return pixels(RunningConsole.picture(area)).equals(pixels(drawn(words, colour, control)));
                })
                .isPresent();
    }

    private static ImageData drawn(String words, RGB colour, Control like) {
        Image image = new Image(Display.getCurrent(), like.getSize().x, like.getSize().y);
        GC gc = new GC(image);
        try {
            gc.setBackground(new Color(GROUND));
            gc.fillRectangle(image.getBounds());
            gc.setForeground(new Color(colour));
            gc.setFont(like.getFont());
            Point size = gc.textExtent(words);
            gc.drawText(words, (like.getSize().x - size.x) / 2, (like.getSize().y - size.y) / 2, true);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    private static List<RGB> pixels(ImageData data) {
        return IntStream.range(0, data.width * data.height)
                .mapToObj(number -> data.palette.getRGB(data.getPixel(number % data.width, number / data.width)))
                .toList();
    }
}
