package org.rnvr.console.internal.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work on the volume that is cancelled before a thread has taken it up. */
class VolumeWorkTest {

    private final VolumeWork work = new VolumeWork();
    private final AtomicBoolean done = new AtomicBoolean();

    @BeforeEach
    void noThreadTakesAnythingUp() {
        Job.getJobManager().suspend();
    }

    @AfterEach
    void theyDoAgain() {
        Job.getJobManager().resume();
    }

    @Test
    void itHasEndedAndOtherWorkCanBegin() {
        AtomicInteger told = new AtomicInteger();
        work.observe(told::incrementAndGet);
        begin("check");
        assertTrue(work.stand().orElseThrow().isRunning());
        work.cancel();
        assertEquals(
                Optional.of(new VolumeWork.Stand("check", Optional.empty(), Messages.work_cancelled, false)),
                work.stand());
        assertEquals(2, told.get(), "its beginning and its end");
        begin("clean up");
        assertEquals("clean up", work.stand().orElseThrow().name());
        work.cancel();
        assertFalse(done.get());
    }

    @Test
    void whatHasEndedIsNotCancelledAgain() {
        begin("check");
        work.cancel();
        Optional<VolumeWork.Stand> ended = work.stand();
        work.cancel();
        assertEquals(ended, work.stand());
    }

    private void begin(String name) {
        work.begin(name, progress -> {
            done.set(true);
            return "done";
        });
    }
}
