package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.file.Path;

/** A process that records without end, and says which segments the catalog has taken. */
final class KilledWriter {

    private static final int ROUND = 20;

    private KilledWriter() {}

    public static void main(String[] arguments) throws IOException {
        try (CatalogFixture fixture = new CatalogFixture(Path.of(arguments[0]))) {
            for (int i = 0; ; i++) {
                OpenFile open = fixture.open("cam_1", i * 60L);
                FakeMedia.writeCut(open.file(), 60);
                fixture.catalog.opened(open);
                fixture.catalog.closed(fixture.onDisk(fixture.segment("cam_1", i * 60L, i * 60L + 60)));
                if (i % ROUND == ROUND - 1) {
                    fixture.catalog.footage();
                    System.out.println(i + 1);
                }
            }
        }
    }
}
