package org.rnvr.console.internal.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.log.LogFile;

/** Looks every second for what is new in the log, aside from the UI. */
final class LogWatch extends Job {

    /**
     * What was found.
     *
     * @param files all files of the log
     * @param file the one that is read; empty if there is none
     * @param lines what is new in it
     * @param anew whether these are all there is, in place of what was read before
     * @param trouble why nothing can be read, in words
     */
    record News(List<LogFile> files, Optional<Path> file, List<String> lines, boolean anew, Optional<String> trouble) {}

    private static final long PAUSE_MS = 1_000;
    private static final int MOST_BYTES = 16 << 20;

    private final LogSource source;
    private final Consumer<News> listener;
    private volatile Optional<Path> chosen = Optional.empty();
    private volatile boolean closed;
    private Optional<LogTail> tail = Optional.empty();

    /** Begins with the current file; the listener is called on a thread of its own. */
    LogWatch(LogSource source, Consumer<News> listener) {
        super(Messages.watch_job);
        this.source = source;
        this.listener = listener;
        setSystem(true);
        schedule();
    }

    /** Reads this file from now on; empty for the current one, whichever that is. */
    void choose(Optional<Path> file) {
        chosen = file;
        wakeUp();
    }

    /** Ends; does not wait. */
    void close() {
        closed = true;
        cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        News news = look();
        if (!closed) {
            listener.accept(news);
            schedule(PAUSE_MS);
        }
        return Status.OK_STATUS;
    }

    private News look() {
        List<LogFile> files = List.of();
        try {
            files = source.list();
            Optional<Path> file = chosen.or(current(files));
            if (file.isEmpty()) {
                boolean before = tail.isPresent();
                tail = Optional.empty();
                return new News(files, file, List.of(), before, Optional.empty());
            }
            if (tail.map(LogTail::file).filter(file.get()::equals).isEmpty()) {
                tail = Optional.of(new LogTail(file.get(), MOST_BYTES));
            }
            LogTail.Read read = tail.get().read();
            return new News(files, file, read.lines(), read.anew(), Optional.empty());
        } catch (NoSuchFileException e) {
            return failed(files, NLS.bind(Messages.gone, Reasons.told(e)));
        } catch (IOException e) {
            return failed(files, NLS.bind(Messages.unreadable, e));
        }
    }

    private News failed(List<LogFile> files, String trouble) {
        Optional<Path> file = tail.map(LogTail::file);
        tail = Optional.empty();
        return new News(files, file, List.of(), true, Optional.of(trouble));
    }

    private static Supplier<Optional<Path>> current(List<LogFile> files) {
        return () -> files.stream().filter(LogFile::current).map(LogFile::path).findFirst();
    }
}
