package org.rnvr.console.internal.health;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.LazyTable;
import org.rnvr.console.internal.events.EventSource;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.When;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.event.Registration;
import org.rnvr.monitor.StrategyAssessment;

/**
 * Why RNVR thought a camera was gone: its losses, the rhythm of its frames, and what each detector says of it now. Of the
 * camera that was selected last.
 */
public final class HealthView extends ViewPart {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.health";

    private static final int[] SIDE_BY_SIDE = {44, 32, 24};
    private static final int[] STACKED = {40, 35, 25};

    /** So many times as wide as high is flat. */
    private static final int FLAT = 3;

    @Inject
    private EventSource journal;

    @Inject
    private Cameras cameras;

    private final Clock clock = Clock.systemDefaultZone();
    private final When when = new When(clock, Locale.getDefault());
    private final HealthWords words = new HealthWords(Locale.getDefault());
    private final AtomicReference<Sample> newest = new AtomicReference<>();
    private final AtomicReference<LossReader.Reading> read = new AtomicReference<>();
    private CameraBar bar;
    private WrappedLine frames;
    private WrappedLine heading;
    private SashForm parts;
    private LazyTable<Loss> losses;
    private LazyTable<StrategyAssessment> strategies;
    private PlotArea plot;
    private LossReader reader;
    private Sampler sampler;
    private Optional<String> shown = Optional.empty();
    private List<Loss> lossRows = List.of();
    private List<StrategyAssessment> strategyRows = List.of();
    private Instant now = Instant.EPOCH;

    @Override
    public void createPartControl(Composite parent) {
        DisplayExecutor ui = new DisplayExecutor(parent.getDisplay());
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
        bar = new CameraBar(area, this::followChoice);
        parts = new SashForm(area, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts);
        createLosses();
        createPlot();
        createStrategies();
        parts.setWeights(SIDE_BY_SIDE);
        parts.addListener(SWT.Resize, event -> arrange());

        Coalescer takingSample = new Coalescer(ui, this::takeSample);
        Coalescer takingLosses = new Coalescer(ui, this::takeLosses);
        sampler = new Sampler(cameras, System::nanoTime, sample -> {
            newest.set(sample);
            takingSample.run();
        });
        reader = new LossReader(journal, clock, reading -> {
            read.set(reading);
            takingLosses.run();
        });
        Registration following = cameras.observe(new Coalescer(ui, this::followCameras));
        IWorkbenchPage page = getSite().getPage();
        ISelectionListener selecting = (part, selection) -> select(selection);
        page.addSelectionListener(selecting);
        IPartListener2 seeing = new Seeing();
        page.addPartListener(seeing);
        area.addDisposeListener(event -> {
            page.removeSelectionListener(selecting);
            page.removePartListener(seeing);
            following.close();
            sampler.close();
            reader.close();
        });
        select(page.getSelection());
        followCameras();
    }

    @Override
    public void setFocus() {
        bar.setFocus();
    }

    private void createLosses() {
        Composite part = part();
        losses = new LazyTable<>(part, index -> lossRows.get(index), Messages.losses)
                .text(23, Messages.column_when, loss -> when.tell(loss.since()))
                .state(23, Messages.column_cause, HealthWords::cause)
                .text(13, Messages.column_strategy, loss -> HealthWords.detector(loss.strategy()))
                .text(14, Messages.column_notice, loss -> words.length(loss.notice()))
                .text(13, Messages.column_outage, loss -> words.length(loss.outage(now)))
                .state(18, Messages.column_ending, HealthWords::ending)
                .text(15, Messages.column_unrecorded, this::unrecorded)
                .text(36, Messages.column_reason, Loss::reason)
                .remembered("losses");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(losses.table().getParent());
    }

    private void createPlot() {
        Composite part = part();
        frames = new WrappedLine(part);
        plot = new PlotArea(part);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(plot.canvas());
        plot.canvas().addListener(SWT.Resize, event -> requestPlot());
    }

