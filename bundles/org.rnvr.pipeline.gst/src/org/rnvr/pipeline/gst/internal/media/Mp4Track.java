package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.util.Optional;

/** A track of an MP4 file: its description and its samples, from the movie box and from fragments. */
final class Mp4Track {

    private static final int BASE_DATA_OFFSET = 0x1;
    private static final int SAMPLE_DESCRIPTION = 0x2;
    private static final int DEFAULT_DURATION = 0x8;
    private static final int DEFAULT_SIZE = 0x10;
    private static final int DEFAULT_FLAGS = 0x20;
    private static final int BASE_IS_FRAGMENT = 0x20000;
    private static final int RUN_OFFSET = 0x1;
    private static final int RUN_FIRST_FLAGS = 0x4;
    private static final int RUN_DURATION = 0x100;
    private static final int RUN_SIZE = 0x200;
    private static final int RUN_FLAGS = 0x400;
    private static final int RUN_COMPOSITION = 0x800;
    private static final long NO_SYNC_SAMPLE = 0x10000;
    private static final int MOST_SAMPLES = 10_000_000;

    private final FileBytes in;
    private final long id;
    private final long scale;
    private final long edit;
    private final Mp4SampleEntry entry;
    private final SampleTable samples = new SampleTable();
    private long defaultDuration;
    private long defaultSize;
    private long defaultFlags;
    private long nextTime;

    Mp4Track(FileBytes in, Mp4Box box, long movieScale) throws IOException {
        this.in = in;
        Mp4Box header = required(box, "tkhd");
        id = in.u32(header.body() + (in.u8(header.body()) == 1 ? 20 : 12));
        Mp4Box media = required(box, "mdia", "mdhd");
        scale = in.u32(media.body() + (in.u8(media.body()) == 1 ? 20 : 12));
        Mp4Box table = required(box, "mdia", "minf", "stbl");
        entry = Mp4SampleEntry.of(in, required(table, "stsd"));
        Optional<Mp4Box> edits = box.child(in, "edts", "elst");
        edit = edits.isPresent() ? edit(edits.orElseThrow(), movieScale) : 0;
        table(table);
    }

    private Mp4Box required(Mp4Box parent, String... path) throws IOException {
        return parent.child(in, path).orElseThrow(() -> new IOException(String.join("/", path) + " is missing"));
    }

    long id() {
        return id;
    }

    Optional<VideoFormat> videoFormat() {
        return entry.video();
    }

    Optional<AudioFormat> audioFormat() {
        return entry.audio();
    }

    SampleTable samples() {
        return samples;
    }

    /** What an edit list adds to each time, in nanoseconds: an empty edit delays, a start in the media advances. */
    private long edit(Mp4Box list, long movieScale) throws IOException {
        boolean wide = in.u8(list.body()) == 1;
        long count = in.u32(list.body() + 4);
        long at = list.body() + 8;
        long delay = 0;
        for (long i = 0; i < count; i++) {
            long duration = wide ? in.s64(at) : in.u32(at);
            long start = wide ? in.s64(at + 8) : (int) in.u32(at + 4);
            if (start >= 0) {
                return delay - Ticks.toNanos(start, scale);
            }
            delay += Ticks.toNanos(duration, movieScale);
            at += wide ? 20 : 12;
        }
        return delay;
    }

    /** Takes what holds where a fragment says nothing: duration, size and flags. */
    void defaults(long position) {
        try {
            defaultDuration = in.u32(position);
            defaultSize = in.u32(position + 4);
            defaultFlags = in.u32(position + 8);
        } catch (IOException e) {
            throw new IllegalArgumentException("trex is too short", e);
        }
    }

    private void table(Mp4Box table) throws IOException {
        Optional<Mp4Box> sizes = table.child(in, "stsz");
        Optional<Mp4Box> times = table.child(in, "stts");
        Optional<Mp4Box> chunks = table.child(in, "stsc");
        if (sizes.isEmpty() || times.isEmpty() || chunks.isEmpty()) {
            return;
        }
        Optional<Mp4Box> near = table.child(in, "stco");
        Optional<Mp4Box> far = table.child(in, "co64");
        if (near.isEmpty() && far.isEmpty()) {
            return;
        }
        long sameSize = in.u32(sizes.orElseThrow().body() + 4);
        int count = count(sizes.orElseThrow().body() + 8);
        Mp4Counter duration = new Mp4Counter(in, times.orElseThrow());
        Optional<Mp4Box> composition = table.child(in, "ctts");
        Mp4Counter offset = composition.isPresent() ? new Mp4Counter(in, composition.orElseThrow()) : null;
        Mp4Chunks places = new Mp4Chunks(in, chunks.orElseThrow(), near.orElseGet(far::orElseThrow), near.isEmpty());
        long time = 0;
        for (int i = 0; i < count; i++) {
            long size = sameSize != 0 ? sameSize : in.u32(sizes.orElseThrow().body() + 12 + 4L * i);
            add(places.next(size), size, time, offset == null ? 0 : (int) offset.next(), false);
            time += duration.next();
        }
        nextTime = time;
        keys(table.child(in, "stss"), count);
    }

