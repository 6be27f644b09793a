package org.rnvr.pipeline.gst.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class DiskFailureTest {

    @Test
    void eachReasonIsASentence() {
        assertEquals(
                "RNVR is not allowed to write /a/b.mp4.", DiskFailure.reason(new AccessDeniedException("/a/b.mp4")));
        assertEquals("The folder of /a/b.mp4 does not exist.", DiskFailure.reason(new NoSuchFileException("/a/b.mp4")));
        assertEquals("/a/b.mp4 exists already.", DiskFailure.reason(new FileAlreadyExistsException("/a/b.mp4")));
        assertEquals(
                "/a/b.mp4 cannot be written: Read-only file system.",
                DiskFailure.reason(new FileSystemException("/a/b.mp4", null, "Read-only file system")));
        assertEquals("The share is away.", DiskFailure.reason(new IOException("The share is away.")));
        assertEquals(
                "The recording cannot be written: java.lang.IllegalStateException.",
                DiskFailure.reason(new IllegalStateException()));
    }

    @Test
    void aFullDiskIsNamed() {
        assertEquals("The disk is full.", DiskFailure.reason(error(14)));
        assertEquals("The recording cannot be written: text", DiskFailure.reason(error(10)));
    }

    private static PartMessage error(int code) {
        return new PartMessage(
                "segment-1", "file", PartMessage.Kind.ERROR, "gst-resource-error-quark", code, "text", "debug");
    }
}
