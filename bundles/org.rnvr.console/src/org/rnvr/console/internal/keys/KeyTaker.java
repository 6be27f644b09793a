package org.rnvr.console.internal.keys;

import org.eclipse.swt.widgets.Event;

/** A view that has keys of its own. What it takes means nothing else, whoever listened first. */
public interface KeyTaker {

    /** Whether a press of a key means something here and now. On the UI thread; the event stays as it is. */
    boolean takes(Event press);
}
