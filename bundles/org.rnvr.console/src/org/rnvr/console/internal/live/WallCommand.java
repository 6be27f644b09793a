package org.rnvr.console.internal.live;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.rnvr.config.Layout;

/** What commands do with a wall. */
enum WallCommand {
    /** The layout of the parameter, or one that is asked for. */
    LAYOUT {
        @Override
        void run(LiveView view, Map<String, String> parameters) {
            Optional.ofNullable(parameters.get(LAYOUT_PARAMETER))
                    .flatMap(WallMemory::layout)
                    .or(() -> asked(view))
                    .ifPresent(layout -> view.change(wall -> wall.in(layout)));
        }
    },
    PREVIOUS_LAYOUT {
        @Override
        void run(LiveView view, Map<String, String> parameters) {
            view.change(Wall::inSmaller);
        }
    },
    NEXT_LAYOUT {
        @Override
        void run(LiveView view, Map<String, String> parameters) {
            view.change(Wall::inLarger);
        }
    },
    PREVIOUS_PAGE {
        @Override
        void run(LiveView view, Map<String, String> parameters) {
            view.change(wall -> wall.turn(false));
        }
    },
    NEXT_PAGE {
        @Override
        void run(LiveView view, Map<String, String> parameters) {
            view.change(wall -> wall.turn(true));
        }
    },
    FULL_TILE {
        @Override
        void run(LiveView view, Map<String, String> parameters) {
            view.change(Wall::toggleFull);
        }
    },
    FULL_SCREEN {
        @Override
        void run(LiveView view, Map<String, String> parameters) {
            view.toggleFullScreen();
        }
    },
    /** Back to all tiles, then out of full screen. */
    LEAVE {
        @Override
        boolean makesSense(LiveView view) {
            return view.canLeave();
        }

        @Override
        void run(LiveView view, Map<String, String> parameters) {
            view.leave();
        }
    },
    /** The next page by itself, every so many seconds; 0: not. */
    TOUR {
        @Override
        void run(LiveView view, Map<String, String> parameters) {
            view.tour(Duration.ofSeconds(Long.parseLong(parameters.getOrDefault(SECONDS_PARAMETER, "0"))));
        }
    };

    private static final String LAYOUT_PARAMETER = "org.rnvr.console.wall.layout.grid";
    private static final String SECONDS_PARAMETER = "org.rnvr.console.wall.tour.seconds";

    boolean makesSense(LiveView view) {
        return true;
    }

    abstract void run(LiveView view, Map<String, String> parameters);

    private static Optional<Layout> asked(LiveView view) {
        InputDialog dialog = new InputDialog(
                view.getSite().getShell(),
                Messages.layout_title,
                Messages.layout_prompt,
                view.layout().toString(),
                text -> WallMemory.layout(text).isPresent() ? null : Messages.layout_bad);
        return dialog.open() == Window.OK ? WallMemory.layout(dialog.getValue()) : Optional.empty();
    }
}
