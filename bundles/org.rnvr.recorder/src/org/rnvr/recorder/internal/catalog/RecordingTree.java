package org.rnvr.recorder.internal.catalog;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The folders and files of the recording folder that are named like recordings. Everything else is none of the catalog's
 * business.
 *
 * @param folder the recording folder
 */
record RecordingTree(Path folder) {

    /** Names of all folders of one camera and day, in order. */
    List<String> days() throws IOException {
        List<String> days = new ArrayList<>();
        for (String camera : namesIn(folder)) {
            if (camera.startsWith(".")) {
                continue;
            }
            for (String day : namesIn(folder.resolve(camera))) {
                if (day.length() == 8 && day.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    days.add(camera + "/" + day);
                }
            }
        }
        return days;
    }

    /** Names of the recordings of one camera and day, in order; none if the folder is not there. */
    List<String> recordings(String day) throws IOException {
        List<String> recordings = new ArrayList<>();
        for (String file : namesIn(folder.resolve(day))) {
            String name = day + "/" + file;
            if (RecordedName.of(name).isPresent()) {
                recordings.add(name);
            }
        }
        return recordings;
    }

    /** Whether a camera's folder is a link that leads nowhere now: its files are away, not gone. */
    boolean isAway(String name) {
        int slash = name.indexOf('/');
        Path camera = folder.resolve(slash < 0 ? name : name.substring(0, slash));
        return slash > 0 && Files.isSymbolicLink(camera) && !Files.isDirectory(camera);
    }

    private static List<String> namesIn(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(entry.getFileName().toString());
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of(); // gone in the meantime, or a file of somebody else's
        }
        Collections.sort(names);
        return names;
    }
}
