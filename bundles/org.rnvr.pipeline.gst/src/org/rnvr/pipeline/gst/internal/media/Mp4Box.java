package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box of ISO/IEC 14496-12, whole.
 *
 * @param type its four characters
 * @param start where it begins
 * @param body where its content begins
 * @param end where the next one begins
 */
record Mp4Box(long type, long start, long body, long end) {

    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;

    /** The box at a position; empty if none is whole before the limit. */
    static Optional<Mp4Box> at(FileBytes in, long position, long limit) throws IOException {
        if (limit - position < HEADER) {
            return Optional.empty();
        }
        long size = in.u32(position);
        long type = in.u32(position + Integer.BYTES);
        int header = HEADER;
        if (size == 1 && limit - position >= LARGE_HEADER) {
            size = in.s64(position + HEADER);
            header = LARGE_HEADER;
        } else if (size == 0 && type != 0) {
            size = limit - position;
        }
        if (size < header || size > limit - position) {
            return Optional.empty();
        }
        return Optional.of(new Mp4Box(type, position, position + header, position + size));
    }

    boolean is(String name) {
        return type == Mp4Reader.code(name);
    }

    List<Mp4Box> children(FileBytes in) throws IOException {
        return children(in, body);
    }

    /** The boxes from a position in this one. */
    List<Mp4Box> children(FileBytes in, long from) throws IOException {
        List<Mp4Box> children = new ArrayList<>();
        Optional<Mp4Box> child = at(in, from, end);
        while (child.isPresent()) {
            children.add(child.orElseThrow());
            child = at(in, child.orElseThrow().end(), end);
        }
        return children;
    }

    /** The first box of a name in this one. */
    Optional<Mp4Box> child(FileBytes in, String... path) throws IOException {
        Mp4Box box = this;
        for (String name : path) {
            Optional<Mp4Box> next =
                    box.children(in).stream().filter(child -> child.is(name)).findFirst();
            if (next.isEmpty()) {
                return next;
            }
            box = next.orElseThrow();
        }
        return Optional.of(box);
    }
}
