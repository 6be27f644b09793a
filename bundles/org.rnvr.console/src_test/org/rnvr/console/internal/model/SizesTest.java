package org.rnvr.console.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void sizesAreToldInTheirOwnUnit() {
        assertEquals("999 B", Sizes.tell(999));
        assertEquals("1.0 kB", Sizes.tell(1000));
        assertEquals("1.7 GB", Sizes.tell(1_692_000_000));
    }
}
