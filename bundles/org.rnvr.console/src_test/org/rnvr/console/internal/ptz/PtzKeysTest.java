package org.rnvr.console.internal.ptz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rnvr.config.KeyBindings;
import org.rnvr.control.PtzVelocity;

class PtzKeysTest {

    /** Where the keys lie on the keyboard is where the camera turns. */
    @ParameterizedTest
    @CsvSource({
        "pan_left, Q, -1, 1, 0",
        "up, W, 0, 1, 0",
        "right_up, E, 1, 1, 0",
        "left, A, -1, 0, 0",
        "right, D, 1, 0, 0",
        "pan_down, Z, -1, -1, 0",
        "down, X, 0, -1, 0",
        "right_down, C, 1, -1, 0",
        "zoom_in, V, 0, 0, 1",
        "zoom_out, B, 0, 0, -1"
    })
    void eachKeyMovesItsWay(String setting, String key, int pan, int tilt, int zoom) {
        PtzKeys keys = new PtzKeys(new KeyBindings(Map.of(setting, key)));
        PtzAction action = keys.pressed(key.toLowerCase().charAt(0), 0).orElseThrow();
        PtzVelocity velocity = action.velocity(1);
        assertEquals(pan, velocity.pan());
        assertEquals(tilt, velocity.tilt());
        assertEquals(zoom, velocity.zoom());
        assertTrue(action.isMovement());
        assertEquals(Optional.of(key), keys.name(action));
    }

    @Test
    void namesOfAllKindsAreKnown() {
        PtzKeys keys = new PtzKeys(new KeyBindings(Map.of(
                "up",
                "Up",
                "down",
                "PageDown",
                "left",
                "F5",
                "right",
                "Ctrl+Shift+N",
                "stop",
                "Space",
                "zoom_in",
                "F24")));
        assertEquals(Optional.of(PtzAction.UP), keys.pressed(SWT.ARROW_UP, 0));
        assertEquals(Optional.of(PtzAction.DOWN), keys.pressed(SWT.PAGE_DOWN, 0));
        assertEquals(Optional.of(PtzAction.LEFT), keys.pressed(SWT.F5, 0));
        assertEquals(Optional.of(PtzAction.RIGHT), keys.pressed('n', SWT.CTRL | SWT.SHIFT));
        assertEquals(Optional.of(PtzAction.STOP), keys.pressed(' ', 0));
        assertEquals(Optional.empty(), keys.pressed('n', SWT.CTRL));
        assertEquals(Optional.empty(), keys.pressed(SWT.ARROW_UP, SWT.CTRL));
        assertEquals(Optional.empty(), keys.pressed('w', 0));
    }

    @Test
    void aReleaseIsKnownWhateverTheModifiersAreByThen() {
        PtzKeys keys = new PtzKeys(new KeyBindings(Map.of("up", "Ctrl+N")));
        assertTrue(keys.isOf('n', PtzAction.UP));
        assertFalse(keys.isOf('m', PtzAction.UP));
        assertFalse(keys.isOf('n', PtzAction.DOWN));
    }
}
