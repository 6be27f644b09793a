package org.rnvr.pipeline.gst.internal;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in one sentence why a recording file cannot be written. */
final class DiskFailure {

    private DiskFailure() {}

    static String reason(Exception e) {
        if (e instanceof AccessDeniedException denied) {
            return "RNVR is not allowed to write " + denied.getFile() + ".";
        }
        if (e instanceof NoSuchFileException missing) {
            return "The folder of " + missing.getFile() + " does not exist.";
        }
        if (e instanceof FileAlreadyExistsException there) {
            return there.getFile() + " exists already.";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getFile() + " cannot be written: " + system.getReason() + ".";
        }
        String message = e.getMessage();
        return message == null || message.isBlank() ? "The recording cannot be written: " + e + "." : message;
    }

    /** From an error of the element that writes the file. */
    static String reason(PartMessage message) {
        if (message.domain().equals("gst-resource-error-quark") && message.code() == NO_SPACE_LEFT) {
            return "The disk is full.";
        }
        return "The recording cannot be written: " + message.text();
    }

    /** {@code GST_RESOURCE_ERROR_NO_SPACE_LEFT}. */
    private static final int NO_SPACE_LEFT = 14;
}
