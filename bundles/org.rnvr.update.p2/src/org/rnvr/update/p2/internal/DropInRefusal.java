package org.rnvr.update.p2.internal;

import java.nio.file.Path;

/**
 * That something in a drop-in folder, or a whole one, is not taken.
 *
 * @param path the jar or the folder
 * @param message what and why, for people
 */
record DropInRefusal(Path path, String message) {

    static DropInRefusal ofJar(Path jar, String why) {
        return new DropInRefusal(jar, "The jar %s is not taken: %s".formatted(jar, why));
    }

    static DropInRefusal ofFolder(Path folder, String why) {
        return new DropInRefusal(folder, "The drop-in folder %s is not looked into: %s".formatted(folder, why));
    }
}
