package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks through a Matroska file, RFC 9559, from element to element. What blocks hold is not read. Of a file whose end is
 * missing, all whole blocks count.
 */
final class MatroskaReader {

    private static final long SEGMENT = 0x18538067L;
    private static final long CLUSTER = 0x1f43b675L;
    private static final long INFO = 0x1549a966L;
    private static final long TRACKS = 0x1654ae6bL;
    private static final long CUES = 0x1c53bb6bL;
    private static final long TAGS = 0x1254c367L;
    private static final long CHAPTERS = 0x1043a770L;
    private static final long ATTACHMENTS = 0x1941a469L;
    private static final long SEEK_HEAD = 0x114d9b74L;
    private static final long SEEK = 0x4dbb;
    private static final long SEEK_POSITION = 0x53ac;
    private static final long TRACK_ENTRY = 0xae;
    private static final long TIMESTAMP_SCALE = 0x2ad7b1;
    private static final long TIMESTAMP = 0xe7;
    private static final long SIMPLE_BLOCK = 0xa3;
    private static final long BLOCK_GROUP = 0xa0;
    private static final long BLOCK = 0xa1;
    private static final long REFERENCE = 0xfb;
    private static final int VOID = 0xec;
    private static final int KEY_FRAME = 0x80;
    private static final int LACING = 0x06;

    private final FileBytes in;
    private final long size;
    private final SampleTable video = new SampleTable();
    private final SampleTable audio = new SampleTable();
    private final List<Mending.Patch> patches = new ArrayList<>();
    private final List<EbmlElement> seeks = new ArrayList<>();
    private Optional<MatroskaTrack> videoTrack = Optional.empty();
    private Optional<MatroskaTrack> audioTrack = Optional.empty();
    private long scale = 1_000_000;
    private boolean strange;

    MatroskaReader(FileBytes in) {
        this.in = in;
        this.size = in.size();
    }

    MediaIndex read() throws IOException {
        EbmlElement header = EbmlElement.at(in, 0, size).orElseThrow(() -> new IOException("its header is cut off"));
        EbmlElement segment = EbmlElement.at(in, header.end(size), size)
                .filter(element -> element.id() == SEGMENT)
                .orElseThrow(() -> new IOException("it has no segment"));
        long whole = segment(segment);
        MatroskaTrack track = videoTrack.orElseThrow(() -> new IOException("it holds no video that can be played"));
        video.deriveDecodingTimes();
        return new MediaIndex(
                track.video().orElseThrow(),
                video,
                audioTrack.flatMap(MatroskaTrack::audio),
                audio,
                FileBytes::bytes,
                mending(segment, whole));
    }

    private Mending mending(EbmlElement segment, long whole) throws IOException {
        if (strange || whole == size && patches.isEmpty()) {
            return new Mending(size, List.of());
        }
        List<Mending.Patch> all = new ArrayList<>();
        if (segment.size() != EbmlElement.UNKNOWN && segment.body() + segment.size() != whole) {
            all.add(new Mending.Patch(segment.sizeAt(), segment.sized(whole - segment.body())));
        }
        for (EbmlElement seek : seeks) {
            if (pointsTo(seek) + segment.body() >= whole) {
                all.add(voided(seek));
            }
        }
        all.addAll(patches);
        return new Mending(whole, all);
    }

    private long pointsTo(EbmlElement seek) throws IOException {
        Optional<EbmlElement> child = EbmlElement.at(in, seek.body(), seek.end(size));
        while (child.isPresent()) {
            EbmlElement found = child.orElseThrow();
            if (found.id() == SEEK_POSITION) {
                return EbmlElement.number(in, found.body(), found.size());
            }
            child = EbmlElement.at(in, found.end(size), seek.end(size));
        }
        return 0;
    }

    /** Writes an element over with one that says nothing and is as long. */
    private static Mending.Patch voided(EbmlElement element) {
        byte[] bytes = new byte[(int) (element.body() + element.size() - element.start())];
        bytes[0] = (byte) VOID;
        int sizeLength = Math.min(Long.BYTES, bytes.length - 1);
        long content = bytes.length - 1L - sizeLength;
        EbmlElement nothing = new EbmlElement(VOID, 0, 1, 1L + sizeLength, content);
        System.arraycopy(nothing.sized(content), 0, bytes, 1, sizeLength);
        return new Mending.Patch(element.start(), bytes);
    }

    /** Returns where the last whole element ends. */
    private long segment(EbmlElement segment) throws IOException {
        long limit = segment.end(size);
        long whole = segment.body();
        while (true) {
            Optional<EbmlElement> next = EbmlElement.at(in, whole, limit);
            if (next.isEmpty()) {
                strange = limit - whole > 12 && !in.isZeroFrom(whole);
                return limit == size || whole < limit ? whole : size;
            }
            EbmlElement element = next.orElseThrow();
            if (element.id() == CLUSTER) {
                long end = cluster(element, limit);
                if (!element.isWhole(limit)) {
                    if (end < limit && isTopLevel(end, limit)) {
                        whole = end;
                        continue;
                    }
                    closeCluster(element, end);
                    return end == element.body() ? whole : end;
                }
            } else if (!element.isWhole(limit)) {
                strange = !isTopLevel(whole, limit) && !in.isZeroFrom(whole);
                return whole;
            } else {
                description(element, limit);
            }
            whole = element.end(limit);
        }
    }

