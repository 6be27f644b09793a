package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.event.Moment;
import org.rnvr.event.UpdateRefused;

class RefusalNotesTest {

    private static final Moment AT = new Moment(Instant.EPOCH, 0);

    @TempDir
    Path folder;

    @Test
    void eachThatIsLeftFromNowOnIsHeardOfOnceByEveryone() throws IOException {
        Path file = folder.resolve("update.refused");
        RefusalNotes.leave(file, new UpdateRefused(AT, "old", "long ago"));
        RefusalNotes one = new RefusalNotes(file);
        RefusalNotes other = new RefusalNotes(file);
        assertEquals(Optional.empty(), heard(one));

        RefusalNotes.leave(file, new UpdateRefused(AT, "com.example", "it is not\nsigned: a=b"));
        assertEquals(Optional.of("com.example: it is not signed: a=b"), heard(one));
        assertEquals(Optional.empty(), heard(one));
        assertEquals(Optional.of("com.example: it is not signed: a=b"), heard(other));
    }

    @Test
    void theFirstOneIsHeardOf() throws IOException {
        Path file = folder.resolve("update.refused");
        RefusalNotes notes = new RefusalNotes(file);
        RefusalNotes.leave(file, new UpdateRefused(AT, "", "no"));
        assertEquals(Optional.of(": no"), heard(notes));
    }

    private static Optional<String> heard(RefusalNotes notes) throws IOException {
        return notes.next().map(refused -> refused.feature() + ": " + refused.reason());
    }
}
