package org.rnvr.console.internal.live;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.rnvr.config.StreamingSettings.Osd;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.TileContent;
import org.rnvr.console.internal.model.Told;
import org.rnvr.pipeline.Arrivals;
import org.rnvr.pipeline.CameraPipeline;

/** One camera on the wall: its picture, or why there is none. On the UI thread. */
final class Tile {

    private static final int FRAME = 2;

    private final Composite control;
    private final TileHead head;
    private final TileBody body;
    private final ClosingWindows closing;
    private final Silence silence;
    private final Consumer<Control> surface;
    private final Executor ui;
    private Optional<LivePicture> picture = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private String accessibleName = "";
    private boolean selected;

    /** Empty as yet; {@code surface} is told of every control that covers a part of the tile, also of later ones. */
    Tile(Composite parent, ClosingWindows closing, Silence silence, Clock clock, Consumer<Control> surface) {
        this.closing = closing;
        this.silence = silence;
        this.surface = surface;
        this.ui = new DisplayExecutor(parent.getDisplay());
        control = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = FRAME;
        layout.marginHeight = FRAME;
        layout.verticalSpacing = 0;
        control.setLayout(layout);
        control.addPaintListener(event -> paint(event.gc));
        control.addListener(SWT.FocusIn, event -> control.redraw());
        control.addListener(SWT.FocusOut, event -> control.redraw());
        head = new TileHead(control);
        GridData headData = new GridData(SWT.FILL, SWT.TOP, true, false);
        headData.heightHint = head.height();
        head.control().setLayoutData(headData);
        body = new TileBody(control, clock, surface);
        body.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        surface.accept(control);
        surface.accept(head.control());
        control.addDisposeListener(event -> closePicture());
        makeAccessible();
    }

    Composite control() {
        return control;
    }

    /** Shows a camera. Cheap when nothing changed. */
    void show(Camera camera, Optional<CameraPipeline> pipeline, Osd osd) {
        follow(pipeline);
        Silence.Told still = silence.of(
                camera,
                session -> pipeline.flatMap(it -> it.vitals(session)),
                picture.map(LivePicture::window).map(PictureWindow::pictures).orElse(Arrivals.NONE));
        TileContent content = TileContent.of(camera, still.time(), still.standstill(), obstacle());
        Told recording = Told.recordingOf(camera);
        boolean telling = recording.symbol() != Symbol.UNKNOWN && recording.symbol() != Symbol.RECORDING_OFF;
        head.show(
                camera.name(),
                content.told(),
                Optional.of(recording).filter(told -> telling),
                content instanceof TileContent.Stale);
        name(NLS.bind(
                Messages.tile_accessible,
                camera.name(),
                telling
                        ? content.told().words() + ", " + recording.words()
                        : content.told().words()));
        if (content instanceof TileContent.Nothing nothing) {
            body.showMessage(nothing.reason(), nothing.text());
        } else if (content instanceof TileContent.Stale stale) {
            body.showLast(stale.told().words());
        } else {
            body.showPicture(osd, camera.name(), still.time().orElse(Duration.ZERO));
        }
    }

    /** Shows that there is no camera. */
    void showNothing(Told told, String text) {
        follow(Optional.empty());
        head.show("", told, Optional.empty(), false);
        name(told.words());
        body.showMessage(told, text);
    }

    /** Decodes no longer, until the next camera is shown. */
    void rest() {
        follow(Optional.empty());
    }

    void setSelected(boolean now) {
        if (selected != now) {
            selected = now;
            control.redraw();
        }
    }

    /** The frame of the selected tile is thick while the tile has the keyboard, and else thin. */
    private void paint(GC gc) {
        Rectangle area = control.getClientArea();
        gc.setBackground(selected && control.isFocusControl() ? TileColors.SELECTED : TileColors.GROUND);
        gc.fillRectangle(area);
        if (selected) {
            gc.setForeground(TileColors.SELECTED);
            gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
        }
    }

    private Optional<String> obstacle() {
        if (picture.isEmpty()) {
            return Optional.of(Messages.tile_no_pipeline);
        }
        picture.get().window().attach();
        return failure;
    }

    private void follow(Optional<CameraPipeline> pipeline) {
        if (!picture.map(LivePicture::pipeline).equals(pipeline)) {
            closePicture();
            failure = Optional.empty();
            picture = pipeline.map(it -> new LivePicture(
                    body.control(), it, closing, ui, this::cover, reason -> failure = Optional.of(reason)));
            body.use(picture.map(LivePicture::window));
        }
    }

    /** The picture is in this control from now on. */
    private void cover(Control control) {
        surface.accept(control);
        body.order();
    }

    private void closePicture() {
        picture.ifPresent(LivePicture::close);
        picture = Optional.empty();
    }

    private void name(String words) {
        if (!accessibleName.equals(words)) {
            accessibleName = words;
            control.getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
        }
    }

    private void makeAccessible() {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = accessibleName;
            }
        });
        control.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_GRAPHIC;
            }
        });
    }
}
