package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what the files hold that were looked through last. Any thread. */
public final class VideoFiles {

    private static final int FIRST_CAPACITY = 16;
    private static final float LOAD_FACTOR = 0.75f;

    private final long mostFrames;
    private final Map<Path, Entry> entries = new LinkedHashMap<>(FIRST_CAPACITY, LOAD_FACTOR, true);
    private long frames;

    private record Entry(long size, FileTime modified, VideoFile file) {}

    /**
     * Remembers nothing yet.
     *
     * @param mostFrames of all files together; one takes about 40 bytes. The last file is remembered however long it is.
     */
    public VideoFiles(long mostFrames) {
        this.mostFrames = mostFrames;
    }

    /**
     * What a file holds now. Waits for the disk.
     *
     * @throws IOException if it cannot be read or holds nothing that can be shown
     */
    public VideoFile get(Path path) throws IOException {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw FileFailure.of(path, e);
        }
        synchronized (entries) {
            Entry known = entries.get(path);
            if (known != null && known.size == now.size() && known.modified.equals(now.lastModifiedTime())) {
                return known.file;
            }
        }
        VideoFile file = IndexedFile.of(path);
        synchronized (entries) {
            forget(entries.put(path, new Entry(now.size(), now.lastModifiedTime(), file)));
            frames += file.end();
            Iterator<Entry> oldest = entries.values().iterator();
            while (frames > mostFrames && entries.size() > 1) {
                forget(oldest.next());
                oldest.remove();
            }
        }
        return file;
    }

    private void forget(Entry entry) {
        if (entry != null) {
            frames -= entry.file.end();
        }
    }
}
