package org.rnvr.console.internal.live;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.rnvr.console.internal.CameraDrag;
import org.rnvr.console.internal.model.Camera;

/** What a person does with tiles, by mouse and by keyboard. On the UI thread. */
final class TileGestures {

    private final Supplier<Wall> wall;
    private final Consumer<UnaryOperator<Wall>> change;
    private final Function<String, Optional<Camera>> cameras;
    private final TileMenu menu;

    /**
     * For the tiles of a wall.
     *
     * @param wall as it is
     * @param change is told what a person wants changed
     * @param cameras finds a camera
     * @param menu opens over every tile
     */
    TileGestures(
            Supplier<Wall> wall,
            Consumer<UnaryOperator<Wall>> change,
            Function<String, Optional<Camera>> cameras,
            TileMenu menu) {
        this.wall = wall;
        this.change = change;
        this.cameras = cameras;
        this.menu = menu;
    }

    /** On each of the controls that cover a tile. */
    void onSurface(Control surface, WallTiles.Placed tile) {
        surface.addMouseListener(MouseListener.mouseDownAdapter(event -> change.accept(it -> it.select(tile.place()))));
        surface.addMouseListener(MouseListener.mouseDoubleClickAdapter(event -> {
            if (event.button == 1) {
                change.accept(Wall::toggleFull);
            }
        }));
        surface.addMenuDetectListener(event -> menu.open(surface, event.x, event.y));
        CameraDrag.from(surface, () -> wall.get().at(tile.place()).flatMap(cameras));
    }

    /** On the tile as a whole, which has the keyboard while it is selected. */
    void onTile(Composite control, WallTiles.Placed tile) {
        CameraDrag.onto(control, camera -> change.accept(it -> it.put(camera.id(), tile.place())));
        control.addKeyListener(KeyListener.keyPressedAdapter(this::press));
        control.addTraverseListener(event ->
                event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    private void press(KeyEvent event) {
        if (event.stateMask != 0) {
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> change.accept(it -> it.move(-1, 0));
            case SWT.ARROW_RIGHT -> change.accept(it -> it.move(1, 0));
            case SWT.ARROW_UP -> change.accept(it -> it.move(0, -1));
            case SWT.ARROW_DOWN -> change.accept(it -> it.move(0, 1));
            case SWT.PAGE_UP -> change.accept(it -> it.turn(false));
            case SWT.PAGE_DOWN -> change.accept(it -> it.turn(true));
            case SWT.CR, SWT.KEYPAD_CR -> change.accept(Wall::toggleFull);
            default -> {
                // not a key of the wall
            }
        }
    }
}
