package org.rnvr.console.internal.status;

import java.util.Optional;
import org.rnvr.console.internal.cameras.CamerasView;
import org.rnvr.console.internal.problems.ProblemsView;

/** A place in the status bar, from left to right, and what tells more. */
enum Field {
    ALERTS(AlertsView.ID),
    PROBLEMS(ProblemsView.ID),
    CAMERAS(CamerasView.ID),
    RECORDING(CamerasView.ID),
    DISK(AlertsView.ID),
    CPU(AlertsView.ID),
    MEMORY(AlertsView.ID),
    TEMPERATURE(AlertsView.ID),
    SOFTWARE;

    private final Optional<String> view;

    Field() {
        view = Optional.empty();
    }

    Field(String view) {
        this.view = Optional.of(view);
    }

    /** Empty if more is told by a dialog. */
    Optional<String> view() {
        return view;
    }
}
