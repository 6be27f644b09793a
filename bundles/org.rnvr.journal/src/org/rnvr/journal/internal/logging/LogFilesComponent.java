package org.rnvr.journal.internal.logging;

import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.rnvr.config.ConfigurationService;
import org.rnvr.log.LogFile;
import org.rnvr.log.LogFiles;

/** The files of the log as the configuration has them now. */
@Component
public final class LogFilesComponent implements LogFiles {

    private final ConfigurationService configuration;

    /** Of this configuration. */
    @Activate
    public LogFilesComponent(@Reference ConfigurationService configuration) {
        this.configuration = configuration;
    }

    @Override
    public List<LogFile> list() throws IOException {
        return LogFolder.list(configuration.current().logging());
    }
}
