package org.rnvr.console.internal.playback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.rnvr.console.internal.live.ClosingWindows;
import org.rnvr.console.internal.live.TileColors;
import org.rnvr.console.internal.live.TileMessage;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;
import org.rnvr.console.internal.playback.model.MomentText;

/** The pictures that play in step, side by side. On the UI thread. */
final class PictureWall {

    private static final int SPACING = 2;

    private final Deck deck;
    private final ClosingWindows closing;
    private final MomentText text;
    private final UnaryOperator<String> names;
    private final Composite control;
    private final StackLayout stack = new StackLayout();
    private final Composite grid;
    private final GridLayout layout = new GridLayout();
    private final TileMessage hint;
    private final List<PictureTile> tiles = new ArrayList<>();

    /**
     * Without pictures yet.
     *
     * @param parent where
     * @param deck plays
     * @param closing takes over native windows that are closed
     * @param text writes moments
     * @param names the name for people of a camera's id
     * @param dropped told of a camera that was dropped here
     */
    PictureWall(
            Composite parent,
            Deck deck,
            ClosingWindows closing,
            MomentText text,
            UnaryOperator<String> names,
            Consumer<String> dropped) {
        this.deck = deck;
        this.closing = closing;
        this.text = text;
        this.names = names;
        control = new Composite(parent, SWT.NONE);
        control.setLayout(stack);
        hint = new TileMessage(control);
        hint.show(new Told(Symbol.NOTE, Messages.wall_empty), Messages.wall_empty_text);
        grid = new Composite(control, SWT.NONE);
        grid.setBackground(TileColors.GROUND);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = SPACING;
        layout.verticalSpacing = SPACING;
        layout.makeColumnsEqualWidth = true;
        grid.setLayout(layout);
        stack.topControl = hint.control();
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT);
        target.setTransfer(TextTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String cameraId) {
                    dropped.accept(cameraId);
                }
            }
        });
    }

    Composite control() {
        return control;
    }

    /** Makes all pictures anew, as another player draws them. */
    void rebuild() {
        tiles.forEach(tile -> tile.control().dispose());
        tiles.clear();
        follow();
    }

    /** Shows the cameras that are on the deck. */
    void follow() {
        List<String> wanted = deck.cameras();
        tiles.removeIf(tile -> {
            boolean gone = !wanted.contains(tile.cameraId());
            if (gone) {
                tile.control().dispose();
            }
            return gone;
        });
        for (String cameraId : wanted) {
            if (tiles.stream().noneMatch(tile -> tile.cameraId().equals(cameraId))) {
                PictureTile tile = new PictureTile(grid, cameraId, names.apply(cameraId), deck, closing, text);
                tile.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
                tiles.add(tile);
            }
        }
        layout.numColumns = tiles.size() > 1 ? 2 : 1;
        stack.topControl = tiles.isEmpty() ? hint.control() : grid;
        control.layout(true, true);
        refresh();
    }

    /** Shows the same again where something lay over it. */
    void redraw() {
        tiles.forEach(PictureTile::redraw);
    }

    /** Shows what the player has now. */
    void refresh() {
        tiles.forEach(PictureTile::refresh);
    }
}
