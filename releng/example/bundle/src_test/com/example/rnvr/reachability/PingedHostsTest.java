package com.example.rnvr.reachability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.example.rnvr.reachability.Hosts.Answer;
import com.example.rnvr.reachability.Hosts.Echo;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PingedHostsTest {

    @Test
    void thisMachineAnswers() {
        try (Hosts hosts = new PingedHosts()) {
            Echo echo = hosts.ask("127.0.0.1");
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                while (echo.answer() == Answer.PENDING) {
                    Thread.onSpinWait();
                }
            });
            assertEquals(Answer.ANSWERED, echo.answer());
        }
    }

    @Test
    void nothingIsSentAfterTheEnd() {
        Hosts hosts = new PingedHosts();
        hosts.close();
        assertEquals(Answer.NOT_SENT, hosts.ask("127.0.0.1").answer());
    }

    @Test
    void threadsEndWithIt() throws InterruptedException {
        Hosts hosts = new PingedHosts();
        hosts.ask("127.0.0.1");
        hosts.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("reachability-echo")) {
                thread.join(20_000);
                assertFalse(thread.isAlive());
            }
        }
    }
}
