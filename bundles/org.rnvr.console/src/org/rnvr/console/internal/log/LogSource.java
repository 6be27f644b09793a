package org.rnvr.console.internal.log;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.rnvr.log.LogFile;
import org.rnvr.log.LogFiles;

/** The files of the log, while somebody writes one. Any thread. */
@Component(service = LogSource.class)
public final class LogSource {

    private volatile Optional<LogFiles> files = Optional.empty();

    /** The files; none while nobody writes a log. Waits for the disk. */
    List<LogFile> list() throws IOException {
        Optional<LogFiles> present = files;
        return present.isPresent() ? present.get().list() : List.of();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setFiles(LogFiles service) {
        files = Optional.of(service);
    }

    synchronized void unsetFiles(LogFiles service) {
        if (files.filter(present -> present == service).isPresent()) {
            files = Optional.empty();
        }
    }
}
