package org.rnvr.console.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rnvr.config.Layout;

class WallTest {

    private static final Layout ONE = new Layout(1, 1);
    private static final Layout FOUR = new Layout(2, 2);
    private static final Layout NINE = new Layout(3, 3);

    @Test
    void camerasTakeTheirPlacesInOrderAndPagesHoldTheRest() {
        Wall wall = wall(FOUR, "a", "b", "c", "d", "e");
        assertEquals("abcd", onScreen(wall));
        assertEquals(2, wall.pages());
        assertEquals("e...", onScreen(wall.turn(true)));
        assertEquals(wall, wall.turn(true).turn(true), "after the last page comes the first");
        assertEquals("e...", onScreen(wall.turn(false)));
    }

    @Test
    void aCameraKeepsItsPlaceWhileOthersComeAndGo() {
        Wall wall = wall(FOUR, "a", "b", "c");
        assertEquals("a.c.", onScreen(wall.holding(List.of("a", "c"))));
        assertEquals("adc.", onScreen(wall.holding(List.of("a", "c")).holding(List.of("a", "c", "d"))));
        assertEquals("a...", onScreen(wall.holding(List.of("a"))));
        assertEquals(1, wall.holding(List.of("a")).places().size(), "empty places at the end are no places");
        assertEquals("....", onScreen(wall.holding(List.of())));
        assertEquals(wall, wall.holding(List.of("c", "b", "a")), "the order of the list is for new cameras only");
    }

    @Test
    void theLastPageThatLosesItsCamerasIsLeft() {
        Wall wall = wall(FOUR, "a", "b", "c", "d", "e").turn(true);
        Wall left = wall.holding(List.of("a", "b", "c", "d"));
        assertEquals("abcd", onScreen(left));
        assertEquals(Optional.of("a"), left.selectedCamera());
    }

    @Test
    void aCameraPutOntoAnotherChangesPlacesWithIt() {
        Wall wall = wall(FOUR, "a", "b", "c");
        Wall swapped = wall.put("a", 2);
        assertEquals("cba.", onScreen(swapped));
        assertEquals(Optional.of("a"), swapped.selectedCamera(), "who was put is selected");
        assertEquals(".bca", onScreen(wall.put("a", 3)), "also onto an empty place");
        assertEquals("a..bc".length(), wall.in(NINE).put("c", 4).places().size());
        assertSame(wall, wall.put("a", 0));
        assertSame(wall, wall.put("unknown", 1));
    }

    @Test
    void aChangeOfLayoutKeepsTheSelectedTileOnTheScreen() {
        Wall wall = wall(FOUR, "a", "b", "c", "d", "e", "f").turn(true).select(5);
        assertEquals("f", onScreen(wall.in(ONE)));
        assertEquals("abcdef...", onScreen(wall.in(NINE)));
        assertEquals(Optional.of("f"), wall.in(NINE).selectedCamera());
        assertEquals("def", onScreen(wall.in(new Layout(3, 1))));
    }

    @Test
    void aChangeOfLayoutDuringATourStaysWhereTheTourIs() {
        Wall wall = wall(FOUR, "a", "b", "c", "d", "e", "f").tour(true);
        assertEquals("e", onScreen(wall.in(ONE)));
        assertEquals(0, wall.in(ONE).selected());
    }

    @Test
    void layoutsGoFromOneToEightByEightAndRound() {
        Wall wall = wall(ONE, "a");
        for (int size = 2; size <= 8; size++) {
            wall = wall.inLarger();
            assertEquals(new Layout(size, size), wall.layout());
        }
        assertEquals(ONE, wall.inLarger().layout());
        assertEquals(new Layout(8, 8), wall.inLarger().inSmaller().layout());
        assertEquals(new Layout(7, 7), wall.inSmaller().layout());
        assertEquals(NINE, wall.in(new Layout(4, 2)).inLarger().layout());
        assertEquals(FOUR, wall.in(new Layout(4, 2)).inSmaller().layout());
    }

    @Test
    void theKeyboardMovesWithinThePage() {
        Wall wall = wall(NINE, "a", "b", "c", "d");
        assertEquals(1, wall.move(1, 0).selected());
        assertEquals(3, wall.move(0, 1).selected());
        assertSame(wall, wall.move(-1, 0));
        assertSame(wall, wall.move(0, -1));
        assertEquals(8, wall.select(7).move(1, 0).selected(), "empty tiles can be selected too");
        Wall toured = wall(FOUR, "a", "b", "c", "d", "e").tour(true);
        assertEquals(4, toured.move(1, 0).selected(), "from a page without the selected tile: to its first");
    }

    @Test
    void oneTileAloneAndBack() {
        Wall wall = wall(FOUR, "a", "b", "c", "d", "e", "f").select(2);
        Wall full = wall.toggleFull();
        assertTrue(full.full());
        assertEquals("c", onScreen(full));
        assertEquals("d", onScreen(full.turn(true)));
        assertEquals("f", onScreen(full.turn(true).turn(true).turn(true)));
        Wall back = full.turn(true).turn(true).toggleFull();
        assertFalse(back.full());
        assertEquals("ef..", onScreen(back), "the page of the tile that was shown last");
        assertEquals(wall, full.toggleFull());
        assertFalse(full.in(NINE).full(), "a layout is seen as a whole");
        assertEquals("e", onScreen(wall.tour(true).toggleFull()), "a tile of the page on the screen, not of another");
    }

    @Test
    void pagesAndTilesWithoutACameraAreSkipped() {
        Wall wall = wall(FOUR, "a", "b").put("b", 9);
        assertEquals(3, wall.pages());
        Wall first = wall.select(0);
        assertEquals(".b..", onScreen(first.turn(true)));
        assertEquals("b", onScreen(first.toggleFull().turn(true)));
        Wall none = new Wall(FOUR);
        assertEquals(none, none.turn(true));
    }

    @Test
    void aTourLeavesTheSelectionAlone() {
        Wall wall = wall(FOUR, "a", "b", "c", "d", "e").select(1);
        Wall toured = wall.tour(true);
        assertEquals("e...", onScreen(toured));
        assertEquals(Optional.of("b"), toured.selectedCamera());
        assertEquals(wall, toured.tour(true));
    }

    @Test
    void sixtyFourCamerasFillTheLargestLayout() {
        List<String> cameras =
                IntStream.range(0, 64).mapToObj(number -> "camera" + number).toList();
        Wall wall = new Wall(new Layout(8, 8)).holding(cameras);
        assertEquals(64, wall.shown().size());
        assertEquals(1, wall.pages());
        assertEquals(Optional.of("camera63"), wall.at(63));
        assertEquals(Optional.of(63), wall.placeOf("camera63"));
    }

    private static Wall wall(Layout layout, String... cameras) {
        return new Wall(layout).holding(List.of(cameras));
    }

    private static String onScreen(Wall wall) {
        StringBuilder text = new StringBuilder();
        wall.shown().forEach(place -> text.append(wall.at(place).orElse(".")));
        return text.toString();
    }
}
