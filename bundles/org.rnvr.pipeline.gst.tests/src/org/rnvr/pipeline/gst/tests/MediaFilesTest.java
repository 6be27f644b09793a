package org.rnvr.pipeline.gst.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnvr.config.Container;
import org.rnvr.media.Clip;
import org.rnvr.media.JoinedFile;
import org.rnvr.media.MediaFacts;
import org.rnvr.media.MediaFiles;
import org.rnvr.media.Progress;
import org.rnvr.pipeline.gst.tests.Films.Film;

/** Recorded files are read, mended, joined and looked into as ffmpeg, which shares no code, sees them. */
@Timeout(180)
class MediaFilesTest {

    private static final int CUTS = 50;
    private static final int CUTS_THAT_ARE_PLAYED = 5;
    private static final double FRAME = 1.0 / Films.FRAMES_PER_SECOND;
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static MediaFiles media;

    @TempDir
    private static Path films;

    @TempDir
    private Path folder;

    @BeforeAll
    static void getService() {
        assumeFalse(Films.toolsAreMissing(), "ffmpeg or gst-launch is not installed");
        media = Pipelines.mediaFiles();
    }

    private static Path film(Film film, String extension) throws IOException {
        return new Films(films).make(film, extension);
    }

    private static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    private static Clip clip(Path file, double start, double from, double to) {
        return new Clip(file, at(start), at(from), at(to));
    }

    @ParameterizedTest
    @CsvSource({
        "h264, 0, true, mp4",
        "h264, 0, false, mkv",
        "h264, 2, true, mp4",
        "h264, 2, true, mkv",
        "h264, 2, true, ts",
        "h265, 0, true, mp4",
        "h265, 0, true, mkv",
        "h265, 0, false, ts",
    })
    void sayWhatTheyHold(String codec, int bFrames, boolean audio, String extension) throws IOException {
        Path file = film(new Film(codec, bFrames, audio, "320x240", "testsrc2"), extension);
        MediaFacts facts = media.inspect(file);
        MediaFile expected = MediaFile.read(file);
        assertEquals(codec, facts.videoCodec());
        assertEquals(320, facts.width());
        assertEquals(240, facts.height());
        assertEquals(audio ? "aac" : "none", facts.audioCodec().orElse("none"));
        assertEquals(expected.video().size(), facts.frames());
        assertEquals(Files.size(file), facts.bytes());
        double[] times = expected.video().stream()
                .mapToDouble(MediaFile.Packet::time)
                .sorted()
                .toArray();
        assertEquals(times[times.length - 1] - times[0], facts.length().toNanos() / 1e9, 0.002);
    }

    @ParameterizedTest
    @CsvSource({"mp4", "mkv", "ts"})
    void areMendedWhereverTheyWereCutOff(String extension) throws IOException {
        byte[] whole = Files.readAllBytes(film(Film.of("h264"), extension));
        Path file = folder.resolve("cut." + extension);
        Random random = new Random(7);
        long played = 0;
        for (int i = 0; i < CUTS; i++) {
            byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
            Files.write(file, cut);
            MediaFacts mended;
            try {
                mended = media.repair(file);
            } catch (IOException e) {
                assertArrayEquals(cut, Files.readAllBytes(file), "it is as it was");
                continue;
            }
            assertEquals(mended, media.inspect(file));
            // No more than the fragment under way is lost: half a second, of bytes that are spread evenly.
            double mostLost = 0.15 * whole.length;
            assertTrue(cut.length - Files.size(file) <= mostLost, cut.length + " became " + Files.size(file));
            if (played < CUTS_THAT_ARE_PLAYED) {
                played++;
                assertEquals("", MediaFile.complaints(file), "cut at " + cut.length);
                assertEquals(mended.frames(), MediaFile.read(file).video().size());
            }
        }
        assertEquals(CUTS_THAT_ARE_PLAYED, played);
    }

    @ParameterizedTest
    @CsvSource({"mp4, 900", "mkv, 300", "ts, 1000", "mp4, 0", "ts, 7"})
    void areLeftAloneIfNothingInThemPlays(String extension, int length) throws IOException {
        byte[] cut = Arrays.copyOf(Files.readAllBytes(film(Film.of("h264"), extension)), length);
        Path file = Files.write(folder.resolve("cut." + extension), cut);
        IOException failure = assertThrows(IOException.class, () -> media.repair(file));
        assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
        assertArrayEquals(cut, Files.readAllBytes(file));
    }

