package org.rnvr.console.internal.playback;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.SelectedCameras;
import org.rnvr.console.internal.events.EventSource;
import org.rnvr.console.internal.keys.KeyTaker;
import org.rnvr.console.internal.live.ClosingWindows;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.Recordings;
import org.rnvr.console.internal.playback.model.CameraRows;
import org.rnvr.console.internal.playback.model.FirstLook;
import org.rnvr.console.internal.playback.model.JournalEvents;
import org.rnvr.console.internal.playback.model.MomentText;
import org.rnvr.console.internal.playback.model.Ruler;
import org.rnvr.console.internal.playback.model.TimeScale;
import org.rnvr.console.internal.playback.model.TimelineModel;
import org.rnvr.console.internal.playback.model.TrackLoader;
import org.rnvr.console.internal.playback.model.Tracks;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.event.Registration;
import org.rnvr.playback.Player;
import org.rnvr.playback.PlayerState;
import org.rnvr.recording.Footage;
import org.rnvr.recording.RecordingCatalog;

/** Looks at what was recorded: pictures that play in step over a timeline of all cameras. */
public final class PlaybackView extends ViewPart implements KeyTaker {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.playback";

    private static final String CAMERA = "camera";
    private static final Duration REFRESH = Duration.ofSeconds(10);
    private static final int PICTURES = 52;
    private static final int TIMELINE = 48;

    @Inject
    private Recordings recordings;

    @Inject
    private ConfigurationService configuration;

    @Inject
    private ClosingWindows closing;

    @Inject
    private EventSource events;

    @Inject
    private SelectedCameras selected;