    private void keys(Optional<Mp4Box> sync, int count) throws IOException {
        if (sync.isEmpty()) {
            for (int i = 0; i < count; i++) {
                samples.markKey(i);
            }
            return;
        }
        int keys = count(sync.orElseThrow().body() + 4);
        for (int i = 0; i < keys; i++) {
            long key = in.u32(sync.orElseThrow().body() + 8 + 4L * i) - 1;
            if (key >= 0 && key < count) {
                samples.markKey((int) key);
            }
        }
    }

    private int count(long position) throws IOException {
        long count = in.u32(position);
        if (count > MOST_SAMPLES) {
            throw new IOException("it is damaged: " + count + " samples");
        }
        return (int) count;
    }

    private void add(long place, long size, long time, int composition, boolean key) throws IOException {
        if (size > in.size() || place < 0) {
            throw new IOException("it is damaged: a sample of " + size + " bytes at " + place);
        }
        samples.add(
                place,
                (int) size,
                Ticks.toNanos(time + composition, scale) + edit,
                Ticks.toNanos(time, scale) + edit,
                key);
    }

    /**
     * Takes the samples of a fragment.
     *
     * @param box the traf box
     * @param header the tfhd box in it
     * @param fragmentStart where the moof box begins
     * @param base where the data of the track before ended
     * @return where the data of this track end
     */
    long fragment(Mp4Box box, Mp4Box header, long fragmentStart, long base) throws IOException {
        int flags = (int) in.u32(header.body()) & 0xffffff;
        long at = header.body() + 8;
        long data = base;
        if ((flags & BASE_DATA_OFFSET) != 0) {
            data = in.s64(at);
            at += 8;
        } else if ((flags & BASE_IS_FRAGMENT) != 0) {
            data = fragmentStart;
        }
        at += (flags & SAMPLE_DESCRIPTION) != 0 ? 4 : 0;
        long duration = defaultDuration;
        if ((flags & DEFAULT_DURATION) != 0) {
            duration = in.u32(at);
            at += 4;
        }
        long size = defaultSize;
        if ((flags & DEFAULT_SIZE) != 0) {
            size = in.u32(at);
            at += 4;
        }
        long sampleFlags = (flags & DEFAULT_FLAGS) != 0 ? in.u32(at) : defaultFlags;
        Optional<Mp4Box> decodeTime = box.child(in, "tfdt");
        if (decodeTime.isPresent()) {
            long body = decodeTime.orElseThrow().body();
            nextTime = in.u8(body) == 1 ? in.s64(body + 4) : in.u32(body + 4);
        }
        long next = data;
        for (Mp4Box run : box.children(in)) {
            if (run.is("trun")) {
                next = run(run, new Defaults(duration, size, sampleFlags), data, next);
            }
        }
        return next;
    }

    private record Defaults(long duration, long size, long flags) {}

    private long run(Mp4Box run, Defaults defaults, long base, long next) throws IOException {
        int flags = (int) in.u32(run.body()) & 0xffffff;
        int count = count(run.body() + 4);
        long at = run.body() + 8;
        long place = next;
        if ((flags & RUN_OFFSET) != 0) {
            place = base + (int) in.u32(at);
            at += 4;
        }
        long firstFlags = defaults.flags();
        if ((flags & RUN_FIRST_FLAGS) != 0) {
            firstFlags = in.u32(at);
            at += 4;
        }
        for (int i = 0; i < count; i++) {
            long duration = defaults.duration();
            if ((flags & RUN_DURATION) != 0) {
                duration = in.u32(at);
                at += 4;
            }
            long size = defaults.size();
            if ((flags & RUN_SIZE) != 0) {
                size = in.u32(at);
                at += 4;
            }
            long sampleFlags = i == 0 ? firstFlags : defaults.flags();
            if ((flags & RUN_FLAGS) != 0) {
                sampleFlags = in.u32(at);
                at += 4;
            }
            int composition = 0;
            if ((flags & RUN_COMPOSITION) != 0) {
                composition = (int) in.u32(at);
                at += 4;
            }
            add(place, size, nextTime, composition, (sampleFlags & NO_SYNC_SAMPLE) == 0);
            place += size;
            nextTime += duration;
        }
        return place;
    }
}
