package org.rnvr.console.internal.playback;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.live.ClosingWindows;
import org.rnvr.console.internal.live.PictureWindow;
import org.rnvr.console.internal.live.TileHead;
import org.rnvr.console.internal.live.TileMessage;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;
import org.rnvr.console.internal.playback.model.MomentText;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.playback.CameraPicture;

/** A recorded picture, with whose it is and of when; or why there is none. On the UI thread. */
final class PictureTile {

    private final String cameraId;
    private final String name;
    private final Deck deck;
    private final MomentText text;
    private final Composite control;
    private final TileHead head;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final TileMessage message;
    private final Supplier<PictureWindow> windows;
    private Optional<PictureWindow> picture = Optional.empty();
    private String accessibleName;

    PictureTile(Composite parent, String cameraId, String name, Deck deck, ClosingWindows closing, MomentText text) {
        this.cameraId = cameraId;
        this.name = name;
        this.deck = deck;
        this.text = text;
        this.accessibleName = name;
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
        Executor ui = new DisplayExecutor(parent.getDisplay());
        windows = () ->
                new PictureWindow(body, new Rectangle(0, 0, 1, 1), deck.pictures(cameraId), closing, ui, surface -> {});
        control.addDisposeListener(event -> close());
        makeAccessible();
    }

    Composite control() {
        return control;
    }

    String cameraId() {
        return cameraId;
    }

    /** Shows what the player has of the camera now. Cheap when nothing changed. */
    void refresh() {
        if (!deck.isThere()) {
            tell(new Told(Symbol.UNKNOWN, Messages.picture_no_player), Messages.picture_no_player_text);
            return;
        }
        attach();
        deck.picture(cameraId)
                .ifPresentOrElse(this::show, () -> tell(new Told(Symbol.CONNECTING, Messages.picture_loading), ""));
    }

    /** Shows the same again where something lay over it. */
    void redraw() {
        picture.ifPresent(PictureWindow::redraw);
    }

    private void show(CameraPicture shown) {
        String when = shown.frame().map(text::millis).orElse("");
        switch (shown.kind()) {
            case RECORDED -> seen(new Told(Symbol.PLAYED, when));
            case LOADING -> {
                if (shown.frame().isPresent()) {
                    seen(new Told(Symbol.CONNECTING, when));
                } else {
                    tell(new Told(Symbol.CONNECTING, Messages.picture_loading), Reasons.told(shown.text()));
                }
            }
            case NOT_RECORDED ->
                tell(new Told(Symbol.RECORDING_OFF, Messages.picture_not_recorded), Causes.told(shown.text()));
            case FAILED -> tell(new Told(Symbol.ERROR, Messages.picture_failed), Reasons.told(shown.text()));
        }
    }

    private void seen(Told told) {
        head.show(name, told, false);
        accessibleName = NLS.bind(Messages.picture_accessible, name, told.words());
        picture.map(PictureWindow::control)
                .filter(window -> stack.topControl != window)
                .ifPresent(window -> {
                    bringUp(message.control());
                    message.clear(() -> bringUp(window));
                });
    }

    private void tell(Told told, String more) {
        head.show(name, told, false);
        accessibleName = NLS.bind(Messages.picture_accessible, name, told.words());
        message.show(told, more);
        bringUp(message.control());
    }

    private void attach() {
        if (picture.isEmpty()) {
            picture = Optional.of(windows.get());
            body.layout();
        }
        PictureWindow window = picture.get();
        if (!window.isAttached()) {
            // Whether there are native windows is known of one that is to be seen.
            window.control().setVisible(true);
            window.attach();
            window.control().setVisible(stack.topControl == window.control());
        }
    }

    private void close() {
        picture.ifPresent(PictureWindow::close);
        picture = Optional.empty();
    }

    private void bringUp(Control shown) {
        if (!body.isDisposed() && stack.topControl != shown) {
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
