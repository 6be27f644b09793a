package org.rnvr.console.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.Rectangle;
import org.rnvr.config.UiSettings.WindowBounds;

/** Where the window opens: where it was last, as far as that is on a screen that is still there. */
final class WindowPlace {

    static final int DEFAULT_WIDTH = 1280;
    static final int DEFAULT_HEIGHT = 800;

    private WindowPlace() {}

    /**
     * A place on one of the screens.
     *
     * @param last where the window was
     * @param screens what is usable of each screen, the first is the primary one; at least one
     */
    static Rectangle on(List<Rectangle> screens, Optional<WindowBounds> last) {
        return last.map(bounds -> new Rectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height()))
                .flatMap(wanted -> onBestOf(screens, wanted))
                .orElseGet(() -> centredOn(screens.get(0)));
    }

    private static Optional<Rectangle> onBestOf(List<Rectangle> screens, Rectangle wanted) {
        return screens.stream()
                .filter(wanted::intersects)
                .max(Comparator.comparingLong(screen -> area(screen.intersection(wanted))))
                .map(screen -> fitted(wanted, screen));
    }

    private static Rectangle fitted(Rectangle wanted, Rectangle screen) {
        int width = Math.min(wanted.width, screen.width);
        int height = Math.min(wanted.height, screen.height);
        return new Rectangle(
                Math.max(screen.x, Math.min(wanted.x, screen.x + screen.width - width)),
                Math.max(screen.y, Math.min(wanted.y, screen.y + screen.height - height)),
                width,
                height);
    }

    private static Rectangle centredOn(Rectangle screen) {
        int width = Math.min(DEFAULT_WIDTH, screen.width);
        int height = Math.min(DEFAULT_HEIGHT, screen.height);
        return new Rectangle(
                screen.x + (screen.width - width) / 2, screen.y + (screen.height - height) / 2, width, height);
    }

    private static long area(Rectangle rectangle) {
        return (long) rectangle.width * rectangle.height;
    }
}
