package org.rnvr.console.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.Test;
import org.rnvr.config.Layout;

class WallMemoryTest {

    @Test
    void whatWasLeftIsFoundAgain() {
        Wall wall = new Wall(new Layout(3, 2)).holding(List.of("gate", "yard")).put("gate", 4);
        XMLMemento memento = XMLMemento.createWriteRoot("view");
        WallMemory.save(memento, wall, Duration.ofSeconds(20));
        assertEquals(Optional.of(new Layout(3, 2)), WallMemory.layout(memento));
        assertEquals(wall.places(), WallMemory.places(memento));
        assertEquals(Duration.ofSeconds(20), WallMemory.tour(memento));
    }

    @Test
    void nothingOrNonsenseIsNoMemory() {
        XMLMemento memento = XMLMemento.createWriteRoot("view");
        assertEquals(Optional.empty(), WallMemory.layout(memento));
        assertEquals(List.of(), WallMemory.places(memento));
        assertEquals(Duration.ZERO, WallMemory.tour(memento));
        memento.putString("layout", "9x1");
        memento.putString("tour_seconds", "-3");
        assertEquals(Optional.empty(), WallMemory.layout(memento));
        assertEquals(Duration.ZERO, WallMemory.tour(memento));
        assertEquals(Optional.of(new Layout(4, 3)), WallMemory.layout(" 4x3 "));
        assertEquals(Optional.empty(), WallMemory.layout("4 by 3"));
    }
}
