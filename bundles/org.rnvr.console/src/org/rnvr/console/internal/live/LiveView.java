package org.rnvr.console.internal.live;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.part.ViewPart;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.Messages;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;
import org.rnvr.event.Registration;

/** The picture of the camera that was selected last; of the first one at start. */
public final class LiveView extends ViewPart {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.live";

    private static final int TICK_MS = 250;

    @Inject
    private Cameras cameras;

    @Inject
    private ConfigurationService configuration;

    @Inject
    private ClosingWindows closing;

    private Tile tile;
    private Optional<String> selected = Optional.empty();

    @Override
    public void createPartControl(Composite parent) {
        parent.setLayout(new FillLayout());
        tile = new Tile(parent, closing, new Silence(System::nanoTime));
        Registration watching = cameras.observe(new Coalescer(new DisplayExecutor(parent.getDisplay()), this::refresh));
        ISelectionListener selecting = (part, selection) -> select(selection);
        getSite().getPage().addSelectionListener(selecting);
        tile.control().addDisposeListener(event -> {
            watching.close();
            getSite().getPage().removeSelectionListener(selecting);
        });
        parent.getDisplay().asyncExec(this::tick);
    }

    @Override
    public void setFocus() {
        tile.control().setFocus();
    }

    private void tick() {
        if (!tile.control().isDisposed()) {
            refresh();
            tile.control().getDisplay().timerExec(TICK_MS, this::tick);
        }
    }

    private void select(ISelection selection) {
        if (selection instanceof IStructuredSelection structured
                && structured.getFirstElement() instanceof Camera camera) {
            selected = Optional.of(camera.id());
            refresh();
        }
    }

    private void refresh() {
        if (tile.control().isDisposed()) {
            return;
        }
        selected.flatMap(cameras::camera).or(this::first).ifPresentOrElse(this::show, this::showNothing);
    }

    private Optional<Camera> first() {
        List<Camera> all = cameras.list();
        return all.stream().filter(Camera::enabled).findFirst().or(() -> all.stream()
                .findFirst());
    }

    private void show(Camera camera) {
        tile.show(camera, cameras.pipeline(camera.id()));
    }

    private void showNothing() {
        tile.showNothing(
                new Told(Symbol.NOTE, Messages.tile_no_camera),
                NLS.bind(Messages.tile_no_camera_text, configuration.file()));
    }
}
