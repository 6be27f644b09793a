package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;

/** How the launching script brings the former installation back while it is started again and again. */
class LauncherReturnTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ENTRIES = 8;

    /** Reads the script without running it; each move takes long enough for others to come between. */
    private static final String AT_ONCE =
            """
            eval "$(sed '/^main "/,$d' "$0")"
            home=$1 started=()
            mv() {
                sleep 0.05
                command mv "$@"
            }
            for start in 1 2 3 4; do
                (mend) &
                started+=($!)
            done
            for start in "${started[@]}"; do
                wait "$start" || echo "exit code $?"
            done
            """;

    @Test
    void whoeverFindsItUnderWayWaitsForIt() throws IOException {
        Path home = Product.folder("launcher-return");
        Path returning = Files.createDirectory(home.resolve("returning"));
        for (int i = 0; i < ENTRIES; i++) {
            Files.writeString(home.resolve("entry" + i), "young");
            Files.writeString(returning.resolve("entry" + i), "former");
        }

        Command mended = Command.run(
                LIMIT, List.of("bash", "-c", AT_ONCE, Product.launcher().toString(), home.toString()));

        assertEquals(new Command(0, ""), mended);
        assertFalse(Files.exists(returning));
        for (int i = 0; i < ENTRIES; i++) {
            assertEquals("former", Files.readString(home.resolve("entry" + i)));
            assertEquals("young", Files.readString(home.resolve("failed/entry" + i)));
        }
    }
}
