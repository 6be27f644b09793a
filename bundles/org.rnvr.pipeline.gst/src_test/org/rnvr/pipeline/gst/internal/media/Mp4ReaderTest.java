package org.rnvr.pipeline.gst.internal.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On handmade bytes: two fragments of two frames each. */
class Mp4ReaderTest {

    private static final int SCALE = 1000;
    private static final String CONFIGURATION = "014d001fffe100076742001e8d680a01000468ce3880";

    @TempDir
    private Path folder;

    private static byte[] box(String type, byte[]... content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int size = 8 + Arrays.stream(content).mapToInt(part -> part.length).sum();
        out.writeBytes(ints(size));
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        for (byte[] part : content) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    private static byte[] movie() {
        byte[] sample = new byte[78];
        ByteBuffer.wrap(sample).putShort(24, (short) 640).putShort(26, (short) 360);
        byte[] entry = box("avc1", sample, box("avcC", HexFormat.of().parseHex(CONFIGURATION)));
        byte[] table = box("stbl", box("stsd", ints(0, 1), entry));
        byte[] media = box("mdia", box("mdhd", ints(0, 0, 0, SCALE, 0, 0)), box("minf", table));
        byte[] track = box("trak", box("tkhd", ints(0, 0, 0, 7, 0)), media);
        byte[] defaults = box("mvex", box("trex", ints(0, 7, 1, 40, 3, 0x10000)));
        return box("moov", box("mvhd", ints(0, 0, 0, SCALE, 0)), track, defaults);
    }

    /** Frames of 3 and 4 bytes, the first of them a key frame, 40 ms apart. */
    private static byte[] fragment(int time) {
        byte[] run = box("trun", ints(0x205, 2, 100, 0, 3, 4));
        byte[] track = box("traf", box("tfhd", ints(0x20000, 7)), box("tfdt", ints(0, time)), run);
        return concat(box("moof", track), box("mdat", new byte[7]));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] film() {
        return concat(box("ftyp", new byte[8]), movie(), fragment(1000), fragment(1080));
    }

    private MediaIndex read(byte[] bytes) throws IOException {
        try (FileBytes in = FileBytes.open(Files.write(folder.resolve("film.mp4"), bytes))) {
            return MediaIndex.of(in);
        }
    }

    @Test
    void findsEveryFrame() throws IOException {
        MediaIndex index = read(film());
        SampleTable video = index.video();
        assertEquals(4, video.count());
        assertEquals(640, index.videoFormat().width());
        assertEquals(360, index.videoFormat().height());
        assertEquals(120_000_000, video.presentation(3));
        assertTrue(video.isKey(0) && video.isKey(2) && !video.isKey(1) && !video.isKey(3));
        int firstFragment = film().length - 2 * fragment(0).length;
        assertEquals(firstFragment + 100, video.offset(0));
        assertEquals(firstFragment + 103, video.offset(1));
        assertEquals(4, video.size(1));
        assertEquals(2, index.videoFormat().sets().units().size());
    }

    @Test
    void whateverIsCutOffOfTheLastFragmentTakesAwayThatFragmentAndNoMore() throws IOException {
        byte[] film = film();
        int last = film.length - fragment(0).length;
        for (int length = last; length < film.length; length++) {
            MediaIndex index = read(Arrays.copyOf(film, length));
            assertEquals(2, index.video().count());
            assertEquals(last, index.mending().length());
        }
        assertEquals(film.length, read(film).mending().length());
    }

    @Test
    void zerosAtTheEndAreTakenAway() throws IOException {
        byte[] film = film();
        assertEquals(
                film.length,
                read(Arrays.copyOf(film, film.length + 5000)).mending().length());
    }

    @Test
    void whatIsNotUnderstoodAtTheEndIsLeftAlone() throws IOException {
        byte[] film = concat(film(), box("????", new byte[100]));
        byte[] cut = Arrays.copyOf(film, film.length - 1);
        assertEquals(cut.length, read(cut).mending().length());
    }

    @Test
    void nothingElseThanAnIoExceptionComesOfDamage() {
        byte[] film = film();
        for (int at = 0; at < film.length; at++) {
            for (int value : new int[] {0, 0x7f, 0xff}) {
                byte[] damaged = film.clone();
                damaged[at] = (byte) value;
                try {
                    assertTrue(read(damaged).video().count() > 0);
                } catch (IOException e) {
                    assertTrue(e.getMessage() != null);
                }
            }
        }
    }

    @Test
    void aFileWithoutAFragmentHoldsNoVideo() {
        byte[] film = film();
        int none = film.length - 2 * fragment(0).length;
        assertThrows(IOException.class, () -> read(Arrays.copyOf(film, none)));
    }
}
