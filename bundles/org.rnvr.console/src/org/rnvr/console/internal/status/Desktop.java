package org.rnvr.console.internal.status;

import java.io.IOException;

/** Notifications of the desktop. Waits for it: not for the UI thread. */
interface Desktop {

    /**
     * Shows a notification until it is withdrawn or the operator closes it.
     *
     * @return what the desktop calls it
     * @throws IOException if there is no desktop that shows notifications
     */
    long show(NoticeText text) throws IOException, InterruptedException;

    /**
     * Takes a notification away; one that is gone already is no failure.
     *
     * @throws IOException if the desktop does not do it
     */
    void withdraw(long id) throws IOException, InterruptedException;
}
