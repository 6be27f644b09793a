package org.rnvr.app.internal;

import org.rnvr.recording.RecordingTools;

/**
 * Carries out one command on a recording folder or an export. Exit code 0: all is well, 1: problems were found or it could not
 * be done, 2: wrong usage.
 */
public final class RecordingsApplication extends CommandApplication<RecordingTools> {

    /** Made by the platform. */
    public RecordingsApplication() {
        super(RecordingTools.class, Terminal.EXIT_PROBLEM);
    }

    @Override
    RecordingsCommand command(String... arguments) {
        return RecordingsCommand.parse(arguments);
    }
}
