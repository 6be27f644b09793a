package org.rnvr.console.internal.cameras;

import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.part.ViewPart;
import org.rnvr.console.internal.CameraDrag;
import org.rnvr.console.internal.Columns;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.Messages;
import org.rnvr.console.internal.SameCamera;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.FlowMeter;
import org.rnvr.console.internal.model.LastLosses;
import org.rnvr.console.internal.model.Lengths;
import org.rnvr.console.internal.model.Told;
import org.rnvr.console.internal.model.When;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.event.Registration;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.recording.RecordingStatus;

/** The cameras and how they are. */
public final class CamerasView extends ViewPart {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.cameras";

    private static final int TICK_MS = 1000;
    private static final double MEGA = 1e6;
    private static final ToDoubleFunction<FlowMeter.Flow> FRAMES = FlowMeter.Flow::framesPerSecond;
    private static final ToDoubleFunction<FlowMeter.Flow> MEGABITS = flow -> flow.bitsPerSecond() / MEGA;

    @Inject
    private Cameras cameras;

    @Inject
    private LastLosses losses;

    private final Map<String, FlowMeter> meters = new HashMap<>();
    private TableViewer table;

    @Override
    public void createPartControl(Composite parent) {
        When when = new When(Clock.systemDefaultZone(), Locale.getDefault());
        table = new Columns<>(parent, Camera.class, Messages.cameras_table)
                .text(20, Messages.cameras_column_camera, Camera::name)
                .state(16, Messages.cameras_column_connection, Told::connectionOf)
                .state(16, Messages.cameras_column_recording, Told::recordingOf)
                .text(12, Messages.cameras_column_since, camera -> since(camera, when))
                .text(10, Messages.cameras_column_frames, camera -> flow(camera, Messages.cameras_frames, FRAMES))
                .text(10, Messages.cameras_column_bits, camera -> flow(camera, Messages.cameras_bits, MEGABITS))
                .text(10, Messages.cameras_column_uptime, CamerasView::uptime)
                .text(14, Messages.cameras_column_last_loss, camera -> lastLoss(camera, when))
                .text(32, Messages.cameras_column_details, CamerasView::details)
                .remembered("cameras")
                .viewer();
        table.setComparer(new SameCamera());
        createMenu();
        CameraDrag.from(
                table.getTable(),
                () -> Optional.ofNullable(
                        (Camera) table.getStructuredSelection().getFirstElement()));
        getSite().setSelectionProvider(table);
        Coalescer refreshing = new Coalescer(new DisplayExecutor(parent.getDisplay()), this::refresh);
        List<Registration> watching = List.of(cameras.observe(refreshing), losses.observe(refreshing));
        table.getTable().addDisposeListener(event -> watching.forEach(Registration::close));
        refresh();
        tick();
    }

    @Override
    public void setFocus() {
        table.getTable().setFocus();
    }

    private void refresh() {
        if (table.getTable().isDisposed()) {
            return;
        }
        List<Camera> list = cameras.list();
        table.setInput(list);
        if (table.getStructuredSelection().isEmpty() && !list.isEmpty()) {
            table.setSelection(new StructuredSelection(list.get(0)));
        }
    }

    private void tick() {
        if (table.getTable().isDisposed()) {
            return;
        }
        long now = System.nanoTime();
        for (Camera camera : cameras.list()) {
            measure(camera, now);
        }
        table.refresh();
        table.getTable().getDisplay().timerExec(TICK_MS, this::tick);
    }

    private void measure(Camera camera, long now) {
        FlowMeter meter = meters.computeIfAbsent(camera.id(), id -> new FlowMeter());
        camera.connection()
                .map(CameraStatus::session)
                .filter(OptionalLong::isPresent)
                .flatMap(session ->
                        cameras.pipeline(camera.id()).flatMap(pipeline -> pipeline.vitals(session.getAsLong())))
                .ifPresentOrElse(vitals -> meter.add(now, vitals), meter::clear);
    }

    private void createMenu() {
        MenuManager menu = new MenuManager();
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        table.getTable().setMenu(menu.createContextMenu(table.getTable()));
        getSite().registerContextMenu(menu, table);
    }

    private static String since(Camera camera, When when) {
        return camera.connection().map(status -> when.tell(status.since())).orElse("");
    }

    private String flow(Camera camera, String pattern, ToDoubleFunction<FlowMeter.Flow> figure) {
        return Optional.ofNullable(meters.get(camera.id()))
                .flatMap(FlowMeter::flow)
                .map(flow -> MessageFormat.format(pattern, figure.applyAsDouble(flow)))
                .orElse("");
    }

    /** How long it has been streaming. */
    private static String uptime(Camera camera) {
        return camera.connection()
                .filter(status -> status.state() == ConnectionState.STREAMING)
                .map(status -> Lengths.tell(Duration.between(status.since(), Instant.now())))
                .orElse("");
    }

    private String lastLoss(Camera camera, When when) {
        return losses.of(camera.id()).map(when::tell).orElse("");
    }

    private static String details(Camera camera) {
        return Stream.concat(
                        camera.connection().map(CameraStatus::text).stream(),
                        camera.recording().map(RecordingStatus::text).stream())
                .filter(text -> !text.isEmpty())
                .map(Reasons::told)
                .collect(Collectors.joining(" "));
    }
}
