package org.rnvr.console.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PerspectiveAdapter;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationRefusedException;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.UiSettings.DockState;
import org.rnvr.console.internal.cameras.CamerasView;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.playback.PlaybackView;
import org.rnvr.console.internal.recording.RecordingView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The views that {@code ui.dock_state} opens and closes where cameras are watched. What a person opens and closes is written
 * there. On the UI thread.
 */
final class Docks {

    private static final Logger LOG = LoggerFactory.getLogger(Docks.class);

    private final ConfigurationService configuration;
    private final IWorkbenchWindow window;
    private final Executor ui;
    private DockState seen;
    private DockState wanted;
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    /** As the configuration says. */
    Docks(ConfigurationService configuration, IWorkbenchWindow window, Executor ui) {
        this.configuration = configuration;
        this.window = window;
        this.ui = ui;
        this.seen = configured();
        this.wanted = seen;
    }

    /** Opens and closes what is to be, and takes note of what people do from now on. */
    void open() {
        arrange();
        window.getActivePage().addPartListener(new Parts(new Coalescer(ui, this::note)));
        window.addPerspectiveListener(new PerspectiveAdapter() {
            @Override
            public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
                arrange();
            }
        });
    }

    /** Follows the configuration, once all that was noted is in it. */
    void follow() {
        if (written.isDone() && !seen.equals(configured())) {
            seen = configured();
            if (!wanted.equals(seen)) {
                wanted = seen;
                arrange();
            }
        }
    }

    private DockState configured() {
        return configuration.current().ui().docks();
    }

    private void arrange() {
        watching().ifPresent(page -> Stream.of(Dock.values()).forEach(dock -> {
            boolean open = dock.isOpen(page);
            if (!open && dock.of.test(wanted)) {
                show(page, dock);
            } else if (open && !dock.of.test(wanted)) {
                page.hideView(page.findViewReference(dock.view));
            }
        }));
    }

    private static void show(IWorkbenchPage page, Dock dock) {
        try {
            page.showView(dock.view, null, IWorkbenchPage.VIEW_CREATE);
        } catch (PartInitException e) {
            LOG.error("The view {} cannot be opened", dock.view, e);
        }
    }

    private void note() {
        DockState before = wanted;
        Optional<DockState> now = watching().map(Docks::present).filter(present -> !present.equals(before));
        if (now.isPresent()) {
            wanted = now.get();
            List<ConfigurationEdit> edits = Stream.of(Dock.values())
                    .filter(dock -> dock.of.test(before) != dock.of.test(wanted))
                    .<ConfigurationEdit>map(dock -> new ConfigurationEdit.Set(dock.path, dock.of.test(wanted)))
                    .toList();
            written = written.thenRunAsync(() -> write(edits), Docks::onThreadOfItsOwn);
            written.thenRunAsync(this::follow, ui);
        }
    }

    private void write(List<ConfigurationEdit> edits) {
        try {
            configuration.change(edits);
        } catch (ConfigurationRefusedException e) {
            LOG.warn("Which views are open could not be saved: {}", e.getMessage());
        }
    }

    private Optional<IWorkbenchPage> watching() {
        return window.getWorkbench().isClosing()
                ? Optional.empty()
                : Optional.ofNullable(window.getActivePage())
                        .filter(page -> page.getPerspective() != null
                                && page.getPerspective().getId().equals(WatchingPerspective.ID));
    }

    private static DockState present(IWorkbenchPage page) {
        return new DockState(Dock.CAMERA.isOpen(page), Dock.RECORDING.isOpen(page), Dock.PLAYBACK.isOpen(page));
    }

    private static void onThreadOfItsOwn(Runnable task) {
        Thread thread = new Thread(task, "rnvr-console-docks");
        thread.setDaemon(true);
        thread.start();
    }

    private enum Dock {
        CAMERA(CamerasView.ID, "ui.dock_state.camera_visible", DockState::camera),
        RECORDING(RecordingView.ID, "ui.dock_state.recording_visible", DockState::recording),
        PLAYBACK(PlaybackView.ID, "ui.dock_state.playback_visible", DockState::playback);

        private final String view;
        private final String path;
        private final Predicate<DockState> of;

        Dock(String view, String path, Predicate<DockState> of) {
            this.view = view;
            this.path = path;
            this.of = of;
        }

        boolean isOpen(IWorkbenchPage page) {
            return page.findViewReference(view) != null;
        }
    }

    private record Parts(Runnable changed) implements IPartListener2 {

        @Override
        public void partOpened(IWorkbenchPartReference part) {
            changed.run();
        }

        @Override
        public void partClosed(IWorkbenchPartReference part) {
            changed.run();
        }

        @Override
        public void partVisible(IWorkbenchPartReference part) {
            changed.run();
        }

        @Override
        public void partHidden(IWorkbenchPartReference part) {
            changed.run();
        }
    }
}