    @ParameterizedTest
    @CsvSource({"mp4", "mkv", "ts"})
    void areLeftAloneIfWhole(String extension) throws IOException {
        byte[] whole = Files.readAllBytes(film(Film.of("h264"), extension));
        Path file = Files.write(folder.resolve("whole." + extension), whole);
        media.repair(file);
        assertArrayEquals(whole, Files.readAllBytes(file));
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void areJoinedFrameForFrame(Container container) throws IOException {
        Path mp4 = film(Film.of("h264"), "mp4");
        Path mkv = film(Film.of("h264").silent(), "mkv");
        Path ts = film(Film.of("h264"), "ts");
        List<JoinedFile> joined = media.join(
                List.of(clip(mp4, 0, 2.5, 30), clip(mkv, 12, 12, 16.02), clip(ts, 30, 31.4, 33.01)),
                folder.resolve("joined"),
                container,
                Progress.NONE);
        assertEquals(1, joined.size());
        JoinedFile file = joined.get(0);
        assertEquals(folder.resolve("joined." + container.extension()), file.file());
        assertEquals(at(2), file.start());
        // 2 to 8, 12 to 16.02 and 31 to 33.01.
        assertEquals(150 + 101 + 51, file.frames());
        MediaFile made = MediaFile.read(file.file());
        assertEquals(file.frames(), made.video().size());
        assertTrue(made.video().get(0).key());
        assertEquals("", MediaFile.complaints(file.file()));
        double first = made.firstTime();
        double[] steps = new double[made.video().size()];
        for (int i = 1; i < steps.length; i++) {
            steps[i] = made.video().get(i).time() - made.video().get(i - 1).time();
            boolean afterGap = i == 150 || i == 251;
            double expected = i == 150 ? 4 + FRAME : i == 251 ? 15 : FRAME;
            assertEquals(expected, steps[i], afterGap ? FRAME : 0.002, "before frame " + i);
        }
        assertEquals(
                Duration.between(file.start(), file.end()).toNanos() / 1e9,
                made.video().get(steps.length - 1).time() - first,
                0.005);
        assertEquals("aac", made.audioCodec());
        assertTrue(
                made.audio().stream()
                        .mapToDouble(packet -> packet.time() - first)
                        .noneMatch(time -> time > 6.1 && time < 28.9),
                "where a part has no sound, there is a hole");
        assertEquals(media.inspect(file.file()).frames(), file.frames());
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void areJoinedWithFramesThatReferToLaterOnes(Container container) throws IOException {
        Path mp4 = film(Film.of("h264").withBFrames(), "mp4");
        Path mkv = film(Film.of("h264").withBFrames(), "mkv");
        JoinedFile file = media.join(
                        List.of(clip(mp4, 0, 3, 60), clip(mkv, 8, 8, 60)),
                        folder.resolve("joined"),
                        container,
                        Progress.NONE)
                .get(0);
        assertEquals(125 + 200, file.frames());
        assertEquals("", MediaFile.complaints(file.file()));
        double[] times = MediaFile.read(file.file()).video().stream()
                .mapToDouble(MediaFile.Packet::time)
                .sorted()
                .toArray();
        assertEquals(file.frames(), times.length);
        for (int i = 1; i < times.length; i++) {
            assertEquals(FRAME, times[i] - times[i - 1], 0.003, "before frame " + i);
        }
    }

    @Test
    void nothingIsThereTwiceWhenPartsOfOneFileFollowEachOther() throws IOException {
        Path file = film(Film.of("h264"), "mp4");
        JoinedFile joined = media.join(
                        List.of(clip(file, 0, 1, 3.5), clip(file, 0, 3.5, 5)),
                        folder.resolve("joined"),
                        Container.MP4,
                        Progress.NONE)
                .get(0);
        assertEquals(4 * Films.FRAMES_PER_SECOND, joined.frames());
        assertEquals("", MediaFile.complaints(joined.file()));
    }

    @Test
    void anotherSizeOrCodecBeginsANewFile() throws IOException {
        List<JoinedFile> joined = media.join(
                List.of(
                        clip(film(Film.of("h264"), "mp4"), 0, 0, 60),
                        clip(film(Film.of("h264").sized("640x360"), "mkv"), 10, 10, 60),
                        clip(film(Film.of("h265"), "ts"), 20, 20, 60)),
                folder.resolve("joined"),
                Container.MP4,
                Progress.NONE);
        assertEquals(
                List.of(folder.resolve("joined.mp4"), folder.resolve("joined_2.mp4"), folder.resolve("joined_3.mp4")),
                joined.stream().map(JoinedFile::file).toList());
        assertEquals(
                List.of(at(0), at(10), at(20)),
                joined.stream().map(JoinedFile::start).toList());
        for (JoinedFile file : joined) {
            assertEquals(Films.SECONDS * Films.FRAMES_PER_SECOND, file.frames());
            assertEquals("", MediaFile.complaints(file.file()));
        }
        assertEquals(640, media.inspect(joined.get(1).file()).width());
        assertEquals("h265", media.inspect(joined.get(2).file()).videoCodec());
    }

    @Test
    void aCancelledJoinLeavesNothing() throws IOException {
        Path first = film(Film.of("h264"), "mp4");
        Path second = film(Film.of("h264").sized("640x360"), "mkv");
        Progress cancelling = new Progress() {

            private double done;

            @Override
            public void done(double fraction) {
                assertTrue(fraction >= done);
                done = fraction;
            }

            @Override
            public boolean isCancelled() {
                return done > 0.7;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> media.join(
                        List.of(clip(first, 0, 0, 60), clip(second, 10, 10, 60)),
                        folder.resolve("joined"),
                        Container.MP4,
                        cancelling));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aFailedJoinLeavesNothingAndSaysWhichFile() throws IOException {
        Path first = film(Film.of("h264"), "mp4");
        Path missing = folder.resolve("missing.mp4");
        IOException failure = assertThrows(
                IOException.class,
                () -> media.join(
                        List.of(clip(first, 0, 0, 60), clip(missing, 10, 10, 60)),
                        folder.resolve("joined"),
                        Container.MP4,
                        Progress.NONE));
        assertTrue(failure.getMessage().contains(missing.toString()));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"h264, mp4", "h264, mkv", "h265, ts"})
    void aStillIsThePictureOfItsTime(String codec, String extension) throws IOException {
        // Brightness rises with time: the second, times 25.
        Path file = film(
                Film.of(codec).withBFrames().silent().showing("color=gray,geq=lum='25+25*floor(T)':cb=128:cr=128"),
                extension);
        for (double seconds : new double[] {0, 0.98, 3.0, 5.5, 7.97, 100}) {
            BufferedImage picture = ImageIO.read(
                    new ByteArrayInputStream(media.still(file, Duration.ofMillis(Math.round(seconds * 1000)))));
            assertEquals(320, picture.getWidth());
            assertEquals(240, picture.getHeight());
            int second = (int) Math.min(seconds, Films.SECONDS - 1);
            // From the range of video to that of JPEG.
            double expected = (25 + 25 * second - 16) * 255.0 / 219;
            assertEquals(expected, picture.getRGB(160, 120) & 0xff, 9, "at " + seconds);
        }
    }

    @Test
    void aFileThatIsWrittenIsReadAsFarAsItHasCome() throws IOException {
        byte[] whole = Files.readAllBytes(film(Film.of("h264"), "mp4"));
        Path file = Files.write(folder.resolve("growing.mp4"), Arrays.copyOf(whole, whole.length / 2));
        long frames = media.inspect(file).frames();
        assertTrue(frames > 2 * Films.FRAMES_PER_SECOND, frames + " frames");
        JoinedFile joined = media.join(
                        List.of(clip(file, 0, 0, 60)), folder.resolve("joined"), Container.MKV, Progress.NONE)
                .get(0);
        assertEquals(frames, joined.frames());
        assertTrue(media.still(file, Duration.ofSeconds(100)).length > 0);
        assertEquals(whole.length / 2, Files.size(file));
    }
}
