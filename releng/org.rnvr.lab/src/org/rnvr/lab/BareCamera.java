package org.rnvr.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.rnvr.lab.BareRecorder.Program;

/** One camera of a bare recorder: its program, started again whenever it has ended. Safe to use from several threads. */
final class BareCamera implements AutoCloseable {

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long CLOSING_SECONDS = 3;

    /** Media that stay away longer and come again count as recovered. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What is written when a program ends are no media. */
    private static final long ENDING_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long RECENT_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final String camera;
    private final String url;
    private final Program program;
    private final Path folder;
    private final FileWatch watch;
    private final List<Attempt> attempts = new ArrayList<>();
    private final Thread thread;
    private volatile boolean stopping;

    /** A run of the program. */
    private static final class Attempt {
        private final Path file;
        private final Process process;
        private long noticed = Long.MAX_VALUE;
        private boolean ofItself;

        Attempt(Path file, Process process) {
            this.file = file;
            this.process = process;
        }
    }

    BareCamera(String camera, String url, Program program, Path folder, FileWatch watch) {
        this.camera = camera;
        this.url = url;
        this.program = program;
        this.folder = folder;
        this.watch = watch;
        thread = new Thread(this::run, "lab-" + folder.getFileName() + "-" + camera);
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether its file grows. */
    boolean steady() {
        return current()
                .filter(attempt -> attempt.process.isAlive())
                .map(attempt -> watch.growths(attempt.file))
                .filter(growths -> growths.size() > 1)
                .map(growths ->
                        System.nanoTime() - growths.get(growths.size() - 1).nanos() < RECENT_NANOS)
                .orElse(false);
    }

    /** Kills the program, whose successor begins anew. */
    void restart() {
        current().ifPresent(attempt -> {
            synchronized (this) {
                attempt.ofItself = false;
                attempt.process.destroyForcibly();
            }
        });
    }

    /** Ends the program so that it closes its file, or kills it after a while. */
    void stop() {
        stopping = true;
        current().ifPresent(attempt -> {
            program.end(attempt.process);
            if (!ends(attempt.process)) {
                attempt.process.destroyForcibly();
            }
        });
        LockSupport.unpark(thread);
    }

    /** What it did, once it is stopped. */
    synchronized Track track() {
        List<Event> events = new ArrayList<>();
        List<RecordedFile> files = new ArrayList<>();
        for (Attempt attempt : attempts) {
            if (attempt.ofItself) {
                events.add(Event.of(attempt.noticed, Event.Kind.VERDICT));
            }
            List<FileWatch.Growth> growths = watch.growths(attempt.file);
            if (growths.isEmpty()) {
                continue;
            }
            recoveries(growths, attempt.noticed, events);
            RecordedFile file = placed(attempt.file, growths);
            if (!files.isEmpty()) {
                events.add(Event.of(file.firstFrame(), Event.Kind.SESSION));
            }
            files.add(file);
        }
        return new Track(camera, events, files);
    }

    @Override
    public void close() {
        stopping = true;
        current()
                .ifPresent(attempt -> attempt.process.destroyForcibly().onExit().join());
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!stopping) {
            try {
                follow(start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            long end = System.nanoTime() + PAUSE_NANOS;
            for (long left = PAUSE_NANOS; left > 0 && !stopping; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    private synchronized Attempt start() throws IOException {
        Path file = folder.resolve(String.format("%s-%03d.mkv", camera, attempts.size() + 1));
        watch.add(file);
        Process process = new ProcessBuilder(program.command(url, file))
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        Attempt attempt = new Attempt(file, process);
        attempts.add(attempt);
        if (stopping) {
            process.destroyForcibly();
        }
        return attempt;
    }

    private void follow(Attempt attempt) throws IOException {
        long noticed = Long.MAX_VALUE;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(attempt.process.getInputStream(), StandardCharsets.UTF_8))) {
            synchronized (this) {
                attempt.ofItself = true;
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (program.tells(line)) {
                    noticed = Math.min(noticed, System.nanoTime());
                }
                Files.writeString(
                        folder.resolve(camera + ".txt"),
                        line + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        }
        attempt.process.onExit().join();
        synchronized (this) {
            attempt.noticed = Math.min(noticed, System.nanoTime());
            attempt.ofItself &= !stopping;
        }
    }

    private synchronized Optional<Attempt> current() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
    }

    private static boolean ends(Process process) {
        try {
            process.onExit().orTimeout(CLOSING_SECONDS, TimeUnit.SECONDS).join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    private static void recoveries(List<FileWatch.Growth> growths, long noticed, List<Event> events) {
        for (int i = 1; i < growths.size(); i++) {
            long nanos = growths.get(i).nanos();
            if (nanos - growths.get(i - 1).nanos() > SILENCE_NANOS && nanos < noticed - ENDING_NANOS) {
                events.add(Event.of(nanos, Event.Kind.RECOVERED));
            }
        }
    }

    /**
     * The frame that arrived with the least delay tells what the others' presentation times mean, so that what a program
     * holds back while it looks into a stream counts from when it came.
     */
    private static RecordedFile placed(Path file, List<FileWatch.Growth> growths) {
        Playback playback = Playback.of(file);
        long origin = Long.MAX_VALUE;
        int next = 0;
        for (FileWatch.Growth growth : growths) {
            while (next < playback.frames().size()
                    && playback.frames().get(next).end() <= growth.size()) {
                next++;
            }
            if (next > 0) {
                long media = Math.round(playback.frames().get(next - 1).seconds() * 1e9);
                origin = Math.min(origin, growth.nanos() - media);
            }
        }
        double[] times = playback.times();
        long first = times.length == 0 || origin == Long.MAX_VALUE
                ? growths.get(0).nanos()
                : origin + Math.round(times[0] * 1e9);
        return new RecordedFile(file, first, playback);
    }
}
