package org.rnvr.pipeline.gst.internal.media;

import java.util.Arrays;
import java.util.BitSet;

/** Where the samples of a track are in a file and when they are shown, in decoding order. Times are in nanoseconds. */
final class SampleTable {

    private static final int FIRST_CAPACITY = 256;

    private final BitSet keys = new BitSet();
    private long[] offsets = new long[FIRST_CAPACITY];
    private int[] sizes = new int[FIRST_CAPACITY];
    private long[] presentation = new long[FIRST_CAPACITY];
    private long[] decoding = new long[FIRST_CAPACITY];
    private int count;

    void add(long offset, int size, long presentationTime, long decodingTime, boolean key) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * count);
            sizes = Arrays.copyOf(sizes, 2 * count);
            presentation = Arrays.copyOf(presentation, 2 * count);
            decoding = Arrays.copyOf(decoding, 2 * count);
        }
        offsets[count] = offset;
        sizes[count] = size;
        presentation[count] = presentationTime;
        decoding[count] = decodingTime;
        keys.set(count, key);
        count++;
    }

    void removeLast() {
        count--;
        keys.clear(count);
    }

    int count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    long offset(int index) {
        return offsets[index];
    }

    int size(int index) {
        return sizes[index];
    }

    long presentation(int index) {
        return presentation[index];
    }

    long decoding(int index) {
        return decoding[index];
    }

    boolean isKey(int index) {
        return keys.get(index);
    }

    boolean hasKey() {
        return !keys.isEmpty();
    }

    void markKey(int index) {
        keys.set(index);
    }

    /** The first key frame at or after an index; -1 if there is none. */
    int keyFrom(int index) {
        return keys.nextSetBit(index);
    }

    /** The last key frame whose presentation time is not after a time, or the first of all; -1 if there is none. */
    int keyAt(long time) {
        int best = keys.nextSetBit(0);
        for (int i = best; i >= 0; i = keys.nextSetBit(i + 1)) {
            if (presentation[i] <= time) {
                best = i;
            }
        }
        return best;
    }

    /** From the first to the last sample as they are shown. */
    long span() {
        if (count == 0) {
            return 0;
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            first = Math.min(first, presentation[i]);
            last = Math.max(last, presentation[i]);
        }
        return last - first;
    }

    /** Moves all times. */
    void shift(long nanos) {
        for (int i = 0; i < count; i++) {
            presentation[i] += nanos;
            decoding[i] += nanos;
        }
    }

    /**
     * Works decoding times out of presentation times: the same times in rising order, early enough for every sample to be
     * decoded before it is shown.
     */
    void deriveDecodingTimes() {
        long[] rising = Arrays.copyOf(presentation, count);
        Arrays.sort(rising);
        long lead = 0;
        for (int i = 0; i < count; i++) {
            lead = Math.max(lead, rising[i] - presentation[i]);
        }
        for (int i = 0; i < count; i++) {
            decoding[i] = rising[i] - lead;
        }
    }
}
