package org.rnvr.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rnvr.lab.fixture.Await;

/** Starts the product as a person does, again and again, and measures what is on the screen when. */
final class StartBenchmark {

    private static final XServer.Window SCREEN = new XServer.Window(0, 0, 1280, 800);

    /** Smaller ones are dialogs, menus and hints. */
    private static final int LEAST_WINDOW = 400;

    /** Within the first word of the menu bar. */
    private static final int MENU_X = 20;

    private static final int MENU_Y = 12;

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration MOVING = Duration.ofSeconds(10);
    private static final Duration CLICK_AGAIN = Duration.ofSeconds(2);

    private final StartOptions options;
    private final Consumer<String> progress;

    /**
     * A benchmark.
     *
     * @param options what to do
     * @param progress hears what is done
     */
    StartBenchmark(StartOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Does all rounds. */
    List<Start> run(Path folder) {
        List<Start> starts = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            for (Start.Site site : Start.Site.values()) {
                boolean cold = round == 1;
                progress.accept("round " + round + ": " + site + (cold ? ", cold" : ", warm"));
                starts.add(new Start(site, cold, measure(site, folder(folder.resolve(site.toString())))));
            }
        }
        return starts;
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Start.Step, Double> measure(Start.Site site, Path folder) {
        Map<Start.Step, Double> seconds = new EnumMap<>(Start.Step.class);
        try (XServer screen = XServer.start(SCREEN.width(), SCREEN.height());
                ConsoleAtWork console = ConsoleAtWork.start(site, folder, screen.name())) {
            XServer.Window window = await("a window", console, () -> screen.shown().stream()
                    .filter(one -> one.width() >= LEAST_WINDOW && one.height() >= LEAST_WINDOW)
                    .findFirst());
            seconds.put(Start.Step.WINDOW, console.age());
            switch (site) {
                case DEMO -> {
                    seconds.put(Start.Step.PICTURE, awaitPicture(console, screen));
                    seconds.put(Start.Step.STREAMING, awaitTold("streaming", console));
                }
                case EMPTY -> seconds.put(Start.Step.USABLE, awaitMenu(console, screen, window));
            }
            seconds.put(Start.Step.STARTED, awaitTold("started", console));
        }
        return seconds;
    }

    private static double awaitTold(String event, ConsoleAtWork console) {
        return await(event + " in the journal", console, () -> console.told(event));
    }

    /** When the picture was there, told once it has moved. */
    private static double awaitPicture(ConsoleAtWork console, XServer screen) {
        Coloured first =
                await("a picture", console, () -> Optional.of(look(screen)).filter(Coloured::isPicture));
        double seen = console.age();
        Await.value(
                "the picture to move", MOVING, () -> Optional.of(look(screen)).filter(first::movesTo));
        return seen;
    }

    private static Coloured look(XServer screen) {
        return Coloured.in(screen.pixels(SCREEN));
    }

    /** When a click had opened a menu. One that came before the menus were there is repeated. */
    private static double awaitMenu(ConsoleAtWork console, XServer screen, XServer.Window window) {
        int before = screen.shown().size();
        return await("a menu to open", console, () -> {
            screen.click(window.x() + MENU_X, window.y() + MENU_Y);
            return Await.within(
                    CLICK_AGAIN, () -> screen.shown().size() > before ? Optional.of(console.age()) : Optional.empty());
        });
    }

    private static <T> T await(String what, ConsoleAtWork console, Supplier<Optional<T>> source) {
        return Await.value(what, LIMIT, () -> {
            console.requireAlive();
            return source.get();
        });
    }
}
