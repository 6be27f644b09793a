package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.UpdateSettings;
import org.rnvr.event.RnvrEvent;
import org.rnvr.event.UpdateAvailable;
import org.rnvr.update.AvailableUpdate;
import org.rnvr.update.Refusal.Reason;
import org.rnvr.update.UpdateService;

class StartCheckTest {

    private static final List<URI> REPOSITORIES = List.of(URI.create("https://example.com/p2"));
    private static final AvailableUpdate UPDATE =
            new AvailableUpdate("com.example.feature", "Example", "1.0.0", "1.1.0", 1_000, false);

    private final List<Object> checked = new ArrayList<>();
    private final List<RnvrEvent> posted = new ArrayList<>();
    private final CompletableFuture<List<AvailableUpdate>> answer = new CompletableFuture<>();

    @Test
    void whatIsFoundAtTheStartIsToldOnce() {
        start(new UpdateSettings(REPOSITORIES, true, false));
        assertEquals(List.of(REPOSITORIES), checked);
        assertEquals(List.of(), posted);
        answer.complete(List.of(UPDATE));
        assertEquals(1, posted.size());
        UpdateAvailable told = (UpdateAvailable) posted.get(0);
        assertEquals("com.example.feature 1.0.0 1.1.0", told.feature() + " " + told.from() + " " + told.to());
        assertEquals(1, checked.size());
    }

    @Test
    void whereItIsNotWantedNobodyIsAsked() {
        start(new UpdateSettings(REPOSITORIES, false, false));
        start(new UpdateSettings(List.of(), true, false));
        assertEquals(List.of(), checked);
    }

    @Test
    void whereNoRepositoryAnswersNothingIsTold() {
        start(new UpdateSettings(REPOSITORIES, true, false));
        answer.completeExceptionally(Refusals.of(Reason.UNREACHABLE, "no answer"));
        assertEquals(List.of(), posted);
    }

    @Test
    void whatIsStoppedAsksNoLonger() {
        start(new UpdateSettings(REPOSITORIES, true, false)).deactivate();
        assertTrue(answer.isCancelled());
        assertEquals(List.of(), posted);
    }

    private StartCheck start(UpdateSettings settings) {
        Configuration configuration = Configuration.defaults(Path.of("/data")).with(settings);
        return new StartCheck(
                answering(UpdateService.class, "check", arguments -> {
                    checked.add(arguments[0]);
                    return answer;
                }),
                new EventAdmin() {
                    @Override
                    public void postEvent(Event event) {
                        posted.add((RnvrEvent) event.getProperty(RnvrEvent.PROPERTY));
                    }

                    @Override
                    public void sendEvent(Event event) {
                        throw new AssertionError("must not wait for those who hear of it");
                    }
                },
                answering(ConfigurationService.class, "current", arguments -> configuration));
    }

    /** A service of which only one method is used. */
    private static <T> T answering(Class<T> type, String method, Function<Object[], Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                    if (!called.getName().equals(method)) {
                        throw new AssertionError(called);
                    }
                    return answer.apply(arguments);
                }));
    }
}
