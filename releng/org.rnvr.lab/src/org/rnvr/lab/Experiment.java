package org.rnvr.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.rnvr.lab.fixture.Await;

/**
 * One scenario over one transport: all recorders side by side on the same cameras and in the same outages.
 *
 * @param scenario what befalls the cameras
 * @param transport how media travel
 * @param systems the recorders' names
 * @param cameras how many cameras; each outage gives each recorder as many samples
 * @param repeats how many outages
 */
public record Experiment(Scenario scenario, Transport transport, List<String> systems, int cameras, int repeats) {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration RETURN = Duration.ofSeconds(45);

    /** Detectors have seen a camera for a while when it is lost. */
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    /** A key frame every 2 s and a keep-alive every 5 s: any phase of both is as likely. */
    private static final int PHASE_MS = 5000;

    private static final int STAGGER_MS = 1500;

    /** What is recorded after the last view, so that the view's end lies in no unfinished part of a file. */
    private static final Duration AFTER = Duration.ofSeconds(2);

    /**
     * Runs it.
     *
     * @param folder where the recorders' files go
     * @param random phases and pauses
     * @param progress told what happens, a line at a time
     * @return what was seen
     */
    public Results run(Path folder, Random random, Consumer<String> progress) {
        List<RecorderUnderTest> recorders = new ArrayList<>();
        try (Site site = Site.open(cameras);
                FileWatch watch = new FileWatch()) {
            try {
                systems.forEach(name -> recorders.add(Systems.create(name, transport, site, folder, watch)));
                start(recorders, site, random);
                MachineLoad.Ticks begin = MachineLoad.Ticks.now();
                watch.beginToMeasure();
                List<Outage> outages = new ArrayList<>();
                for (int number = 1; number <= repeats; number++) {
                    Await.pass(Duration.ofMillis(random.nextInt(PHASE_MS)));
                    outages.add(happen(site, recorders, progress));
                }
                MachineLoad load = MachineLoad.since(begin, watch.latest());
                Await.pass(AFTER);
                recorders.parallelStream().forEach(RecorderUnderTest::stop);
                return results(outages, recorders, load);
            } finally {
                recorders.forEach(RecorderUnderTest::close);
            }
        }
    }

    /** Each camera a while after the other, so that their sessions are not in step. */
    private void start(List<RecorderUnderTest> recorders, Site site, Random random) {
        for (String camera : site.cameras()) {
            recorders.forEach(recorder -> recorder.watch(camera));
            for (RecorderUnderTest recorder : recorders) {
                Await.value(recorder.name() + " to record " + camera, START, () -> steady(recorder));
            }
            Await.pass(Duration.ofMillis(random.nextInt(STAGGER_MS)));
        }
        Await.pass(WARM_UP);
    }

    private Outage happen(Site site, List<RecorderUnderTest> recorders, Consumer<String> progress) {
        long begin = scenario.disturbance().begin(site);
        Await.pass(scenario.length().minusNanos(System.nanoTime() - begin));
        long restored = scenario.disturbance().end(site);
        Await.pass(scenario.observed());
        List<RecorderUnderTest> away = new ArrayList<>(recorders);
        Await.within(RETURN, () -> {
            away.removeIf(RecorderUnderTest::steady);
            return away.isEmpty() ? Optional.of(true) : Optional.empty();
        });
        Outage outage = new Outage(begin, restored, System.nanoTime());
        for (RecorderUnderTest recorder : away) {
            progress.accept(recorder.name() + " does not record every camera "
                    + RETURN.plus(scenario.observed()).toSeconds() + " s after " + scenario.name() + " over "
                    + transport + ", and is started again");
            recorder.restart();
            Await.value(recorder.name() + " to record every camera again", START, () -> steady(recorder));
        }
        return outage;
    }

    private Results results(List<Outage> outages, List<RecorderUnderTest> recorders, MachineLoad load) {
        List<Sample> samples = new ArrayList<>();
        List<Results.Files> files = new ArrayList<>();
        List<List<Track>> all =
                recorders.parallelStream().map(RecorderUnderTest::tracks).toList();
        for (int i = 0; i < all.size(); i++) {
            String name = recorders.get(i).name();
            List<Track> tracks = all.get(i);
            files.add(Results.Files.of(name, tracks));
            for (int number = 1; number <= outages.size(); number++) {
                for (Track track : tracks) {
                    samples.add(Sample.of(name, track, number, outages.get(number - 1)));
                }
            }
        }
        return new Results(scenario, transport, outages, samples, files, load);
    }

    private static Optional<Boolean> steady(RecorderUnderTest recorder) {
        return recorder.steady() ? Optional.of(true) : Optional.empty();
    }
}
