package org.rnvr.console.internal.playback;

import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** The keys of the playback, as cutters' desks and players have them. */
final class Keys {

    private static final Map<Integer, Act> PLAIN = Map.ofEntries(
            Map.entry((int) ' ', Act.PLAY_OR_PAUSE),
            Map.entry((int) 'k', Act.PAUSE),
            Map.entry((int) 'l', Act.FORWARDS),
            Map.entry((int) 'j', Act.BACKWARDS),
            Map.entry((int) '.', Act.STEP_FORWARD),
            Map.entry((int) ',', Act.STEP_BACK),
            Map.entry(SWT.ARROW_RIGHT, Act.STEP_FORWARD),
            Map.entry(SWT.ARROW_LEFT, Act.STEP_BACK),
            Map.entry((int) ']', Act.NEXT_BOOKMARK),
            Map.entry((int) '[', Act.PREVIOUS_BOOKMARK),
            Map.entry((int) '\'', Act.NEXT_EVENT),
            Map.entry((int) ';', Act.PREVIOUS_EVENT),
            Map.entry(SWT.HOME, Act.FIRST),
            Map.entry(SWT.END, Act.NOW),
            Map.entry((int) 'g', Act.EDIT_CLOCK),
            Map.entry((int) 'c', Act.CALENDAR),
            Map.entry((int) '+', Act.ZOOM_IN),
            Map.entry((int) '=', Act.ZOOM_IN),
            Map.entry(SWT.KEYPAD_ADD, Act.ZOOM_IN),
            Map.entry((int) '-', Act.ZOOM_OUT),
            Map.entry(SWT.KEYPAD_SUBTRACT, Act.ZOOM_OUT),
            Map.entry(SWT.PAGE_UP, Act.PAGE_LEFT),
            Map.entry(SWT.PAGE_DOWN, Act.PAGE_RIGHT),
            Map.entry(SWT.ARROW_UP, Act.ROW_UP),
            Map.entry(SWT.ARROW_DOWN, Act.ROW_DOWN),
            Map.entry((int) SWT.CR, Act.TOGGLE_CAMERA),
            Map.entry((int) 'i', Act.MARK_IN),
            Map.entry((int) 'o', Act.MARK_OUT),
            Map.entry((int) SWT.ESC, Act.CLEAR_MARKS),
            Map.entry((int) 'r', Act.REPEAT),
            Map.entry((int) 'b', Act.BOOKMARK),
            Map.entry((int) 'e', Act.EXPORT),
            Map.entry((int) 'u', Act.BACK_UP),
            Map.entry((int) SWT.DEL, Act.DELETE),
            Map.entry((int) 's', Act.SNAPSHOT));

    private static final Map<Integer, Act> WITH_SHIFT = Map.of(
            SWT.ARROW_LEFT,
            Act.PAN_LEFT,
            SWT.ARROW_RIGHT,
            Act.PAN_RIGHT,
            (int) '=',
            Act.ZOOM_IN,
            (int) '+',
            Act.ZOOM_IN,
            (int) 'l',
            Act.FASTER,
            (int) 'j',
            Act.SLOWER);

    private static final Map<Integer, Act> WITH_CONTROL =
            Map.of(SWT.ARROW_LEFT, Act.PREVIOUS_STRETCH, SWT.ARROW_RIGHT, Act.NEXT_STRETCH);

    private static final Map<Integer, Act> WITH_ALT =
            Map.of(SWT.ARROW_LEFT, Act.MOVE_BACK, SWT.ARROW_RIGHT, Act.MOVE_ON);

    private Keys() {}

    /** What a key asks for. */
    static Optional<Act> act(Event event) {
        Map<Integer, Act> acts =
                switch (event.stateMask & SWT.MODIFIER_MASK) {
                    case SWT.NONE -> PLAIN;
                    case SWT.SHIFT -> WITH_SHIFT;
                    case SWT.CTRL -> WITH_CONTROL;
                    case SWT.ALT -> WITH_ALT;
                    default -> Map.of();
                };
        return Optional.ofNullable(acts.get(event.keyCode));
    }
}
