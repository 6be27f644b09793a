package org.rnvr.console.internal.live;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.ui.IMemento;
import org.rnvr.config.Layout;

/** The arrangement of a wall from one run to the next. What the configuration decides is not in it. */
final class WallMemory {

    private static final String LAYOUT = "layout";
    private static final String PLACES = "places";
    private static final String TOUR = "tour_seconds";
    private static final String BETWEEN = ",";
    private static final Pattern GRID = Pattern.compile("([1-8])x([1-8])");

    private WallMemory() {}

    static void save(IMemento memento, Wall wall, Duration tour) {
        memento.putString(LAYOUT, wall.layout().toString());
        memento.putString(
                PLACES, wall.places().stream().map(place -> place.orElse("")).collect(Collectors.joining(BETWEEN)));
        memento.putString(TOUR, Long.toString(tour.toSeconds()));
    }

    /** The layout that was left; empty when there is none. */
    static Optional<Layout> layout(IMemento memento) {
        return Optional.ofNullable(memento.getString(LAYOUT)).flatMap(WallMemory::layout);
    }

    /** A layout from its text form. */
    static Optional<Layout> layout(String text) {
        Matcher grid = GRID.matcher(text.strip());
        return grid.matches()
                ? Optional.of(new Layout(Integer.parseInt(grid.group(1)), Integer.parseInt(grid.group(2))))
                : Optional.empty();
    }

    /** From place to camera. */
    static List<Optional<String>> places(IMemento memento) {
        String text = memento.getString(PLACES);
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(BETWEEN, -1))
                        .map(camera -> Optional.of(camera).filter(id -> !id.isEmpty()))
                        .toList();
    }

    /** How long a tour stays on a page; zero: no tour. */
    static Duration tour(IMemento memento) {
        String text = memento.getString(TOUR);
        return text != null && text.matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
    }
}
