package org.rnvr.console.internal.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void theKeyboardAloneIsEnough() {
        Set<Act> reached = EnumSet.noneOf(Act.class);
        IntStream.concat(IntStream.range(0, 256), IntStream.range(SWT.KEYCODE_BIT, SWT.KEYCODE_BIT + 256))
                .forEach(code -> Stream.of(0, SWT.SHIFT, SWT.MOD1, SWT.ALT)
                        .flatMap(modifiers -> Keys.act(key(code, modifiers)).stream())
                        .forEach(reached::add));
        assertEquals(EnumSet.allOf(Act.class), reached);
    }

    @Test
    void otherModifiersAreNotOurs() {
        assertEquals(Optional.empty(), Keys.act(key('q', SWT.MOD1)));
        assertEquals(Optional.empty(), Keys.act(key(' ', SWT.ALT)));
        assertEquals(Optional.of(Act.PLAY_OR_PAUSE), Keys.act(key(' ', 0)));
    }

    private static Event key(int code, int modifiers) {
        Event event = new Event();
        event.keyCode = code;
        event.stateMask = modifiers;
        return event;
    }
}
