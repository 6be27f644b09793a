package org.rnvr.console.internal.find;

/**
 * What can be found by its name.
 *
 * @param kind what it is
 * @param name what people call it
 * @param key the key that does the same, as people read it; empty if there is none
 * @param action what is done with it once it was found; on the UI thread
 */
record Finding(Kind kind, String name, String key, Runnable action) {

    /** Kinds, in the order in which they are listed. */
    enum Kind {
        CAMERA,
        VIEW,
        PERSPECTIVE,
        COMMAND,
        PREFERENCES;

        /** What people call it. */
        String words() {
            return switch (this) {
                case CAMERA -> Messages.kind_camera;
                case VIEW -> Messages.kind_view;
                case PERSPECTIVE -> Messages.kind_perspective;
                case COMMAND -> Messages.kind_command;
                case PREFERENCES -> Messages.kind_preferences;
            };
        }
    }
}
