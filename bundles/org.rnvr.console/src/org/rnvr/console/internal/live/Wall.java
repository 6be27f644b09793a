package org.rnvr.console.internal.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rnvr.config.Layout;

/**
 * Which camera is on which tile. Places are numbered from 0 on, row by row and page by page, so that a camera keeps its place
 * when the layout changes. A camera is on one place at most, and a place may be empty.
 *
 * @param layout tiles of a page
 * @param places from place to the camera on it; places beyond the last one are empty
 * @param page what is shown, from 0 on; in pages of one tile while one tile is shown full
 * @param selected the selected place, which need not be on the page shown
 * @param full whether one tile fills the wall
 */
record Wall(Layout layout, List<Optional<String>> places, int page, int selected, boolean full) {

    private static final Layout ONE = new Layout(1, 1);

    Wall {
        Objects.requireNonNull(layout);
        places = List.copyOf(places);
        if (page < 0 || selected < 0) {
            throw new IllegalArgumentException("Page " + page + " and place " + selected + " must not be negative");
        }
    }

    /** Without cameras. */
    Wall(Layout layout) {
        this(layout, List.of(), 0, 0, false);
    }

    /** The grid that is on the screen. */
    Layout grid() {
        return full ? ONE : layout;
    }

    /** The places that are on the screen, row by row. */
    List<Integer> shown() {
        int tiles = tiles(grid());
        return IntStream.range(page * tiles, (page + 1) * tiles).boxed().toList();
    }

    /** The camera on a place. */
    Optional<String> at(int place) {
        return place < places.size() ? places.get(place) : Optional.empty();
    }

    /** The place of a camera. */
    Optional<Integer> placeOf(String camera) {
        int place = places.indexOf(Optional.of(camera));
        return place < 0 ? Optional.empty() : Optional.of(place);
    }

    /** The camera on the selected place. */
    Optional<String> selectedCamera() {
        return at(selected);
    }

    /** How many pages there are; the page shown counts even when it is empty. */
    int pages() {
        int tiles = tiles(grid());
        return Math.max(page + 1, (places.size() + tiles - 1) / tiles);
    }

    /** With exactly these cameras: those that are new take the first empty places, in this order. */
    Wall holding(List<String> cameras) {
        Set<String> wanted = new HashSet<>(cameras);
        List<Optional<String>> next = new ArrayList<>();
        places.forEach(camera -> next.add(camera.filter(wanted::remove)));
        cameras.stream().filter(wanted::remove).forEach(camera -> {
            int empty = next.indexOf(Optional.<String>empty());
            if (empty < 0) {
                next.add(Optional.of(camera));
            } else {
                next.set(empty, Optional.of(camera));
            }
        });
        return with(next);
    }

    /** With a camera on this place; what was there goes where the camera came from. */
    Wall put(String camera, int place) {
        Optional<Integer> from = placeOf(camera);
        if (from.isEmpty() || from.get() == place) {
            return this;
        }
        List<Optional<String>> next = new ArrayList<>(places);
        while (next.size() <= place) {
            next.add(Optional.empty());
        }
        next.set(from.get(), next.get(place));
        next.set(place, Optional.of(camera));
        return with(next).select(place);
    }

    /** In another layout, on the page of the selected place, or of the first one shown when another page is shown. */
    Wall in(Layout other) {
        int kept = shown().contains(selected) ? selected : shown().get(0);
        return new Wall(other, places, kept / tiles(other), selected, false);
    }

    /** In the next larger square layout; in the largest one already, the smallest. */
    Wall inLarger() {
        return in(squares()
                .filter(square -> tiles(square) > tiles(layout))
                .findFirst()
                .orElse(ONE));
    }

    /** In the next smaller square layout; in the smallest one already, the largest. */
    Wall inSmaller() {
        return in(squares()
                .filter(square -> tiles(square) < tiles(layout))
                .reduce((smaller, larger) -> larger)
                .orElse(new Layout(Layout.LARGEST, Layout.LARGEST)));
    }

    /** With this place selected and on the screen. */
    Wall select(int place) {
        return new Wall(layout, places, place / tiles(grid()), place, full);
    }

    /** With the tile selected that is this far right and down, if it is on the page. */
    Wall move(int right, int down) {
        List<Integer> shown = shown();
        int index = shown.indexOf(selected);
        if (index < 0) {
            return select(shown.get(0));
        }
        int column = index % grid().columns() + right;
        int row = index / grid().columns() + down;
        boolean inside = column >= 0 && column < grid().columns() && row >= 0 && row < grid().rows();
        return inside ? select(shown.get(row * grid().columns() + column)) : this;
    }

    /** One tile alone, or all of the page again. */
    Wall toggleFull() {
        Wall here = shown().contains(selected) ? this : select(shown().get(0));
        return new Wall(layout, places, 0, here.selected, !full).select(here.selected);
    }

    /**
     * On the next page that has a camera, or the one before; after the last one the first. The same tile of that page is
     * selected.
     */
    Wall turn(boolean forward) {
        Wall turned = tour(forward);
        int tiles = tiles(grid());
        return turned.select(turned.page * tiles + selected % tiles);
    }

    /** The same without selecting anything: a tour must not change what a person works with. */
    Wall tour(boolean forward) {
        int pages = pages();
        return IntStream.range(1, pages + 1)
                .map(step -> Math.floorMod(page + (forward ? step : -step), pages))
                .mapToObj(other -> new Wall(layout, places, other, selected, full))
                .filter(wall ->
                        wall.shown().stream().anyMatch(place -> at(place).isPresent()))
                .findFirst()
                .orElse(this);
    }

    private Wall with(List<Optional<String>> next) {
        while (!next.isEmpty() && next.get(next.size() - 1).isEmpty()) {
            next.remove(next.size() - 1);
        }
        Wall changed = new Wall(layout, next, page, selected, full);
        int tiles = tiles(grid());
        int last = Math.max(0, (next.size() - 1) / tiles);
        return page <= last ? changed : changed.select(Math.min(selected, last * tiles + selected % tiles));
    }

    private static int tiles(Layout grid) {
        return grid.columns() * grid.rows();
    }

    private static Stream<Layout> squares() {
        return IntStream.rangeClosed(1, Layout.LARGEST).mapToObj(size -> new Layout(size, size));
    }
}
