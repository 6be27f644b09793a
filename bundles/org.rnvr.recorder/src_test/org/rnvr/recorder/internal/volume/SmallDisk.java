package org.rnvr.recorder.internal.volume;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A small disk in a file, and where it is mounted; for root only. What a killed run left is removed first. */
public final class SmallDisk implements AutoCloseable {

    public static final long BYTES = 64 << 20;

    private static final Path WORK = Path.of("target", "small-disks").toAbsolutePath();

    private final Path platter;
    private final Path image;
    private final Path mountPoint;
    private final boolean inMemory;

    private SmallDisk(String name, boolean inMemory) {
        platter = WORK.resolve(name + "-platter");
        image = platter.resolve("disk.img");
        mountPoint = WORK.resolve(name);
        this.inMemory = inMemory;
    }

    /** Whether this user may mount disks. */
    public static boolean allowed() {
        return succeeds("sh", "-c", "test \"$(id -u)\" = 0 && test -e /dev/loop-control");
    }

    /** A disk of 64 MB with an ext4 file system, not mounted yet. */
    public static SmallDisk ext4(String name) throws IOException {
        SmallDisk disk = new SmallDisk(name, false);
        disk.prepare();
        disk.format();
        return disk;
    }

    /** As much in memory, not mounted yet; its contents last as long as it is mounted. */
    public static SmallDisk tmpfs(String name) throws IOException {
        SmallDisk disk = new SmallDisk(name, true);
        disk.prepare();
        return disk;
    }

    public Path mountPoint() {
        return mountPoint;
    }

    /** Puts an empty file system on it. */
    public void format() throws IOException {
        Files.deleteIfExists(image);
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
    }

    public void mount() {
        if (inMemory) {
            run("mount", "-t", "tmpfs", "-o", "mode=755,size=" + BYTES, "rnvr-test", mountPoint.toString());
        } else {
            run("mount", "-o", "loop", image.toString(), mountPoint.toString());
        }
    }

    public void remount(String option) {
        run("mount", "-o", "remount," + option, mountPoint.toString());
    }

    /** Takes it away, whoever uses it. */
    public void unmount() {
        run("umount", "-l", mountPoint.toString());
    }

    /** From now on it takes nothing any more, and the kernel hears so only when it writes in earnest. */
    public void fail() throws IOException {
        try (FileChannel channel = FileChannel.open(image, StandardOpenOption.WRITE)) {
            channel.truncate(64 << 10);
        }
        fill(platter.resolve("filler"), 0);
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
    }

    /** Fills it from outside until so much is free. */
    public Path fill(long leave) throws IOException {
        return fill(mountPoint.resolve("filler"), leave);
    }

    private static Path fill(Path filler, long leave) throws IOException {
        try (FileChannel channel = FileChannel.open(
                filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
            for (int size = 256 << 10; size >= 4 << 10; size /= 2) {
                ByteBuffer block = ByteBuffer.allocate(size);
                while (Files.getFileStore(filler).getUsableSpace() >= leave + size) {
                    channel.write(block.rewind());
                }
            }
        }
        return filler;
    }

    /** Unmounts it, and removes disk and mount point. */
    @Override
    public void close() throws IOException {
        List<Path> mounted = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("/proc/self/mounts"))) {
            Path at = Path.of(line.split(" ")[1]);
            if (at.startsWith(mountPoint) || at.equals(platter)) {
                mounted.add(at);
            }
        }
        Collections.reverse(mounted);
        mounted.forEach(at -> run("umount", "-l", at.toString()));
        // the kernel frees a loop device that mount has made when nobody uses it any more
        Files.deleteIfExists(platter);
        Files.deleteIfExists(mountPoint);
    }

    private void prepare() throws IOException {
        close();
        Files.createDirectories(mountPoint);
        Files.createDirectories(platter);
        run("mount", "-t", "tmpfs", "-o", "size=" + 2 * BYTES, "rnvr-test", platter.toString());
    }

    private static void run(String... command) {
        if (!succeeds(command)) {
            throw new AssertionError(String.join(" ", command) + " failed");
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
