package org.rnvr.console.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.UiSettings.WindowBounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers in the configuration where the window was. On the UI thread. */
public final class WindowMemory {

    private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);
    private static final long LIMIT_MS = 800;
    private static final String SECTION = "ui.window_state.";

    private final ConfigurationService configuration;
    private Optional<WindowBounds> latest = Optional.empty();

    /** In this configuration. */
    public WindowMemory(ConfigurationService configuration) {
        this.configuration = configuration;
    }

    /** Takes note of where the window is, unless it fills the screen or is hidden for the time being. */
    void note(Shell shell) {
        if (!shell.getMaximized() && !shell.getMinimized() && !shell.getFullScreen()) {
            Rectangle bounds = shell.getBounds();
            latest = Optional.of(new WindowBounds(bounds.x, bounds.y, bounds.width, bounds.height));
        }
    }

    /** Writes down what was noted last, if that is new. The disk is given a second at most; after that, it goes on without. */
    public void save() {
        Optional<WindowBounds> changed =
                latest.filter(bounds -> !configuration.current().ui().window().equals(Optional.of(bounds)));
        if (changed.isEmpty()) {
            return;
        }
        Thread writer = new Thread(() -> write(changed.get()), "rnvr-console-window-state");
        writer.setDaemon(true);
        writer.start();
        try {
            writer.join(LIMIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (writer.isAlive()) {
            LOG.warn("The place of the window is not written yet; ending without waiting for it");
        }
    }

    private void write(WindowBounds bounds) {
        try {
            configuration.change(List.of(
                    new ConfigurationEdit.Set(SECTION + "x", bounds.x()),
                    new ConfigurationEdit.Set(SECTION + "y", bounds.y()),
                    new ConfigurationEdit.Set(SECTION + "width", bounds.width()),
                    new ConfigurationEdit.Set(SECTION + "height", bounds.height())));
        } catch (ConfigurationRefusedException e) {
            LOG.warn("The place of the window could not be saved: {}", e.getMessage());
        }
    }
}
