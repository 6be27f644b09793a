package org.rnvr.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rnvr.lab.fixture.Command;
import org.rnvr.lab.fixture.Product;

/** How long the launching script gives an update on trial. Its clock, its waiting and the process are simulated. */
class LauncherTrialTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Reads the script without running it; each wait takes a second of a clock that nothing else moves. */
    private static final String TRIAL =
            """
            eval "$(sed '/^main "/,$d' "$0")"
            home=$1 confirmed=$2 ends=$3 obeys=$4 dead=false
            unset SECONDS
            SECONDS=0
            sleep() {
                SECONDS=$((SECONDS + 1))
                ((SECONDS < confirmed)) || rm -f -- "$home/update.pending"
                ((SECONDS < ends)) || dead=true
            }
            kill() {
                if [ "$1" = -0 ]; then
                    ! $dead
                    return
                fi
                echo "$SECONDS s: $1"
                [ "$1" != -KILL ] && ! $obeys || dead=true
            }
            (judge_trial 1)
            echo "exit code $?"
            """;

    private static final int NEVER = 1_000;

    @Test
    void anUpdateThatIsNotConfirmedIsEndedAfterAMinute() throws IOException {
        assertEquals("60 s: -TERM\nexit code 1\n", trial(NEVER, NEVER, true));
    }

    @Test
    void oneThatDoesNotEndIsKilledFiveSecondsLater() throws IOException {
        assertEquals("60 s: -TERM\n65 s: -KILL\nexit code 1\n", trial(NEVER, NEVER, false));
    }

    @Test
    void oneThatIsConfirmedInTheLastSecondGoesOn() throws IOException {
        assertEquals("exit code 0\n", trial(59, NEVER, true));
    }

    @Test
    void oneThatEndsByItselfIsNotJudgedAnyMore() throws IOException {
        assertEquals("exit code 0\n", trial(NEVER, 5, true));
    }

    private static String trial(int confirmed, int ends, boolean obeys) throws IOException {
        Path home = Product.folder("launcher-trial");
        Files.createFile(home.resolve("update.pending"));
        Command command = Command.run(
                LIMIT,
                List.of(
                        "bash",
                        "-c",
                        TRIAL,
                        Product.launcher().toString(),
                        home.toString(),
                        Integer.toString(confirmed),
                        Integer.toString(ends),
                        Boolean.toString(obeys)));
        return command.output();
    }
}
