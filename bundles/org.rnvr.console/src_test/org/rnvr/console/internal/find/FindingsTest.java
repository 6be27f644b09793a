package org.rnvr.console.internal.find;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rnvr.console.internal.find.Finding.Kind;

class FindingsTest {

    private final Findings findings = new Findings(Stream.of(
            finding(Kind.PREFERENCES, "Recording"),
            finding(Kind.COMMAND, "Start Recording"),
            finding(Kind.COMMAND, "Add Camera"),
            finding(Kind.CAMERA, "Prerecorder room"),
            finding(Kind.VIEW, "Recording and Storage"),
            finding(Kind.VIEW, "Events")));

    @Test
    void withoutANameAllAreListedKindByKind() {
        assertEquals(
                List.of(
                        "Prerecorder room",
                        "Events",
                        "Recording and Storage",
                        "Add Camera",
                        "Start Recording",
                        "Recording"),
                names(""));
        assertEquals(names(""), names("  "));
    }

    @Test
    void aNameThatBeginsSoComesFirstAndThenAWordThatDoes() {
        assertEquals(
                List.of("Recording and Storage", "Recording", "Start Recording", "Prerecorder room"), names("REC"));
    }

    @Test
    void everyWordIsLookedForInNameAndKind() {
        assertEquals(List.of("Add Camera"), names("camera add"));
        assertEquals(List.of("Recording"), names(Kind.PREFERENCES.words() + " rec"));
        assertEquals(List.of(), names("camera events"));
    }

    private List<String> names(String typed) {
        return findings.fitting(typed).stream().map(Finding::name).toList();
    }

    private static Finding finding(Kind kind, String name) {
        return new Finding(kind, name, "", () -> {});
    }
}
