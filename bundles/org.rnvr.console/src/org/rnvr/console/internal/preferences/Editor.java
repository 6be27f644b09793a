package org.rnvr.console.internal.preferences;

import java.util.Optional;
import org.eclipse.swt.widgets.Control;

/** The control by which a person edits one key. On the UI thread. */
interface Editor {

    /** What is entered now, allowed or not; empty: nothing. */
    Optional<Object> value();

    /** Shows a value, without telling anybody of a change. */
    void show(Optional<Object> value);

    /** What has the focus when it is edited. */
    Control control();
}
