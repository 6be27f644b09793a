package org.rnvr.config.internal.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealedTest {

    @Test
    void whatWasSealedIsOpened() {
        assertEquals(Optional.of("w~r@d:/#%ü가"), Sealed.open(Sealed.of("w~r@d:/#%ü가")));
        assertEquals(Optional.of(""), Sealed.open(Sealed.of("")));
    }

    @Test
    void anythingElseIsNot() {
        assertEquals(Optional.empty(), Sealed.open(""));
        assertEquals(Optional.empty(), Sealed.open("\u0007\u0000garbage"));
        assertEquals(Optional.empty(), Sealed.open("0123456789abcdef and a secret"));
        assertEquals(Optional.empty(), Sealed.open(Sealed.of("secret") + "s"));
    }
}
