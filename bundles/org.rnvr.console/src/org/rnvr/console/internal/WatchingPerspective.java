package org.rnvr.console.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.PlatformUI;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.UiSettings.DockState;
import org.rnvr.console.internal.cameras.CamerasView;
import org.rnvr.console.internal.events.EventsView;
import org.rnvr.console.internal.health.HealthView;
import org.rnvr.console.internal.live.LiveView;
import org.rnvr.console.internal.log.LogView;
import org.rnvr.console.internal.playback.PlaybackView;
import org.rnvr.console.internal.problems.ProblemsView;
import org.rnvr.console.internal.ptz.PtzView;
import org.rnvr.console.internal.recording.RecordingView;
import org.rnvr.console.internal.status.AlertsView;

/** The picture above, the list of cameras below. */
public final class WatchingPerspective implements IPerspectiveFactory {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.watching";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        DockState docks = PlatformUI.getWorkbench()
                .getService(ConfigurationService.class)
                .current()
                .ui()
                .docks();
        layout.setEditorAreaVisible(false);
        IFolderLayout pictures =
                layout.createFolder("org.rnvr.console.top", IPageLayout.TOP, 0.7f, layout.getEditorArea());
        pictures.addView(LiveView.ID);
        place(pictures, PlaybackView.ID, docks.playback());
        pictures.addPlaceholder(LiveView.ID + ":*");
        IFolderLayout lists =
                layout.createFolder("org.rnvr.console.bottom", IPageLayout.BOTTOM, 0.7f, "org.rnvr.console.top");
        place(lists, CamerasView.ID, docks.camera());
        place(lists, RecordingView.ID, docks.recording());
        lists.addPlaceholder(ProblemsView.ID);
        layout.addPlaceholder(PtzView.ID, IPageLayout.RIGHT, 0.75f, "org.rnvr.console.top");
        lists.addPlaceholder(AlertsView.ID);
        lists.addPlaceholder(EventsView.ID);
        lists.addPlaceholder(LogView.ID);
        lists.addPlaceholder(HealthView.ID);
    }

    private static void place(IFolderLayout folder, String view, boolean open) {
        if (open) {
            folder.addView(view);
        } else {
            folder.addPlaceholder(view);
        }
    }
}
