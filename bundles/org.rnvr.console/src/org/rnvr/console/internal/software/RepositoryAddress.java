package org.rnvr.console.internal.software;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** How a person writes where a repository is. */
final class RepositoryAddress {

    private RepositoryAddress() {}

    /** An address, or a folder by its path; empty if it is neither. */
    static Optional<URI> of(String text) {
        String wanted = text.strip();
        try {
            if (wanted.startsWith("/")) {
                return Optional.of(
                        new URI("file", null, Path.of(wanted).normalize().toString(), null));
            }
            URI address = new URI(wanted);
            boolean known = wanted.matches("(?i)https?://[^/].*|file:/.*");
            return known ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** As a person would write it; the same folder is always the same text. */
    static String text(URI address) {
        return "file".equals(address.getScheme()) && address.getPath() != null
                ? Path.of(address.getPath()).normalize().toString()
                : address.toString();
    }
}
