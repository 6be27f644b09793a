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
import org.rnvr.pipeline.CameraPipeline;

/** One camera on the wall: its picture, or why there is none. On the UI thread. */
final class Tile {

    private static final int FRAME = 2;

    private final Composite control;
    private final TileHead head;
    private final TileBody body;
    private final ClosingWindows closing;
    private final Silence silence;
    private final Executor ui;
    private Optional<PictureWindow> picture = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private String accessibleName = "";
    private boolean selected;

    /** Empty as yet; {@code surface} is told of every control that covers a part of the tile, also of later ones. */
    Tile(Composite parent, ClosingWindows closing, Silence silence, Clock clock, Consumer<Control> surface) {
        this.closing = closing;
        this.silence = silence;
        this.ui = new DisplayExecutor(parent.getDisplay());
        control = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = FRAME;
        layout.marginHeight = FRAME;
        layout.verticalSpacing = 0;
        control.setLayout(layout);
        control.addPaintListener(event -> {
            event.gc.setBackground(selected ? TileColors.SELECTED : TileColors.GROUND);
            event.gc.fillRectangle(control.getClientArea());
        });
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
        Optional<Duration> still = silence.of(camera, session -> pipeline.flatMap(it -> it.vitals(session)));
        TileContent content = TileContent.of(camera, still, obstacle());
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
            body.showPicture(osd, camera.name(), still.orElse(Duration.ZERO));
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

    private Optional<String> obstacle() {
        if (picture.isEmpty()) {
            return Optional.of(Messages.tile_no_pipeline);
        }
        picture.get().attach();
        if (picture.get().isImpossible()) {
            return Optional.of(Messages.tile_no_native_window);
        }
        return failure;
    }

    private void follow(Optional<CameraPipeline> pipeline) {
        if (!picture.map(PictureWindow::pipeline).equals(pipeline)) {
            closePicture();
            failure = Optional.empty();
            picture = pipeline.map(
                    it -> new PictureWindow(body.control(), it, closing, ui, reason -> failure = Optional.of(reason)));
            body.use(picture);
        }
    }

    private void closePicture() {
        picture.ifPresent(PictureWindow::close);
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
