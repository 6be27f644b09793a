package org.rnvr.console.internal.status;

import org.rnvr.console.internal.cameras.CamerasView;
import org.rnvr.console.internal.problems.ProblemsView;

/** A place in the status bar, from left to right, with the view that tells more. */
enum Field {
    ALERTS(AlertsView.ID),
    PROBLEMS(ProblemsView.ID),
    CAMERAS(CamerasView.ID),
    RECORDING(CamerasView.ID),
    DISK(AlertsView.ID),
    CPU(AlertsView.ID),
    MEMORY(AlertsView.ID),
    TEMPERATURE(AlertsView.ID);

    private final String view;

    Field(String view) {
        this.view = view;
    }

    String view() {
        return view;
    }
}
