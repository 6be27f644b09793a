package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.event.Installed;
import org.rnvr.event.Moment;
import org.rnvr.event.Removed;
import org.rnvr.event.UpdateRefused;
import org.rnvr.event.Updated;

class DropInHistoryTest {

    private static final Moment AT = new Moment(Instant.EPOCH, 0);
    private static final Path JAR = Path.of("/data/drop ins/a=b.jar");
    private static final String NAME = "com.example.detect";

    @TempDir
    Path folder;

    private DropInHistory history;

    @BeforeEach
    void begin() {
        history = new DropInHistory(folder.resolve("seen"));
    }

    @Test
    void whatComesChangesAndGoesIsToldOnceAlsoByTheNextProcess() throws IOException {
        assertEquals(
                List.of(new Installed(AT, NAME, "1.0.0", Optional.of(JAR))),
                history.tell(List.of(jar("1.0.0", 1)), List.of(), AT));
        assertEquals(List.of(), history.tell(List.of(jar("1.0.0", 1)), List.of(), AT));
        begin();
        assertEquals(List.of(), history.tell(List.of(jar("1.0.0", 1)), List.of(), AT));
        assertEquals(
                List.of(new Updated(AT, NAME, "1.0.0", "1.1.0", Optional.of(JAR))),
                history.tell(List.of(jar("1.1.0", 2)), List.of(), AT));
        assertEquals(
                List.of(new Updated(AT, NAME, "1.1.0", "1.1.0", Optional.of(JAR))),
                history.tell(List.of(jar("1.1.0", 3)), List.of(), AT));
        begin();
        assertEquals(List.of(new Removed(AT, NAME, "1.1.0", Optional.of(JAR))), history.tell(List.of(), List.of(), AT));
        assertEquals(List.of(), history.tell(List.of(), List.of(), AT));
    }

    @Test
    void aRefusalIsToldWhenItBegins() throws IOException {
        DropInRefusal refusal = DropInRefusal.ofJar(JAR, "it is no folder.");
        List<UpdateRefused> told = List.of(new UpdateRefused(AT, "a=b.jar", refusal.message()));
        assertEquals(told, history.tell(List.of(), List.of(refusal), AT));
        assertEquals(List.of(), history.tell(List.of(), List.of(refusal), AT));
        assertEquals(List.of(), history.tell(List.of(), List.of(), AT));
        assertEquals(told, history.tell(List.of(), List.of(refusal), AT));
    }

    private static DropIn jar(String version, long written) {
        return new DropIn(
                JAR,
                new FileMark(FileTime.fromMillis(written), 1, "1"),
                new NewBundle(new BundleId(NAME, version), Optional.empty(), Set.of()));
    }
}
