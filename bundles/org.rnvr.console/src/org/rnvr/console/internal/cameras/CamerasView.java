package org.rnvr.console.internal.cameras;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.part.ViewPart;
import org.rnvr.console.internal.CameraDrag;
import org.rnvr.console.internal.Columns;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.Messages;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.Told;
import org.rnvr.console.internal.model.When;
import org.rnvr.event.Registration;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.recording.RecordingStatus;

/** The cameras and how they are. */
public final class CamerasView extends ViewPart {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.cameras";

    @Inject
    private Cameras cameras;

    private TableViewer table;

    @Override
    public void createPartControl(Composite parent) {
        When when = new When(Clock.systemDefaultZone(), Locale.getDefault());
        table = new Columns<>(parent, Camera.class, Messages.cameras_table)
                .text(22, Messages.cameras_column_camera, Camera::name)
                .state(18, Messages.cameras_column_connection, Told::connectionOf)
                .state(20, Messages.cameras_column_recording, Told::recordingOf)
                .text(17, Messages.cameras_column_since, camera -> since(camera, when))
                .text(43, Messages.cameras_column_details, CamerasView::details)
                .viewer();
        table.setComparer(new SameCamera());
        createMenu();
        CameraDrag.from(
                table.getTable(),
                () -> Optional.ofNullable(
                        (Camera) table.getStructuredSelection().getFirstElement()));
        getSite().setSelectionProvider(table);
        Registration watching = cameras.observe(new Coalescer(new DisplayExecutor(parent.getDisplay()), this::refresh));
        table.getTable().addDisposeListener(event -> watching.close());
        refresh();
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

    private void createMenu() {
        MenuManager menu = new MenuManager();
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        table.getTable().setMenu(menu.createContextMenu(table.getTable()));
        getSite().registerContextMenu(menu, table);
    }

    private static String since(Camera camera, When when) {
        return camera.connection().map(status -> when.tell(status.since())).orElse("");
    }

    private static String details(Camera camera) {
        return Stream.concat(
                        camera.connection().map(CameraStatus::text).stream(),
                        camera.recording().map(RecordingStatus::text).stream())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** A camera stays the same to the table, and selected, when its state changes. */
    private static final class SameCamera implements IElementComparer {

        @Override
        public boolean equals(Object one, Object other) {
            return one instanceof Camera camera && other instanceof Camera otherCamera
                    ? camera.id().equals(otherCamera.id())
                    : one.equals(other);
        }

        @Override
        public int hashCode(Object element) {
            return element instanceof Camera camera ? camera.id().hashCode() : element.hashCode();
        }
    }
}
