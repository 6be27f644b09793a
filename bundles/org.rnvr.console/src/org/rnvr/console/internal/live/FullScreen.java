package org.rnvr.console.internal.live;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.rnvr.config.UiSettings;

/**
 * The wall alone on the whole screen. It stays in its window, above all else in it, because native windows survive a move
 * within a window. On the UI thread.
 */
final class FullScreen {

    private final Composite wall;
    private final UnaryOperator<Composite> bar;
    private final Supplier<UiSettings> settings;
    private final LongSupplier nanoTime;
    private Optional<Cover> cover = Optional.empty();

    /**
     * Not in full screen.
     *
     * @param wall what fills the screen
     * @param bar makes the controls in a parent
     * @param settings when the controls hide
     * @param nanoTime the time
     */
    FullScreen(Composite wall, UnaryOperator<Composite> bar, Supplier<UiSettings> settings, LongSupplier nanoTime) {
        this.wall = wall;
        this.bar = bar;
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    boolean isOn() {
        return cover.isPresent();
    }

    void toggle() {
        if (isOn()) {
            leave();
        } else {
            cover = Optional.of(new Cover(wall.getShell()));
        }
    }

    void leave() {
        cover.filter(it -> !it.shell.isDisposed()).ifPresent(Cover::open);
        cover = Optional.empty();
    }

    /** Hides the controls when the mouse has not been moved for long enough, and brings them back when it is. */
    void tick() {
        cover.ifPresent(Cover::tick);
    }

    /** What lies over a window in full screen. */
    private final class Cover {

        private final Shell shell;
        private final Composite home = wall.getParent();
        private final Menu menu;
        private final List<Control> hidden;
        private final Composite composite;
        private final Composite controls;
        private final Idleness mouse;
        private final ControlListener follow = ControlListener.controlResizedAdapter(event -> arrange());

        Cover(Shell shell) {
            this.shell = shell;
            menu = shell.getMenuBar();
            hidden = Arrays.stream(shell.getChildren())
                    .filter(Control::getVisible)
                    .toList();
            composite = new Composite(shell, SWT.NONE);
            wall.setParent(composite);
            controls = bar.apply(composite);
            controls.moveAbove(null);
            mouse = new Idleness(shell.getDisplay().getCursorLocation(), nanoTime.getAsLong());
            hidden.forEach(control -> control.setVisible(false));
            composite.moveAbove(null);
            shell.setMenuBar(null);
            shell.setFullScreen(true);
            shell.addControlListener(follow);
            arrange();
        }

        void open() {
            shell.removeControlListener(follow);
            if (!home.isDisposed()) {
                wall.setParent(home);
                home.layout();
            }
            composite.dispose();
            hidden.stream().filter(control -> !control.isDisposed()).forEach(control -> control.setVisible(true));
            if (menu != null && !menu.isDisposed()) {
                shell.setMenuBar(menu);
            }
            shell.setFullScreen(false);
            shell.layout();
        }

        void tick() {
            Duration idle = mouse.at(shell.getDisplay().getCursorLocation(), nanoTime.getAsLong());
            UiSettings now = settings.get();
            boolean wanted = !now.fullscreenAutoHide() || idle.compareTo(now.fullscreenAutoHideDelay()) < 0;
            if (controls.getVisible() != wanted) {
                controls.setVisible(wanted);
            }
        }

        private void arrange() {
            Rectangle area = shell.getClientArea();
            composite.setBounds(area);
            wall.setBounds(0, 0, area.width, area.height);
            Point size = controls.computeSize(SWT.DEFAULT, SWT.DEFAULT);
            controls.setBounds((area.width - size.x) / 2, area.height - size.y, size.x, size.y);
        }
    }
}
