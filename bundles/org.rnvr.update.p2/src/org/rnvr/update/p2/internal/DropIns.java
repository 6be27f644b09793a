package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What lies in the drop-in folders, and what becomes of it. Thread-safe. */
final class DropIns {

    private static final String SUFFIX = ".jar";

    private final List<Path> folders;
    private final UserSource user;
    private final InstalledNames.Source installed;
    private final DropInHost host;

    private Map<Path, FileMark> marks = Map.of();
    private Map<Path, DropIn> readable = Map.of();
    private Map<Path, DropInRefusal> unreadable = Map.of();
    private Optional<Circumstances> ran = Optional.empty();
    private List<DropInRefusal> unable = List.of();
    private List<DropIn> running = List.of();
    private List<DropInRefusal> refused = List.of();

    /**
     * Nothing is looked at yet.
     *
     * @param folders the first of those that hold the same bundle has the right of way
     * @param user tells the number of the user that runs this
     * @param installed what is installed otherwise
     * @param host where they run
     */
    DropIns(List<Path> folders, UserSource user, InstalledNames.Source installed, DropInHost host) {
        this.folders = List.copyOf(folders);
        this.user = user;
        this.installed = installed;
        this.host = host;
    }

    /** Those that run, as it was when it was looked last. */
    synchronized List<DropIn> running() {
        return running;
    }

    /** What was not taken and why, as it was when it was looked last. */
    synchronized List<DropInRefusal> refused() {
        return refused;
    }

    /**
     * Looks, for a process that does so once.
     *
     * @return whether it did, as nobody had
     */
    synchronized boolean lookFirst() throws IOException {
        if (ran.isPresent()) {
            return false;
        }
        look();
        look();
        return true;
    }

    /**
     * Looks what has changed, and lets it take effect. A file counts as changed when it is the same for a second time, as it
     * may be half copied.
     */
    synchronized void look() throws IOException {
        Look look = new Look(user.now());
        for (Path folder : folders) {
            look.into(folder);
        }
        marks = look.seen;
        readable = look.jars;
        unreadable = look.spoilt;
        InstalledNames names = installed.now();
        DropInChoice choice = DropInChoice.of(look.jars.values(), names);
        Circumstances now = new Circumstances(choice.taken(), names);
        if (ran.filter(now::equals).isEmpty()) {
            unable = host.run(choice.taken());
            ran = Optional.of(now);
        }
        List<Path> failing = unable.stream().map(DropInRefusal::path).toList();
        running = choice.taken().stream()
                .filter(jar -> !failing.contains(jar.file()))
                .toList();
        refused = Stream.of(look.objections, look.spoilt.values(), choice.refused(), unable)
                .flatMap(Collection::stream)
                .toList();
    }

    /** What was to run, and beside what: whether it can depends on both. */
    private record Circumstances(List<DropIn> wanted, InstalledNames installed) {}

    /** Tells a user. */
    @FunctionalInterface
    interface UserSource {
        int now() throws IOException;
    }

    /** One look: what it finds, given what the one before found. */
    private final class Look {

        private final Map<Path, FileMark> seen = new HashMap<>();
        private final Map<Path, DropIn> jars = new LinkedHashMap<>();
        private final Map<Path, DropInRefusal> spoilt = new LinkedHashMap<>();
        private final List<DropInRefusal> objections = new ArrayList<>();
        private final int user;

        private Look(int user) {
            this.user = user;
        }

        private void into(Path folder) throws IOException {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            Optional<String> objection = FileOwner.of(folder).objection(user, folder);
            if (objection.isEmpty() && !Files.isDirectory(folder)) {
                objection = Optional.of("it is no folder.");
            }
            if (objection.isPresent()) {
                objections.add(DropInRefusal.ofFolder(folder, objection.get()));
                return;
            }
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path file : entries.filter(path -> path.toString().endsWith(SUFFIX))
                        .sorted()
                        .toList()) {
                    at(file);
                }
            }
        }

        private void at(Path file) throws IOException {
            try {
                Optional<String> objection = FileOwner.of(file).objection(user, file);
                if (objection.isPresent()) {
                    objections.add(DropInRefusal.ofJar(file, objection.get()));
                    return;
                }
                FileMark mark = FileMark.of(file);
                FileMark before = marks.get(file);
                seen.put(file, mark);
                boolean known = Optional.ofNullable(readable.get(file))
                        .map(DropIn::mark)
                        .filter(mark::equals)
                        .isPresent();
                if (mark.equals(before) && !known && !unreadable.containsKey(file)) {
                    read(file, mark);
                } else {
                    keep(file, mark.equals(before));
                }
            } catch (NoSuchFileException e) {
                seen.remove(file); // deleted meanwhile
            }
        }

        /** What it was goes on: nothing has changed, or it is not yet certain to what. */
        private void keep(Path file, boolean unchanged) {
            Optional.ofNullable(readable.get(file)).ifPresent(jar -> jars.put(file, jar));
            if (unchanged) {
                Optional.ofNullable(unreadable.get(file)).ifPresent(refusal -> spoilt.put(file, refusal));
            }
        }

        private void read(Path file, FileMark mark) throws NoSuchFileException {
            try {
                Optional<NewBundle> bundle = BundleJar.read(file);
                if (bundle.isPresent()) {
                    jars.put(file, new DropIn(file, mark, bundle.get()));
                } else {
                    spoilt.put(
                            file,
                            DropInRefusal.ofJar(
                                    file, "it is no OSGi bundle, as its manifest has no Bundle-SymbolicName."));
                }
            } catch (NoSuchFileException e) {
                throw e;
            } catch (IOException e) {
                keep(file, false);
                spoilt.put(
                        file,
                        DropInRefusal.ofJar(
                                file,
                                jars.containsKey(file)
                                        ? "it is damaged or not wholly copied: %s. What it was before goes on running."
                                                .formatted(e.getMessage())
                                        : "it is damaged or not wholly copied: %s.".formatted(e.getMessage())));
            }
        }
    }
}
