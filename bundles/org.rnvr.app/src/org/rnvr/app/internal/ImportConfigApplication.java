package org.rnvr.app.internal;

import java.io.IOException;
import org.rnvr.config.ConfigurationImport;

/**
 * Takes over the configuration of another installation. Exit code 0: all of it, 1: not all or nothing, 2: it cannot be read, or
 * wrong usage.
 */
public final class ImportConfigApplication extends CommandApplication<ConfigurationImport> {

    /** Made by the platform. */
    public ImportConfigApplication() {
        super(ConfigurationImport.class, Terminal.EXIT_PROBLEM);
    }

    @Override
    Command<ConfigurationImport> command(String... arguments) {
        ImportCommand command = ImportCommand.parse(arguments);
        return (imports, terminal) -> {
            try {
                return command.run(imports, terminal);
            } catch (IOException e) {
                terminal.err().println("rnvr: " + e.getMessage());
                return Terminal.EXIT_UNUSABLE;
            }
        };
    }
}
