package org.rnvr.console.internal.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.rnvr.config.Layout;

/**
 * The tiles of a wall in their grid. A camera that stays on the screen keeps its tile, and with it its native window,
 * whatever else changes. On the UI thread.
 */
final class WallTiles {

    /** Makes tiles: the parent, and who is told of the controls of the tile. */
    interface Maker extends BiFunction<Composite, Consumer<Control>, Tile> {}

    /** Tells the theme engine that a control has colours of its own, which saves it a search for each of hundreds. */
    private static final String UNSTYLED = "org.eclipse.e4.ui.css.disabled";

    private final Composite control;
    private final Maker maker;
    private final TileGestures gestures;
    private final Map<String, Placed> ofCameras = new HashMap<>();
    private final Map<Integer, Placed> empty = new HashMap<>();
    private Wall wall = new Wall(new Layout(1, 1));

    /**
     * Without tiles.
     *
     * @param parent where
     * @param maker makes tiles
     * @param gestures what a person can do with the controls of a tile
     */
    WallTiles(Composite parent, Maker maker, TileGestures gestures) {
        this.maker = maker;
        this.gestures = gestures;
        control = new Composite(parent, SWT.NO_BACKGROUND);
        control.addPaintListener(event -> {
            event.gc.setBackground(TileColors.GROUND);
            event.gc.fillRectangle(control.getClientArea());
        });
        control.addControlListener(ControlListener.controlResizedAdapter(event -> arrange()));
    }

    /** A tile and the place it is on now. */
    static final class Placed {

        private Tile tile;
        private int place;

        int place() {
            return place;
        }
    }

    Composite control() {
        return control;
    }

    /** Puts the tiles where this wall has them. Tiles of what is not shown any more are gone afterwards. */
    void show(Wall next) {
        boolean focused = hasFocus();
        wall = next;
        List<Integer> shown = wall.shown();
        retain(ofCameras, camera -> wall.placeOf(camera).filter(shown::contains).isPresent());
        retain(empty, place -> shown.contains(place) && wall.at(place).isEmpty());
        for (int place : shown) {
            Placed placed = wall.at(place)
                    .map(camera -> ofCameras.computeIfAbsent(camera, key -> make()))
                    .orElseGet(() -> empty.computeIfAbsent(place, key -> make()));
            placed.place = place;
            placed.tile.setSelected(place == wall.selected());
        }
        arrange();
        if (focused) {
            focus();
        }
    }

    /** Calls back for every tile on the screen, with its camera's id if it has one. */
    void forEach(BiConsumer<Optional<String>, Tile> refresher) {
        ofCameras.forEach((camera, placed) -> refresher.accept(Optional.of(camera), placed.tile));
        empty.values().forEach(placed -> refresher.accept(Optional.empty(), placed.tile));
    }

    /** Gives the keyboard to the selected tile, or to the first one while the selected one is on another page. */
    void focus() {
        List<Integer> shown = wall.shown();
        int place = shown.contains(wall.selected()) ? wall.selected() : shown.get(0);
        tile(place).ifPresent(tile -> tile.control().forceFocus());
    }

    boolean hasFocus() {
        for (Control focused = control.getDisplay().getFocusControl(); focused != null; focused = focused.getParent()) {
            if (focused == control) {
                return true;
            }
        }
        return false;
    }

    private Optional<Tile> tile(int place) {
        Optional<Placed> placed = wall.at(place).map(ofCameras::get).or(() -> Optional.ofNullable(empty.get(place)));
        return placed.map(it -> it.tile);
    }

    private Placed make() {
        Placed placed = new Placed();
        placed.tile = maker.apply(control, surface -> {
            surface.setData(UNSTYLED, true);
            gestures.onSurface(surface, placed);
        });
        gestures.onTile(placed.tile.control(), placed);
        return placed;
    }

    private static <K> void retain(Map<K, Placed> tiles, Predicate<K> kept) {
        tiles.entrySet().removeIf(entry -> {
            boolean goes = !kept.test(entry.getKey());
            if (goes) {
                entry.getValue().tile.control().dispose();
            }
            return goes;
        });
    }

    private void arrange() {
        Layout grid = wall.grid();
        Rectangle area = control.getClientArea();
        List<Integer> shown = wall.shown();
        for (int index = 0; index < shown.size(); index++) {
            int column = index % grid.columns();
            int row = index / grid.columns();
            int left = column * area.width / grid.columns();
            int top = row * area.height / grid.rows();
            int width = (column + 1) * area.width / grid.columns() - left;
            int height = (row + 1) * area.height / grid.rows() - top;
            tile(shown.get(index)).ifPresent(tile -> tile.control().setBounds(left, top, width, height));
        }
    }
}
