package org.rnvr.console.internal.live;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.menus.IMenuService;
import org.eclipse.ui.part.ViewPart;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.Layout;
import org.rnvr.config.StreamingSettings.Osd;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;
import org.rnvr.event.Registration;

/**
 * A wall of live pictures. The first one begins in the layout that the configuration says, further ones in that they were left
 * in; cameras stay where they were put. A camera that is selected elsewhere in the workbench is brought onto the screen.
 */
public final class LiveView extends ViewPart {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.live";

    private static final int TICK_MS = 250;
    private static final Told NO_CAMERAS = new Told(Symbol.NOTE, Messages.tile_no_camera);
    private static final Told EMPTY = new Told(Symbol.EMPTY, Messages.tile_empty);

    @Inject
    private Cameras cameras;

    @Inject
    private ConfigurationService configuration;

    @Inject
    private ClosingWindows closing;

    private final WallSelection selection = new WallSelection();
    private Optional<IMemento> left = Optional.empty();
    private Wall wall;
    private Tour tour;
    private WallTiles tiles;
    private Silence silence;
    private FullScreen fullScreen;
    private Watched watched;
    private Layout configuredLayout;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        if (site.getSecondaryId() != null) {
            setPartName(NLS.bind(Messages.wall_number, site.getSecondaryId()));
        }
        left = Optional.ofNullable(memento);
    }

    @Override
    public void saveState(IMemento memento) {
        WallMemory.save(memento, wall, tour.interval());
    }

    @Override
    public void createPartControl(Composite parent) {
        recall();
        parent.setLayout(new FillLayout());
        Clock clock = Clock.systemDefaultZone();
        silence = new Silence(System::nanoTime, clock);
        tiles = new WallTiles(
                parent,
                (where, surface) -> new Tile(where, closing, silence, clock, surface),
                new TileGestures(() -> wall, this::change, cameras::camera, new TileMenu(getSite(), selection)));
        fullScreen = new FullScreen(
                tiles.control(), this::createBar, () -> configuration.current().ui(), System::nanoTime);
        watched = new Watched(getSite(), tiles.control(), this::refresh);
        getSite().setSelectionProvider(selection);
        Registration watching = cameras.observe(new Coalescer(new DisplayExecutor(parent.getDisplay()), this::refresh));
        ISelectionListener selecting = (part, selected) -> {
            if (part != this) {
                follow(selected);
            }
        };
        IWorkbenchPage page = getSite().getPage();
        page.addSelectionListener(selecting);
        tiles.control().addDisposeListener(event -> {
            watching.close();
            watched.close();
            page.removeSelectionListener(selecting);
        });
        tiles.show(wall);
        refresh();
        selection.set(wall.selectedCamera().flatMap(cameras::camera));
        parent.getDisplay().asyncExec(this::tick);
    }

    @Override
    public void setFocus() {
        tiles.focus();
    }

    @Override
    public void dispose() {
        if (fullScreen != null && !tiles.control().isDisposed()) {
            fullScreen.leave();
        }
        super.dispose();
    }

    Layout layout() {
        return wall.layout();
    }

    /** Does with the wall what a person wants. */
    void change(UnaryOperator<Wall> wanted) {
        show(wanted.apply(wall));
        tour = tour.from(System.nanoTime());
        selection.set(wall.selectedCamera().flatMap(cameras::camera));
    }

    /** Selects a camera and brings it onto the screen. */
    public void select(String camera) {
        wall.placeOf(camera).ifPresent(place -> change(current -> current.select(place)));
    }

    /** Turns the pages by itself from now on; zero: no longer. */
    void tour(Duration interval) {
        tour = new Tour(interval, System.nanoTime());
    }

    /** Fills the screen, or no longer. */
    public void toggleFullScreen() {
        fullScreen.toggle();
        tiles.focus();
    }

    /** Whether there is something to leave: full screen, or one tile alone. */
    boolean canLeave() {
        return wall.full() || fullScreen.isOn();
    }

    /** Shows all tiles of the page again, or else leaves full screen. */
    void leave() {
        if (wall.full()) {
            change(Wall::toggleFull);
        } else {
            fullScreen.leave();
            tiles.focus();
        }
    }

    private void recall() {
        configuredLayout = configuration.current().streaming().defaultLayout();
        Layout layout = left.filter(it -> getViewSite().getSecondaryId() != null)
                .flatMap(WallMemory::layout)
                .orElse(configuredLayout);
        wall = new Wall(layout, left.map(WallMemory::places).orElse(List.of()), 0, 0, false);
        tour = new Tour(left.map(WallMemory::tour).orElse(Duration.ZERO), System.nanoTime());
    }

    private void tick() {
        if (!tiles.control().isDisposed()) {
            if (tour.isDue(System.nanoTime())) {
                tour = tour.from(System.nanoTime());
                show(wall.tour(true));
            }
            fullScreen.tick();
            refresh();
            tiles.control().getDisplay().timerExec(TICK_MS, this::tick);
        }
    }

    private void follow(ISelection selected) {
        if (selected instanceof IStructuredSelection structured
                && structured.getFirstElement() instanceof Camera camera) {
            wall.placeOf(camera.id()).ifPresent(place -> show(wall.select(place)));
        }
    }

    private void show(Wall next) {
        if (!next.equals(wall)) {
            wall = next;
            tiles.show(wall);
        }
        refreshTiles();
    }

    private void refresh() {
        if (tiles.control().isDisposed()) {
            return;
        }
        silence.follow(cameras.list());
        Layout layout = configuration.current().streaming().defaultLayout();
        boolean otherLayout = !layout.equals(configuredLayout) && getViewSite().getSecondaryId() == null;
        configuredLayout = layout;
        Wall current = wall.holding(
                cameras.list().stream().filter(Camera::enabled).map(Camera::id).toList());
        show(otherLayout ? current.in(layout) : current);
    }

    private void refreshTiles() {
        boolean noCameras = wall.places().isEmpty();
        Osd osd = configuration.current().streaming().osd();
        tiles.forEach((id, tile) -> id.flatMap(cameras::camera)
                .ifPresentOrElse(
                        camera -> {
                            if (watched.isWatched()) {
                                tile.show(camera, cameras.pipeline(camera.id()), osd);
                            } else {
                                tile.rest();
                            }
                        },
                        () -> showNothing(tile, noCameras)));
    }

    private void showNothing(Tile tile, boolean noCameras) {
        if (noCameras) {
            tile.showNothing(NO_CAMERAS, NLS.bind(Messages.tile_no_camera_text, configuration.file()));
        } else {
            tile.showNothing(EMPTY, Messages.tile_empty_text);
        }
    }

    /** The same controls as in the view's tool bar, which is out of sight in full screen. */
    private Composite createBar(Composite parent) {
        ToolBarManager manager = new ToolBarManager(SWT.FLAT | SWT.HORIZONTAL);
        IMenuService menus = getSite().getService(IMenuService.class);
        menus.populateContributionManager(manager, "toolbar:" + ID);
        Composite bar = manager.createControl(parent);
        bar.addDisposeListener(event -> menus.releaseContributions(manager));
        return bar;
    }
}