    private void closeCluster(EbmlElement cluster, long end) {
        if (cluster.size() != EbmlElement.UNKNOWN && end != cluster.body()) {
            patches.add(new Mending.Patch(cluster.sizeAt(), cluster.sized(end - cluster.body())));
        }
    }

    private boolean isTopLevel(long position, long limit) throws IOException {
        Optional<EbmlElement> element = EbmlElement.at(in, position, limit);
        return element.isPresent() && isTopLevel(element.orElseThrow().id());
    }

    private static boolean isTopLevel(long id) {
        return id == CLUSTER
                || id == CUES
                || id == TAGS
                || id == INFO
                || id == TRACKS
                || id == CHAPTERS
                || id == ATTACHMENTS
                || id == SEEK_HEAD;
    }

    private void description(EbmlElement element, long limit) throws IOException {
        if (element.id() != INFO && element.id() != TRACKS && element.id() != SEEK_HEAD) {
            return;
        }
        long end = element.end(limit);
        Optional<EbmlElement> next = EbmlElement.at(in, element.body(), end);
        while (next.isPresent()) {
            EbmlElement child = next.orElseThrow();
            if (child.id() == TIMESTAMP_SCALE) {
                scale = EbmlElement.number(in, child.body(), child.size());
            } else if (child.id() == SEEK) {
                seeks.add(child);
            } else if (child.id() == TRACK_ENTRY) {
                track(MatroskaTrack.read(in, child, end));
            }
            next = EbmlElement.at(in, child.end(end), end);
        }
    }

    private void track(MatroskaTrack track) {
        if (track.video().isPresent() && videoTrack.isEmpty()) {
            videoTrack = Optional.of(track);
        } else if (track.audio().isPresent() && audioTrack.isEmpty()) {
            audioTrack = Optional.of(track);
        }
    }

    /** Returns where the last whole element in a cluster ends. */
    private long cluster(EbmlElement cluster, long limit) throws IOException {
        long end = cluster.end(limit);
        long at = cluster.body();
        long clusterTime = 0;
        Optional<EbmlElement> next = EbmlElement.at(in, at, end);
        while (next.isPresent()) {
            EbmlElement element = next.orElseThrow();
            if (!element.isWhole(end) || isTopLevel(element.id()) || element.id() == 0) {
                return at;
            }
            if (element.id() == TIMESTAMP) {
                clusterTime = EbmlElement.number(in, element.body(), element.size());
            } else if (element.id() == SIMPLE_BLOCK) {
                block(element, clusterTime, (in.u8(flagsAt(element)) & KEY_FRAME) != 0);
            } else if (element.id() == BLOCK_GROUP) {
                group(element, clusterTime);
            }
            at = element.end(end);
            next = EbmlElement.at(in, at, end);
        }
        return at;
    }

    private void group(EbmlElement group, long clusterTime) throws IOException {
        Optional<EbmlElement> block = Optional.empty();
        boolean key = true;
        long end = group.end(size);
        Optional<EbmlElement> next = EbmlElement.at(in, group.body(), end);
        while (next.isPresent()) {
            EbmlElement child = next.orElseThrow();
            if (child.id() == BLOCK) {
                block = next;
            } else if (child.id() == REFERENCE) {
                key = false;
            }
            next = EbmlElement.at(in, child.end(end), end);
        }
        if (block.isPresent()) {
            block(block.orElseThrow(), clusterTime, key);
        }
    }

    private long flagsAt(EbmlElement block) throws IOException {
        return block.body() + EbmlElement.length(in, block.body()) + Short.BYTES;
    }

    private void block(EbmlElement block, long clusterTime, boolean key) throws IOException {
        int length = EbmlElement.length(in, block.body());
        long number = EbmlElement.number(in, block.body(), length) & (1L << 7 * length) - 1;
        long flagsAt = flagsAt(block);
        if ((in.u8(flagsAt) & LACING) != 0) {
            return;
        }
        long time = (clusterTime + (short) in.u16(flagsAt - Short.BYTES)) * scale;
        int bytes = (int) (block.body() + block.size() - flagsAt - 1);
        if (isOf(videoTrack, number)) {
            video.add(flagsAt + 1, bytes, time, time, key);
        } else if (isOf(audioTrack, number)) {
            audio.add(flagsAt + 1, bytes, time, time, true);
        }
    }

    private static boolean isOf(Optional<MatroskaTrack> track, long number) {
        return track.isPresent() && track.orElseThrow().number() == number;
    }
}
