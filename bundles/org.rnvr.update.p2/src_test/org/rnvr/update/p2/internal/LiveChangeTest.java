package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.FrameworkStartLevel;

class LiveChangeTest {

    private static final int USUAL = 1;

    private final Levels framework = new Levels();
    private final List<Integer> installedAt = new ArrayList<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private int held;

    @Test
    void whatComesHasItsStartLevelAsItIsInstalled() throws IOException {
        LiveChange change = change(() -> installedAt.add(framework.initial));
        change.make(Set.of(4));
        change.make(Set.of());
        change.make(Set.of(-1));
        assertEquals(List.of(4, USUAL, USUAL), installedAt);
        assertEquals(USUAL, framework.initial);
    }

    @Test
    void afterAFailureEverythingIsAsUsual() {
        LiveChange change = change(() -> {
            throw new IOException("no");
        });
        assertThrows(IOException.class, () -> change.make(Set.of(4)));
        assertEquals(USUAL, framework.initial);
    }

    @Test
    void aChangeThatIsHeldUpIsTold() throws IOException {
        change(() -> later.remove().run()).make(Set.of());
        assertEquals(1, held);
    }

    @Test
    void aChangeThatWasMadeOrFailedIsNotHeldUp() throws IOException {
        change(() -> {}).make(Set.of());
        LiveChange failing = change(() -> {
            throw new IOException("no");
        });
        assertThrows(IOException.class, () -> failing.make(Set.of()));
        assertEquals(2, later.size());
        later.forEach(Runnable::run);
        assertEquals(0, held);
    }

    @Test
    void bundlesOfSeveralStartLevelsNeedARestart() {
        assertTrue(LiveChange.isPossible(Set.of()));
        assertTrue(LiveChange.isPossible(Set.of(2)));
        assertFalse(LiveChange.isPossible(Set.of(2, 4)));
    }

    private LiveChange change(LiveChange.Change change) {
        return new LiveChange(framework, change, later::add, () -> held++);
    }

    /** The framework's, of which only the initial level is asked. */
    private static final class Levels implements FrameworkStartLevel {

        private int initial = USUAL;

        @Override
        public int getInitialBundleStartLevel() {
            return initial;
        }

        @Override
        public void setInitialBundleStartLevel(int startlevel) {
            initial = startlevel;
        }

        @Override
        public int getStartLevel() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setStartLevel(int startlevel, FrameworkListener... listeners) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Bundle getBundle() {
            throw new UnsupportedOperationException();
        }
    }
}
