package org.rnvr.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessTableTest {

    private static final String STAT = "%d (%s) S 1 2 3 0 -1 4194560 500 0 3 0 %d %d 7 8 20 0 3 0 100 4096 512 0\n";
    private static final String STATUS = "Name:\tx\nvoluntary_ctxt_switches:\t%d\nnonvoluntary_ctxt_switches:\t%d\n";
    private static final String MEMORY =
            """
            55d0-7ffd ---p 00000000 00:00 0 [rollup]
            Rss:                %d kB
            Pss:                %d kB
            Pss_Anon:           9999 kB
            SwapPss:               0 kB
            """;

    @TempDir
    Path root;

    @Test
    void aProcessIsTheSumOfWhatItsFilesTell() throws IOException {
        process(10, 70, 30, 2048, 1024);
        thread(10, 10, "rnvr", 5, 1);
        thread(10, 11, "task1", 20, 10);
        thread(10, 12, "task22", 30, 4);
        process(20, 1, 2, 100, 50);
        thread(20, 20, "a (b) c", 1, 2);
        Usage usage = new ProcessTable(root).usage(List.of(10L, 20L));
        assertEquals(103, usage.ticks());
        assertEquals(Map.of("rnvr", 6L, "task", 64L, "a (b) c", 3L), usage.ticksByThread());
        assertEquals(4, usage.threads());
        assertEquals(4 * 9, usage.switches());
        assertEquals(2148, usage.residentKb());
        assertEquals(1074, usage.proportionalKb());
    }

    @Test
    void aProcessThatHasEndedIsSaid() {
        assertEquals(
                "process 99 has ended",
                assertThrows(IllegalStateException.class, () -> new ProcessTable(root).usage(List.of(99L)))
                        .getMessage());
    }

    @Test
    void thisProcessUsesWhatTheVirtualMachineSaysItDoes() {
        ProcessHandle self = ProcessHandle.current();
        Usage usage = new ProcessTable(Path.of("/proc")).usage(List.of(self.pid()));
        long told = self.info().totalCpuDuration().orElseThrow().toMillis() * ProcessTable.TICKS_A_SECOND / 1000;
        assertTrue(usage.ticks() > 0 && usage.ticks() <= told + 1, usage.ticks() + " of " + told);
        assertTrue(usage.threads() >= Thread.getAllStackTraces().size() / 2, usage.toString());
        assertTrue(usage.residentKb() >= usage.proportionalKb() && usage.proportionalKb() > 0, usage.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "task12,task",
        "muxer0:src,muxer:src",
        "GC Thread#1,GC Thread#",
        "C2 CompilerThre,C2 CompilerThre",
        "gst-launch-1.0,gst-launch-1.0",
        "rtpjitterbuffer,rtpjitterbuffer"
    })
    void threadsThatDifferByANumberAreOfOneKind(String name, String kind) {
        assertEquals(kind, ThreadName.kind(name));
    }

    private void process(long pid, long user, long system, long rss, long pss) throws IOException {
        Path folder = Files.createDirectories(root.resolve(Long.toString(pid)));
        Files.writeString(folder.resolve("stat"), String.format(STAT, pid, "rnvr", user, system));
        Files.writeString(folder.resolve("smaps_rollup"), String.format(MEMORY, rss, pss));
    }

    private void thread(long pid, long tid, String name, long user, long system) throws IOException {
        Path folder = Files.createDirectories(root.resolve(pid + "/task/" + tid));
        Files.writeString(folder.resolve("stat"), String.format(STAT, tid, name, user, system));
        Files.writeString(folder.resolve("status"), String.format(STATUS, 7, 2));
    }
}
