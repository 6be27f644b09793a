package org.rnvr.console.internal.playback;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The menu of the timeline: what moves and marks on it, with the keys that do the same. On the UI thread. */
final class TimelineMenu {

    private final Menu menu;
    private final Consumer<Act> acts;

    TimelineMenu(Control owner, Consumer<Act> acts) {
        this.acts = acts;
        menu = new Menu(owner);
        add(Messages.menu_camera, Act.TOGGLE_CAMERA);
        separate();
        add(Messages.menu_next_stretch, Act.NEXT_STRETCH);
        add(Messages.menu_previous_stretch, Act.PREVIOUS_STRETCH);
        add(Messages.menu_next_bookmark, Act.NEXT_BOOKMARK);
        add(Messages.menu_previous_bookmark, Act.PREVIOUS_BOOKMARK);
        add(Messages.menu_next_event, Act.NEXT_EVENT);
        add(Messages.menu_previous_event, Act.PREVIOUS_EVENT);
        separate();
        add(Messages.menu_first, Act.FIRST);
        add(Messages.menu_now, Act.NOW);
        add(Messages.menu_move_back, Act.MOVE_BACK);
        add(Messages.menu_move_on, Act.MOVE_ON);
        add(Messages.menu_clock, Act.EDIT_CLOCK);
        add(Messages.menu_calendar, Act.CALENDAR);
        separate();
        add(Messages.menu_zoom_in, Act.ZOOM_IN);
        add(Messages.menu_zoom_out, Act.ZOOM_OUT);
        add(Messages.menu_pan_left, Act.PAN_LEFT);
        add(Messages.menu_pan_right, Act.PAN_RIGHT);
        separate();
        add(Messages.menu_mark_in, Act.MARK_IN);
        add(Messages.menu_mark_out, Act.MARK_OUT);
        add(Messages.menu_clear, Act.CLEAR_MARKS);
        add(Messages.menu_repeat, Act.REPEAT);
        owner.setMenu(menu);
    }

    private void separate() {
        new MenuItem(menu, SWT.SEPARATOR);
    }

    private void add(String words, Act act) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(words);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> acts.accept(act)));
    }
}
