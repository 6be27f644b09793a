package org.rnvr.console.internal.live;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.Messages;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.TileContent;
import org.rnvr.console.internal.model.Told;
import org.rnvr.pipeline.CameraPipeline;

/** One camera on the wall: its picture, or why there is none. On the UI thread. */
final class Tile {

    private final Composite control;
    private final TileHead head;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final TileMessage message;
    private final ClosingWindows closing;
    private final Silence silence;
    private final Executor ui;
    private Optional<PictureWindow> picture = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private String accessibleName = "";

    Tile(Composite parent, ClosingWindows closing, Silence silence) {
        this.closing = closing;
        this.silence = silence;
        this.ui = new DisplayExecutor(parent.getDisplay());
        control = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        control.setLayout(layout);
        head = new TileHead(control);
        GridData headData = new GridData(SWT.FILL, SWT.TOP, true, false);
        headData.heightHint = head.height();
        head.control().setLayoutData(headData);
        body = new Composite(control, SWT.NONE);
        body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        body.setLayout(stack);
        message = new TileMessage(body);
        stack.topControl = message.control();
        control.addDisposeListener(event -> closePicture());
        makeAccessible();
    }

    Composite control() {
        return control;
    }

    /** Shows a camera. Cheap when nothing changed. */
    void show(Camera camera, Optional<CameraPipeline> pipeline) {
        follow(pipeline);
        TileContent content = TileContent.of(camera, pipeline.flatMap(it -> silence.of(camera, it)), obstacle());
        head.show(camera.name(), content.told(), content instanceof TileContent.Stale);
        accessibleName =
                NLS.bind(Messages.tile_accessible, camera.name(), content.told().words());
        if (content instanceof TileContent.Nothing nothing) {
            message.show(nothing.reason(), nothing.text());
            bringUp(message.control());
        } else if (picture.isPresent() && stack.topControl != picture.get().control()) {
            bringUp(message.control());
            message.clear(() -> picture.map(PictureWindow::control).ifPresent(this::bringUp));
        }
    }

    /** Shows that there is no camera. */
    void showNothing(Told told, String text) {
        follow(Optional.empty());
        head.show("", told, false);
        accessibleName = told.words();
        message.show(told, text);
        bringUp(message.control());
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
            pipeline.ifPresent(this::openPicture);
        }
    }

    private void openPicture(CameraPipeline pipeline) {
        picture = Optional.of(new PictureWindow(body, pipeline, closing, ui, reason -> failure = Optional.of(reason)));
    }

    private void closePicture() {
        picture.ifPresent(PictureWindow::close);
        picture = Optional.empty();
    }

    private void bringUp(Control shown) {
        if (stack.topControl != shown) {
            stack.topControl = shown;
            body.layout();
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