    private final Clock clock = Clock.systemDefaultZone();
    private final Lane lane = new Lane("rnvr-console-playback");
    private final Lane jumps = new Lane("rnvr-console-jumps");
    private DisplayExecutor ui;
    private Composite content;
    private TimelineModel model;
    private Tracks tracks;
    private Deck deck;
    private Desk desk;
    private PictureWall wall;
    private TransportBar transport;
    private RangeBar range;
    private TrackHeads heads;
    private Timeline timeline;
    private Legend legend;
    private RangeTasks tasks;
    private Coalescer footageWanted;
    private volatile List<Footage> footage = List.of();
    private TimeScale wanted;
    private boolean looked;
    private List<String> left = List.of();

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        if (memento != null) {
            left = Arrays.stream(memento.getChildren(CAMERA))
                    .map(IMemento::getID)
                    .toList();
        }
    }

    @Override
    public void saveState(IMemento memento) {
        deck.cameras().forEach(camera -> memento.createChild(CAMERA, camera));
    }

    @Override
    public void createPartControl(Composite parent) {
        ZoneId zone = clock.getZone();
        MomentText text = new MomentText(zone);
        ui = new DisplayExecutor(parent.getDisplay());
        content = parent;
        TrackLoader loader = new CatalogTracks(recordings, new JournalEvents(events::journal));
        model = new TimelineModel(clock);
        wanted = model.scale();
        Coalescer rowsChanged = new Coalescer(ui, this::showRows);
        tracks = new Tracks(lane, loader, rowsChanged);
        deck = new Deck(ui, System::nanoTime, this::played);
        left.forEach(deck::add);
        tasks = new RangeTasks(
                getSite().getPage(), recordings, configuration, text, jumps, ui, words -> legend.say(words));
        desk = new Desk(
                model, deck, tasks, loader, clock, jumps, this::later, words -> legend.say(words), new OwnParts());
        build(parent, text, new Ruler(zone, Locale.getDefault(), Messages.ruler_day, Messages.ruler_month));
        model.observe(this::modelChanged);
        footageWanted = new Coalescer(lane, this::lookUpFootage);
        Coalescer services = new Coalescer(ui, this::servicesChanged);
        List<Registration> registrations = List.of(
                recordings.observe(services),
                events.observe(services),
                recordings.observeCameras(cameraId -> {
                    tracks.refresh(cameraId);
                    footageWanted.run();
                }),
                configuration.observe(current -> rowsChanged.run()));
        Listener keys = this::keyDown;
        parent.getDisplay().addFilter(SWT.KeyDown, keys);
        Listener uncovered = this::uncovered;
        parent.getDisplay().addFilter(SWT.Activate, uncovered);
        parent.getDisplay().addFilter(SWT.Hide, uncovered);
        wall.control().addDisposeListener(event -> {
            event.display.removeFilter(SWT.KeyDown, keys);
            event.display.removeFilter(SWT.Activate, uncovered);
            event.display.removeFilter(SWT.Hide, uncovered);
            registrations.forEach(Registration::close);
        });
        IPartListener2 hiding = new IPartListener2() {
            @Override
            public void partHidden(IWorkbenchPartReference part) {
                if (part.getPart(false) == PlaybackView.this) {
                    deck.pause();
                }
            }
        };
        getSite().getPage().addPartListener(hiding);
        parent.addDisposeListener(event -> {
            getSite().getPage().removePartListener(hiding);
            deck.close();
            lane.close();
            jumps.close();
        });
        wall.follow();
        servicesChanged();
        tick();
    }

    @Override
    public void setFocus() {
        timeline.control().setFocus();
    }

    /** Goes to a moment of a camera, whose picture is shown if there is room. */
    void go(String cameraId, Instant from, Instant to) {
        desk.go(cameraId, from, to);
    }

    /** What can be done with recordings. */
    RangeTasks tasks() {
        return tasks;
    }

    private void build(Composite parent, MomentText text, Ruler ruler) {
        parent.setLayout(new FillLayout());
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        wall = new PictureWall(sash, deck, closing, text, this::name, this::dropped);
        Composite lower = new Composite(sash, SWT.NONE);
        sash.setWeights(PICTURES, TIMELINE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        layout.verticalSpacing = 0;
        lower.setLayout(layout);
        transport = new TransportBar(lower, text, clock.getZone(), desk::act, desk::go, this::setFocus);
        transport.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        range = new RangeBar(lower, text, desk::act);
        range.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
        heads = new TrackHeads(lower, model, () -> timeline == null ? 0 : timeline.scroll(), desk::toggle);
        GridData headsData = new GridData(SWT.BEGINNING, SWT.FILL, false, true);
        headsData.widthHint = TrackHeads.WIDTH;
        heads.control().setLayoutData(headsData);
        new TimelineMenu(heads.control(), desk::act);
        timeline = new Timeline(lower, model, ruler, text, clock, desk);
        new TimelineMenu(timeline.control(), desk::act);
        timeline.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        legend = new Legend(lower);
        GridData legendData = new GridData(SWT.FILL, SWT.BOTTOM, true, false, 2, 1);
        legendData.heightHint = Legend.HEIGHT;
        legend.control().setLayoutData(legendData);
    }

    /** On the UI thread, unless the view has been closed when its turn comes. */
    private void later(Runnable task) {
        ui.execute(() -> {
            if (!content.isDisposed()) {
                task.run();
            }
        });
    }

    private void servicesChanged() {
        if (content.isDisposed()) {
            return;
        }
        if (deck.use(recordings.playback(), model.position())) {
            wall.rebuild();
        }
        tracks.forget();
        footageWanted.run();
        wall.refresh();
    }

    /** On the lane. */
    private void lookUpFootage() {
        Optional<RecordingCatalog> catalog = recordings.catalog();
        try {
            footage = catalog.isPresent() ? catalog.get().footage() : List.of();
        } catch (IOException e) {
            ui.execute(() -> legend.say(Reasons.told(e)));
        }
        ui.execute(() -> {
            showRows();
            lookFirst();
        });
    }

    private void lookFirst() {
        if (content.isDisposed() || looked) {
            return;
        }
        List<String> configured = configuration.current().cameras().stream()
                .map(CameraSettings::id)
                .toList();
        FirstLook.at(deck.cameras(), selected.ids(), configured, footage).ifPresent(look -> {
            looked = true;
            desk.open(look);
        });
    }

    private void showRows() {
        if (content.isDisposed()) {
            return;
        }
        Map<String, String> configured = new LinkedHashMap<>();
        configuration.current().cameras().stream()
                .filter(camera -> camera.enabled() || isRecorded(camera))
                .forEach(camera -> configured.put(camera.id(), camera.name()));
        model.setRows(CameraRows.of(
                deck.cameras(),
                configured,
                footage.stream().map(Footage::cameraId).toList(),
                tracks));
        want();
        if (recordings.catalog().isEmpty()) {
            legend.say(Messages.no_catalog);
        } else {
            tracks.failure().ifPresentOrElse(legend::say, () -> {
                if (Messages.no_catalog.equals(legend.said())) {
                    legend.say("");
                }
            });
        }
    }

    private boolean isRecorded(CameraSettings camera) {
        return footage.stream().anyMatch(known -> known.cameraId().equals(camera.id()));
    }

    private void modelChanged() {
        if (!wanted.equals(model.scale())) {
            wanted = model.scale();
            want();
        }
        range.show(model.marks());
        showTransport();
    }

    private void want() {
        TimeScale scale = model.scale();
        tracks.want(model.rows().stream().map(TimelineModel.Row::cameraId).toList(), scale.from(), scale.to());
    }

    private void showTransport() {
        transport.show(model.position(), deck.isPlaying(), deck.speed(), deck.isRepeating());
    }

    private void played(PlayerState state) {
        if (content.isDisposed()) {
            return;
        }
        if (!deck.isUnderWay()) {
            model.follow(state.position());
        }
        showTransport();
        wall.refresh();
    }

    private void tick() {
        if (!content.isDisposed()) {
            if (model.scale().shows(clock.instant())) {
                deck.cameras().forEach(tracks::refresh);
                timeline.control().redraw();
            }
            content.getDisplay().timerExec((int) REFRESH.toMillis(), this::tick);
        }
    }

    private void dropped(String cameraId) {
        if (!deck.cameras().contains(cameraId)) {
            desk.toggle(cameraId);
        }
    }

    private String name(String cameraId) {
        return model.rows().stream()
                .filter(row -> row.cameraId().equals(cameraId))
                .map(TimelineModel.Row::name)
                .findFirst()
                .or(() -> configuration.current().camera(cameraId).map(CameraSettings::name))
                .orElse(cameraId);
    }

    @Override
    public boolean takes(Event press) {
        return act(press).isPresent();
    }

    private void keyDown(Event event) {
        act(event).ifPresent(act -> {
            event.doit = false;
            event.type = SWT.None;
            desk.act(act);
        });
    }

    /** Keys count wherever the keyboard is in this view, but not while something is written or a button has it. */
    private Optional<Act> act(Event press) {
        if (!(press.widget instanceof Control focus) || focus instanceof Text || !isWithin(focus)) {
            return Optional.empty();
        }
        return Keys.act(press).filter(act -> !isForButton(focus, press));
    }

    /** Of what lay over a picture that stands still remains would stay: its window is not told that it is seen again. */
    private void uncovered(Event event) {
        if (event.widget instanceof Shell || event.widget instanceof Menu) {
            later(wall::redraw);
        }
    }

    private static boolean isForButton(Control focus, Event event) {
        boolean presses = event.keyCode == ' ' || event.keyCode == SWT.CR;
        boolean walks = event.keyCode == SWT.ARROW_LEFT || event.keyCode == SWT.ARROW_RIGHT;
        return focus instanceof Button && presses
                || focus instanceof ToolBar && (presses || walks && (event.stateMask & SWT.MODIFIER_MASK) == 0);
    }

    private boolean isWithin(Control control) {
        for (Control at = control; at != null; at = at.getParent()) {
            if (at == content) {
                return true;
            }
        }
        return false;
    }

    /** What the desk may move. */
    private final class OwnParts implements Desk.Parts {

        @Override
        public void camerasChanged() {
            wall.follow();
            showRows();
        }

        @Override
        public Timeline timeline() {
            return timeline;
        }

        @Override
        public void editClock() {
            transport.editClock();
        }

        @Override
        public void openCalendar() {
            transport.openCalendar();
        }

        @Override
        public Optional<Player.Range> recorded() {
            Optional<Instant> first = footage.stream().map(Footage::first).min(Instant::compareTo);
            Optional<Instant> last = footage.stream().map(Footage::last).max(Instant::compareTo);
            return first.flatMap(from -> last.filter(from::isBefore).map(to -> new Player.Range(from, to)));
        }
    }
}
