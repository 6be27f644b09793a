package org.rnvr.console.internal.playback;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The recordings, with bookmarks and the progress of work beside them. */
public final class PlaybackPerspective implements IPerspectiveFactory {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.recordings";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        IFolderLayout pictures =
                layout.createFolder("org.rnvr.console.played", IPageLayout.LEFT, 0.7f, layout.getEditorArea());
        pictures.addView(PlaybackView.ID);
        IFolderLayout lists =
                layout.createFolder("org.rnvr.console.beside", IPageLayout.RIGHT, 0.7f, "org.rnvr.console.played");
        lists.addView(BookmarksView.ID);
        lists.addView(IPageLayout.ID_PROGRESS_VIEW);
    }
}
