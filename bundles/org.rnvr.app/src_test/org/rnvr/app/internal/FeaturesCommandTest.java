package org.rnvr.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rnvr.app.internal.FeaturesCommand.Kind;

class FeaturesCommandTest {

    @Test
    void aCommandIsReadWithAllItSays() {
        assertEquals(
                new FeaturesCommand(
                        Kind.INSTALL,
                        List.of("a", "b"),
                        List.of(URI.create("https://example.com/p2")),
                        Set.of("AB12", "CD34")),
                FeaturesCommand.parse("install", "a, b", "https://example.com/p2", "ab12,CD34"));
        assertEquals(
                new FeaturesCommand(Kind.UPDATE, List.of(), List.of(URI.create("file:///no/such")), Set.of()),
                FeaturesCommand.parse("update", "", "/no/such", ""));
    }

    @Test
    void whatIsNoRepositoryIsNamed() {
        for (String none : List.of("repo", "ftp://example.com", "http://a b")) {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> FeaturesCommand.parse("install", "a", none, ""))
                    .getMessage();
            assertTrue(message.startsWith(none + " is no repository"), message);
        }
    }

    @Test
    void whatIsNoCommandIsRefused() {
        for (String[] none : new String[][] {{}, {"install"}, {"explode", "", "", ""}}) {
            assertThrows(IllegalArgumentException.class, () -> FeaturesCommand.parse(none));
        }
    }
}
