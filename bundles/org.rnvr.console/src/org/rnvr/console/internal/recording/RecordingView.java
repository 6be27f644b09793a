package org.rnvr.console.internal.recording;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.part.ViewPart;
import org.rnvr.console.internal.Columns;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.SameCamera;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.Told;
import org.rnvr.console.internal.model.When;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.event.Registration;
import org.rnvr.recording.Forecast;
import org.rnvr.recording.RecordingStatus;

/** What records, and what it is recorded on. */
public final class RecordingView extends ViewPart {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.recording";

    @Inject
    private Cameras cameras;

    @Inject
    private Volume volume;

    @Inject
    private VolumeWork work;

    private final Amounts amounts = new Amounts(Locale.getDefault());
    private TableViewer table;
    private VolumePanel panel;
    private ForecastWatch forecast;

    @Override
    public void createPartControl(Composite parent) {
        When when = new When(Clock.systemDefaultZone(), Locale.getDefault());
        SashForm halves = new SashForm(parent, SWT.HORIZONTAL);
        Coalescer refresh = new Coalescer(new DisplayExecutor(parent.getDisplay()), this::refresh);
        table = new Columns<>(halves, Camera.class, Messages.table, SWT.MULTI)
                .text(16, Messages.column_camera, Camera::name)
                .state(26, Messages.column_state, Told::recordingOf)
                .text(13, Messages.column_since, camera -> of(camera, status -> when.tell(status.since())))
                .text(15, Messages.column_rate, camera -> part(camera, is -> amounts.rate(is.bytesPerSecond())))
                .text(10, Messages.column_size, camera -> part(camera, is -> amounts.size(is.bytes())))
                .text(
                        13,
                        Messages.column_keeps,
                        camera ->
                                part(camera, is -> is.keeps().map(amounts::span).orElse("")))
                .text(
                        26,
                        Messages.column_file,
                        camera -> of(camera, status -> status.file()
                                .map(file -> file.getFileName().toString())
                                .orElse("")))
                .text(18, Messages.column_details, camera -> of(camera, status -> Reasons.told(status.text())))
                .remembered("recordings")
                .viewer();
        table.setComparer(new SameCamera());
        createMenu();
        getSite().setSelectionProvider(table);
        panel = new VolumePanel(halves, volume, work, amounts, when);
        halves.setWeights(64, 36);
        forecast = new ForecastWatch(volume, refresh);
        List<Registration> watching = List.of(cameras.observe(refresh), work.observe(refresh), volume.observe(() -> {
            forecast.soon();
            refresh.run();
        }));
        table.getTable().addDisposeListener(event -> {
            watching.forEach(Registration::close);
            forecast.close();
        });
        refresh();
    }

    @Override
    public void setFocus() {
        table.getTable().setFocus();
    }

    private void refresh() {
        if (!table.getTable().isDisposed()) {
            table.setInput(cameras.list());
            panel.refresh(forecast.latest());
        }
    }

    private void createMenu() {
        MenuManager menu = new MenuManager();
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        table.getTable().setMenu(menu.createContextMenu(table.getTable()));
        getSite().registerContextMenu(menu, table);
    }

    private String part(Camera camera, Function<Forecast.Camera, String> words) {
        Optional<Forecast.Camera> part = forecast.latest().stream()
                .flatMap(present -> present.cameras().stream())
                .filter(one -> one.cameraId().equals(camera.id()))
                .findFirst();
        return part.map(words).orElse("");
    }

    private static String of(Camera camera, Function<RecordingStatus, String> words) {
        return camera.recording().map(words).orElse("");
    }
}
