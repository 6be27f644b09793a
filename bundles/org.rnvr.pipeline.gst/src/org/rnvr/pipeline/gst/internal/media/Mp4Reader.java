package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks through an MP4 file, fragmented or not, from box to box: ISO/IEC 14496-12. What the boxes describe is not read.
 * Of a file whose end is missing, all whole fragments count.
 */
final class Mp4Reader {

    /** No fragment is larger: more than this at the end is no fragment cut off, but something else, and left alone. */
    private static final long LARGEST_TAIL = 256L << 20;

    private static final long FTYP = code("ftyp");
    private static final long STYP = code("styp");
    private static final long MOOV = code("moov");
    private static final long MOOF = code("moof");
    private static final long MDAT = code("mdat");
    private static final long FREE = code("free");

    private final FileBytes in;
    private final List<Mp4Track> tracks = new ArrayList<>();
    private boolean fragmented;

    Mp4Reader(FileBytes in) {
        this.in = in;
    }

    /** Whether a file of this format may begin with a box of this type. */
    static boolean recognises(long firstType) {
        return firstType == FTYP || firstType == STYP || firstType == MOOV || firstType == FREE || firstType == MDAT;
    }

    static long code(String type) {
        long code = 0;
        for (int i = 0; i < type.length(); i++) {
            code = code << 8 | type.charAt(i);
        }
        return code;
    }

    MediaIndex read() throws IOException {
        Optional<Mp4Box> fragment = Optional.empty();
        Optional<Mp4Box> box = Mp4Box.at(in, 0, in.size());
        long whole = 0;
        while (box.isPresent()) {
            Mp4Box found = box.orElseThrow();
            if (found.type() == MOOV) {
                movie(found);
            } else if (found.type() == MOOF) {
                fragment = Optional.of(found);
            } else if (found.type() == MDAT && fragment.isPresent()) {
                fragment(fragment.orElseThrow());
                fragment = Optional.empty();
            }
            if (fragment.isEmpty()) {
                whole = found.end();
            }
            box = Mp4Box.at(in, found.end(), in.size());
        }
        Mp4Track video = tracks.stream()
                .filter(track -> track.videoFormat().isPresent())
                .findFirst()
                .orElseThrow(() -> new IOException(
                        tracks.isEmpty() ? "its description is missing" : "it holds no video that can be played"));
        Optional<Mp4Track> audio =
                tracks.stream().filter(track -> track.audioFormat().isPresent()).findFirst();
        return new MediaIndex(
                video.videoFormat().orElseThrow(),
                video.samples(),
                audio.flatMap(Mp4Track::audioFormat),
                audio.map(Mp4Track::samples).orElseGet(SampleTable::new),
                FileBytes::bytes,
                new Mending(end(whole), List.of()));
    }

    private long end(long whole) throws IOException {
        boolean cutOff = in.size() - whole <= LARGEST_TAIL && (isUnfinished(whole) || in.isZeroFrom(whole));
        return fragmented && cutOff ? whole : in.size();
    }

    /** Whether what is here can be the beginning of a fragment or of what closes the file. */
    private boolean isUnfinished(long position) throws IOException {
        if (in.size() - position < 2 * Integer.BYTES) {
            return true;
        }
        long type = in.u32(position + Integer.BYTES);
        return type == MOOF
                || type == MDAT
                || type == STYP
                || type == FREE
                || type == code("mfra")
                || type == code("sidx");
    }

    private void movie(Mp4Box movie) throws IOException {
        long scale = 0;
        for (Mp4Box box : movie.children(in)) {
            if (box.is("mvhd")) {
                scale = in.u32(box.body() + (in.u8(box.body()) == 1 ? 20 : 12));
            }
        }
        for (Mp4Box box : movie.children(in)) {
            if (box.is("trak")) {
                tracks.add(new Mp4Track(in, box, scale));
            } else if (box.is("mvex")) {
                fragmented = true;
            }
        }
        for (Mp4Box box : movie.children(in)) {
            if (box.is("mvex")) {
                for (Mp4Box defaults : box.children(in)) {
                    if (defaults.is("trex")) {
                        track(in.u32(defaults.body() + 4)).ifPresent(track -> track.defaults(defaults.body() + 12));
                    }
                }
            }
        }
    }

    private Optional<Mp4Track> track(long id) {
        return tracks.stream().filter(track -> track.id() == id).findFirst();
    }

    private void fragment(Mp4Box fragment) throws IOException {
        long base = fragment.start();
        for (Mp4Box box : fragment.children(in)) {
            if (box.is("traf")) {
                base = trackFragment(box, fragment.start(), base);
            }
        }
    }

    private long trackFragment(Mp4Box box, long fragmentStart, long base) throws IOException {
        Optional<Mp4Box> header = box.child(in, "tfhd");
        if (header.isEmpty()) {
            return base;
        }
        Optional<Mp4Track> track = track(in.u32(header.orElseThrow().body() + 4));
        return track.isEmpty() ? base : track.orElseThrow().fragment(box, header.orElseThrow(), fragmentStart, base);
    }
}
