package org.rnvr.console.internal.software;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/p2, http://127.0.0.1:8080/p2",
        "https://example.com/p2/, https://example.com/p2/",
        "file:/media/stick/p2, file:/media/stick/p2",
        "/media/stick/p2/, file:/media/stick/p2",
        "' /media/my stick/../p2 ', file:/media/p2",
        "/media/my stick, file:/media/my%20stick"
    })
    void addressesAndFoldersAreTaken(String text, String address) {
        assertEquals(Optional.of(URI.create(address)), RepositoryAddress.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p2", "ftp://example.com/p2", "http:", "http:///p2", "http://my host/p2", "C:/p2"})
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), RepositoryAddress.of(text));
    }

    @Test
    void theSameFolderIsAlwaysWrittenTheSame() {
        assertEquals("/media/stick/p2", RepositoryAddress.text(URI.create("file:///media/stick/p2/")));
        assertEquals("/media/stick/p2", RepositoryAddress.text(URI.create("file:/media/stick/p2")));
        assertEquals("https://example.com/p2/", RepositoryAddress.text(URI.create("https://example.com/p2/")));
    }
}
