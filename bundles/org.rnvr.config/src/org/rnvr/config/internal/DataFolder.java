package org.rnvr.config.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.rnvr.config.ConfigurationService;

/** Where the framework properties say that things are. */
final class DataFolder {

    private final BundleContext context;

    DataFolder(BundleContext context) {
        this.context = context;
    }

    /** The data folder, absolute. */
    Path path() {
        String property = context.getProperty(ConfigurationService.DATA_PROPERTY);
        return Path.of(property == null ? "" : property).toAbsolutePath().normalize();
    }

    /** The data folder, made if it did not exist. */
    Path existing() {
        try {
            return Files.createDirectories(path());
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + path() + " cannot be made", e);
        }
    }

    /** The configuration file, absolute. */
    Path configurationFile() {
        String property = context.getProperty(ConfigurationService.FILE_PROPERTY);
        return property == null
                ? path().resolve("IT_RNVR.json")
                : Path.of(property).toAbsolutePath().normalize();
    }
}