    private void createStrategies() {
        Composite part = part();
        heading = new WrappedLine(part);
        heading.tell(Messages.strategies);
        strategies = new LazyTable<>(part, index -> strategyRows.get(index), Messages.strategies)
                .text(16, Messages.column_strategy, StrategyAssessment::strategy)
                .state(
                        17,
                        Messages.column_grade,
                        said -> HealthWords.grade(said.assessment().grade()))
                .text(
                        10,
                        Messages.column_level,
                        said -> words.level(said.assessment().level()))
                .text(16, Messages.column_since, said -> when.tell(said.since()))
                .text(
                        34,
                        Messages.column_reason,
                        said -> Reasons.told(said.assessment().reason()))
                .remembered("strategies");
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .applyTo(strategies.table().getParent());
    }

    private Composite part() {
        Composite part = new Composite(parts, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(part);
        return part;
    }

    /** Side by side where it is flat, as below the pictures; else each has the whole width for its columns. */
    private void arrange() {
        Point size = parts.getSize();
        int wanted = size.x > FLAT * size.y ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (parts.getOrientation() != wanted) {
            parts.setOrientation(wanted);
            parts.setWeights(wanted == SWT.HORIZONTAL ? SIDE_BY_SIDE : STACKED);
        }
    }

    private String unrecorded(Loss loss) {
        return loss.unrecorded().isZero() ? "" : words.length(loss.unrecorded());
    }

    private void select(ISelection selection) {
        if (selection instanceof IStructuredSelection structured
                && structured.getFirstElement() instanceof Camera camera) {
            bar.choose(camera.id());
        }
    }

    private void followCameras() {
        if (!parts.isDisposed()) {
            bar.offer(cameras.list());
        }
    }

    /** Another camera, or another period. */
    private void followChoice() {
        if (!bar.camera().equals(shown)) {
            shown = bar.camera();
            plot.clear();
            frames.tell(shown.isPresent() ? "" : Messages.no_camera);
            become(List.of());
            lossRows = List.of();
            losses.show(0, 0);
            bar.tell("");
            sampler.watch(shown.orElse(""));
            reader.read(shown.orElse(""));
        }
        takeLosses();
    }

    private void takeLosses() {
        LossReader.Reading reading = read.get();
        if (parts.isDisposed() || reading == null || !shown.equals(Optional.of(reading.cameraId()))) {
            return;
        }
        now = clock.instant();
        LossHistory history = reading.history().from(now.minus(bar.period()));
        List<Loss> before = lossRows;
        lossRows = history.losses();
        losses.show(lossRows.size(), added(before));
        bar.tell(reading.failure().orElseGet(() -> reading.reading() ? Messages.reading : words.sums(history, now)));
    }

    /** How many there are before what stood first. */
    private int added(List<Loss> before) {
        return before.stream()
                .findFirst()
                .map(first -> lossRows.stream().map(Loss::since).toList().indexOf(first.since()))
                .map(index -> Math.max(0, index))
                .orElse(0);
    }

    private void takeSample() {
        Sample sample = newest.get();
        if (parts.isDisposed() || !shown.equals(Optional.of(sample.cameraId()))) {
            return;
        }
        String said = words.frames(sample);
        frames.tell(said);
        sample.plot().ifPresent(drawn -> plot.show(drawn, NLS.bind(Messages.plot, said)));
        become(sample.strategies());
        if (lossRows.stream().anyMatch(Loss::isOngoing)) {
            takeLosses();
        }
        requestPlot();
    }

    private void become(List<StrategyAssessment> said) {
        if (!said.equals(strategyRows)) {
            strategyRows = said;
            strategies.show(said.size(), 0);
        }
        heading.tell(said.isEmpty() ? Messages.strategies_none : Messages.strategies);
    }

    private void requestPlot() {
        if (sampler != null) {
            sampler.draw(getSite().getPage().isPartVisible(this) ? plot.request() : Optional.empty());
        }
    }

    private final class Seeing implements IPartListener2 {

        @Override
        public void partVisible(IWorkbenchPartReference reference) {
            follow(reference);
        }

        @Override
        public void partHidden(IWorkbenchPartReference reference) {
            follow(reference);
        }

        private void follow(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == HealthView.this && !parts.isDisposed()) {
                requestPlot();
            }
        }
    }
}
