package org.rnvr.console.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.impl.FileURIHandlerImpl;

/**
 * Lets the platform replace a file of its own with one that is whole, and not write over it: who is stopped meanwhile leaves
 * the one that was there before. Any thread.
 */
final class WholeFile extends FileURIHandlerImpl {

    private final URI file;

    WholeFile(URI file) {
        this.file = file;
    }

    @Override
    public boolean canHandle(URI uri) {
        return uri.equals(file);
    }

    @Override
    public OutputStream createOutputStream(URI uri, Map<?, ?> options) {
        return new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
                // What cannot be written down is given up before its first byte, and closed all the same.
                if (size() > 0) {
                    replace(Path.of(uri.toFileString()), toByteArray());
                    reset();
                }
            }
        };
    }

    private synchronized void replace(Path path, byte[] content) throws IOException {
        Files.createDirectories(path.getParent());
        Path draft = path.resolveSibling(path.getFileName() + ".new");
        Files.write(draft, content);
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
