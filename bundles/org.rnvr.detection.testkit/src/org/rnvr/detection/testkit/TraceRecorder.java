package org.rnvr.detection.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.DetectionStrategy;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.WatchedSession;
import org.rnvr.detection.testkit.internal.TraceWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A strategy that suspects nobody and writes what is observed on each session to a {@link TraceFile}
 * {@code CAMERA-SESSION.trace}, or {@code CAMERA-SESSION.2.trace} and so on if that exists.
 * <p>
 * Detectors only put observations into a queue, which one thread writes; what does not fit is dropped, counted in the end line
 * and logged. Registered as a service only while {@value #FOLDER_PROPERTY} names a folder; where
 * {@code streaming.detection_strategies} names strategies, it must be among them. Any thread.
 */
public final class TraceRecorder implements DetectionStrategy, AutoCloseable {

    /** Framework or system property: the folder to write to. Absent: nothing is recorded. */
    public static final String FOLDER_PROPERTY = "rnvr.trace";

    private static final Logger LOG = LoggerFactory.getLogger(TraceRecorder.class);

    /** Some minutes of one camera, or some seconds of many. */
    private static final int QUEUE = 16_384;

    private static final long IDLE_MILLIS = 200;
    private static final long END_MILLIS = 5_000;

    private final Path folder;
    private final BlockingQueue<Entry> queue;
    private final Set<Recording> open = new LinkedHashSet<>();
    private final Thread writer;
    private volatile boolean ending;

    /** Into a folder, which is made if it is not there. */
    public TraceRecorder(Path folder) {
        this(folder, QUEUE);
    }

    TraceRecorder(Path folder, int queueLength) {
        this.folder = Objects.requireNonNull(folder);
        queue = new ArrayBlockingQueue<>(queueLength);
        writer = new Thread(this::write, "rnvr-trace-recorder");
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public String name() {
        return "trace-recorder";
    }

    @Override
    public Detector watch(WatchedSession session) {
        return new Recording(session);
    }

    /** Writes what was observed up to now, for no more than 5 s, and ends. Later observations are not recorded. */
    @Override
    public void close() {
        ending = true;
        try {
            writer.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (writer.isAlive()) {
            LOG.warn("Traces in {} are not written completely", folder);
        }
    }

    private void write() {
        boolean goesOn = true;
        while (goesOn) {
            boolean last = ending;
            Entry entry = nextEntry();
            if (entry != null) {
                write(entry);
            } else {
                goesOn = !last;
                idle();
            }
        }
        open.forEach(Recording::end);
    }

    private Entry nextEntry() {
        try {
            return queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Nobody but a stranger interrupts it: the thread ends by its flag.
            LOG.debug("Interrupted", e);
            return null;
        }
    }

    private void write(Entry entry) {
        open.add(entry.recording());
        entry.recording().write(entry.observation());
    }

    private void idle() {
        open.removeIf(Recording::isOver);
    }

    private record Entry(Recording recording, Observation observation) {}

    private final class Recording implements Detector {

        private final WatchedSession session;
        private final AtomicLong dropped = new AtomicLong();
        private volatile boolean closed;

        private TraceWriter out;
        private boolean failed;
        private boolean seenClosed;

        Recording(WatchedSession session) {
            this.session = session;
        }

        @Override
        public Assessment observe(Observation observation) {
            if (ending || !queue.offer(new Entry(this, observation))) {
                dropped.incrementAndGet();
            }
            return Assessment.HEALTHY;
        }

        @Override
        public void close() {
            closed = true;
        }

        void write(Observation observation) {
            if (failed) {
                return;
            }
            try {
                if (out == null) {
                    out = begin();
                }
                out.write(observation);
            } catch (IOException e) {
                fail(e);
            }
        }

        /** Called when the queue was empty: one that was closed before that has nothing in it any more, and is ended. */
        boolean isOver() {
            if (seenClosed) {
                end();
                return true;
            }
            seenClosed = closed;
            flush();
            return false;
        }

        private void flush() {
            try {
                if (out != null) {
                    out.flush();
                }
            } catch (IOException e) {
                fail(e);
            }
        }

        void end() {
            long missing = dropped.get();
            if (missing > 0) {
                LOG.warn(
                        "The trace of camera {}, session {} lacks {} observations that came faster than they could be"
                                + " written",
                        session.cameraId(),
                        session.session(),
                        missing);
            }
            if (out == null) {
                return;
            }
            try (TraceWriter ended = out) {
                ended.end(missing);
            } catch (IOException e) {
                fail(e);
            }
            out = null;
        }

        private TraceWriter begin() throws IOException {
            Files.createDirectories(folder);
            String name = session.cameraId() + "-" + session.session();
            Path file = folder.resolve(name + ".trace");
            for (int number = 2; ; number++) {
                try {
                    return new TraceWriter(
                            Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW),
                            session.cameraId(),
                            session.session(),
                            session.nanos());
                } catch (FileAlreadyExistsException e) {
                    LOG.debug("{} exists", file);
                    file = folder.resolve(name + "." + number + ".trace");
                }
            }
        }

        private void fail(IOException e) {
            failed = true;
            LOG.error(
                    "The trace of camera {}, session {} cannot be written to {} and ends",
                    session.cameraId(),
                    session.session(),
                    folder,
                    e);
            TraceWriter broken = out;
            out = null;
            if (broken != null) {
                try {
                    broken.close();
                } catch (IOException again) {
                    LOG.debug("Not closed either", again);
                }
            }
        }
    }
}
