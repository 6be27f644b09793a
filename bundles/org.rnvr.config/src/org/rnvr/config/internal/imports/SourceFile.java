package org.rnvr.config.internal.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.rnvr.config.internal.file.Failures;
import org.rnvr.config.internal.json.JsonDocument;
import org.rnvr.config.internal.json.JsonReading;
import org.rnvr.config.internal.json.NotJsonException;

/** A file to take over, of either kind. */
public final class SourceFile {

    private SourceFile() {}

    /**
     * What is in it, as a document.
     *
     * @throws IOException if it is neither kind of configuration; the message says why, with the file's name
     */
    public static JsonDocument read(Path file) throws IOException {
        try {
            return PythonDatabase.is(file)
                    ? PythonDatabase.read(file)
                    : JsonReading.read(JsonReading.decode(Files.readAllBytes(file)));
        } catch (NotJsonException e) {
            throw new IOException(file.getFileName() + " " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new IOException(file.getFileName() + " does not exist in " + file.getParent(), e);
        } catch (IOException e) {
            String reason = Failures.reason(e);
            String name = String.valueOf(file.getFileName());
            throw new IOException(reason.startsWith(name) ? reason : name + " cannot be read: " + reason, e);
        }
    }
}
