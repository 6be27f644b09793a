package org.rnvr.console.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.recording.RecordingState;

class ToldTest {

    @Test
    void everyConnectionStateHasWordsAndASymbolOfItsOwn() {
        Set<Symbol> symbols = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (ConnectionState state : ConnectionState.values()) {
            Told told = Told.connectionOf(Samples.camera(Samples.status("a", state)));
            assertTrue(symbols.add(told.symbol()), "symbol of " + state);
            assertTrue(words.add(told.words()), "words of " + state);
        }
    }

    @Test
    void everyRecordingStateHasWordsAndASymbolOfItsOwn() {
        Set<Told> told = new HashSet<>();
        for (RecordingState state : RecordingState.values()) {
            told.add(Told.recordingOf(
                    new Camera("a", "a", true, Optional.empty(), true, Optional.of(Samples.recording("a", state)))));
        }
        assertEquals(
                RecordingState.values().length,
                told.stream().map(Told::symbol).distinct().count());
        assertEquals(
                RecordingState.values().length,
                told.stream().map(Told::words).distinct().count());
    }

    @Test
    void aCameraThatWasNeverRecordedIsNotRecording() {
        Camera never = new Camera("a", "a", true, Optional.empty(), true, Optional.empty());
        Camera stopped = new Camera(
                "a", "a", true, Optional.empty(), true, Optional.of(Samples.recording("a", RecordingState.STOPPED)));
        assertEquals(Told.recordingOf(stopped), Told.recordingOf(never));
        assertNotEquals(
                Told.recordingOf(never),
                Told.recordingOf(new Camera("a", "a", true, Optional.empty(), false, Optional.empty())));
    }

    @Test
    void whyACameraIsNotConnectedIsToldApart() {
        Told stopped = disconnected(StatusDetail.STOPPED);
        Told misconfigured = disconnected(StatusDetail.CONFIGURATION_ERROR);
        Told disabled = disconnected(StatusDetail.DISABLED);
        assertEquals(
                3,
                Set.of(stopped.words(), misconfigured.words(), disabled.words()).size());
        assertEquals(Symbol.ERROR, misconfigured.symbol());
    }

    @ParameterizedTest
    @EnumSource(Symbol.class)
    void everySymbolHasAnImageUnlikeAnyOther(Symbol symbol) throws Exception {
        Path image = Path.of(symbol.path());
        assertTrue(Files.isRegularFile(image), image.toString());
        String shape = colourless(image);
        assertFalse(
                Arrays.stream(Symbol.values())
                        .filter(other -> other != symbol)
                        .anyMatch(other -> shape.equals(colourless(Path.of(other.path())))),
                symbol + " differs from another in colour alone");
    }

    private static Told disconnected(StatusDetail detail) {
        return Told.connectionOf(Samples.camera(Samples.status("a", ConnectionState.DISCONNECTED, detail, "")));
    }

    private static String colourless(Path image) {
        try {
            return Files.readString(image).replaceAll("#[0-9a-f]{3,6}", "");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
