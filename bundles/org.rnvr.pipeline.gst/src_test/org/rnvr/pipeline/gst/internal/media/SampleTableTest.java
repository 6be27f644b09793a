package org.rnvr.pipeline.gst.internal.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SampleTableTest {

    private static SampleTable table(long... presentationTimes) {
        SampleTable table = new SampleTable();
        for (int i = 0; i < presentationTimes.length; i++) {
            table.add(i, 1, presentationTimes[i], 0, i % 4 == 0);
        }
        return table;
    }

    @Test
    void decodingTimesRiseAndAreNeverLate() {
        SampleTable table = table(0, 30, 10, 20, 40, 70, 50, 60);
        table.deriveDecodingTimes();
        long last = Long.MIN_VALUE;
        for (int i = 0; i < table.count(); i++) {
            assertEquals(true, table.decoding(i) > last && table.decoding(i) <= table.presentation(i), "sample " + i);
            last = table.decoding(i);
        }
    }

    @Test
    void theKeyFrameOfATimeIsTheLastOneNotAfterIt() {
        SampleTable table = table(100, 130, 110, 120, 140, 170, 150, 160);
        assertEquals(0, table.keyAt(139));
        assertEquals(4, table.keyAt(140));
        assertEquals(4, table.keyAt(1000));
        assertEquals(0, table.keyAt(5));
    }

    @Test
    void theSpanIsFromTheFirstToTheLastShown() {
        assertEquals(30, table(10, 40, 20, 30).span());
    }
}
