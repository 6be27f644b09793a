package org.rnvr.console.internal.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.junit.jupiter.api.Test;
import org.rnvr.event.Registration;
import org.rnvr.recording.Forecast;
import org.rnvr.recording.RecordingStorage;
import org.rnvr.recording.StorageStatus;

class ForecastWatchTest {

    private static final long LIMIT_S = 20;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final BlockingQueue<Long> pauses = new LinkedBlockingQueue<>();

    @Test
    void aVolumeThatCameWhileAnotherWasAskedIsAskedAtOnce() throws Exception {
        Volume volume = new Volume();
        volume.setStorage(new Slow());
        ForecastWatch watch = new ForecastWatch(volume, () -> {});
        try {
            assertTrue(asked.await(LIMIT_S, TimeUnit.SECONDS));
            watch.addJobChangeListener(new JobChangeAdapter() {
                @Override
                public void scheduled(IJobChangeEvent event) {
                    pauses.add(event.getDelay());
                }
            });
            volume.unsetStorage(volume.storage().orElseThrow());
            watch.soon();
            mayAnswer.countDown();
            assertEquals(0L, pauses.poll(LIMIT_S, TimeUnit.SECONDS));
            assertTrue(pauses.poll(LIMIT_S, TimeUnit.SECONDS) > 0, "and then again after a while");
            assertEquals(Optional.empty(), watch.latest());
        } finally {
            mayAnswer.countDown();
            watch.close();
        }
    }

    private final class Slow implements RecordingStorage {

        @Override
        public Forecast forecast() {
            asked.countDown();
            try {
                assertTrue(mayAnswer.await(LIMIT_S, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Forecast(Instant.EPOCH, 1, Optional.empty(), Optional.empty(), List.of());
        }

        @Override
        public Registration observe(Consumer<StorageStatus> observer) {
            return () -> {};
        }

        @Override
        public StorageStatus status() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void adopt() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int cleanUp() {
            throw new UnsupportedOperationException();
        }
    }
}
