package org.rnvr.app.internal;

import java.io.Console;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.equinox.app.IApplication;
import org.rnvr.update.InstallationChange;
import org.rnvr.update.InstalledFeature;
import org.rnvr.update.KeyConsent;
import org.rnvr.update.PlannedChange;
import org.rnvr.update.SigningKey;
import org.rnvr.update.UpdateService;

/**
 * A command on what is installed.
 *
 * @param kind what is done
 * @param features ids of features
 * @param repositories where to look
 * @param trusted fingerprints of keys that are trusted from now on
 */
record FeaturesCommand(Kind kind, List<String> features, List<URI> repositories, Set<String> trusted) {

    private static final int WORDS = 4;

    /** What can be done. */
    enum Kind {
        LIST,
        PLAN,
        INSTALL,
        UPDATE,
        REMOVE
    }

    /**
     * Reads a command: its name, then ids, a repository and fingerprints; an empty text is none.
     *
     * @throws IllegalArgumentException if it is none, with what is wrong
     */
    static FeaturesCommand parse(String... words) {
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(one -> words.length == WORDS && one.name().equalsIgnoreCase(words[0]))
                .findFirst();
        if (kind.isEmpty()) {
            throw new IllegalArgumentException(Messages.featuresUsage);
        }
        return new FeaturesCommand(
                kind.get(),
                parts(words[1]),
                words[2].isEmpty() ? List.of() : List.of(address(words[2])),
                parts(words[3]).stream()
                        .map(text -> text.replace(" ", "").toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    /** Does it, and gives the exit code. */
    Integer run(UpdateService updates, Terminal terminal) throws ExecutionException, InterruptedException {
        switch (kind) {
            case LIST ->
                updates.installed().get().forEach(feature -> terminal.out().println(line(feature)));
            case PLAN -> tell(updates.plan(features, repositories).get(), terminal);
            case INSTALL ->
                tell(updates.install(features, repositories, consent(terminal)).get(), terminal);
            case UPDATE ->
                tell(updates.update(features, repositories, consent(terminal)).get(), terminal);
            case REMOVE -> tell(updates.remove(features).get(), terminal);
        }
        return IApplication.EXIT_OK;
    }

    private static void tell(PlannedChange planned, Terminal terminal) {
        tell(planned.change(), terminal);
        terminal.out().println(Messages.format(Messages.featuresPlanned, planned.bytes()));
    }

    private static void tell(InstallationChange change, Terminal terminal) {
        if (change.features().isEmpty()) {
            terminal.out().println(Messages.featuresNothing);
        }
        for (InstallationChange.Feature feature : change.features()) {
            terminal.out().println(line(feature));
        }
        if (change.needsRestart()) {
            terminal.out().println(Messages.featuresRestart);
        }
    }

    private static String line(InstallationChange.Feature feature) {
        if (feature.from().isEmpty()) {
            return Messages.format(
                    Messages.installed, feature.id(), feature.to().orElseThrow());
        }
        if (feature.to().isEmpty()) {
            return Messages.format(
                    Messages.removed, feature.id(), feature.from().orElseThrow());
        }
        return Messages.format(
                Messages.updated,
                feature.id(),
                feature.from().orElseThrow(),
                feature.to().orElseThrow());
    }

    private static String line(InstalledFeature feature) {
        String origin = feature.droppedIn()
                .map(file -> Messages.format(Messages.featuresDroppedIn, file))
                .orElseGet(() -> feature.signer().map(FeaturesCommand::words).orElse(Messages.featuresUnsigned));
        String about = Stream.of(feature.name(), feature.provider(), origin)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        String line = Messages.format(Messages.featuresLine, feature.id(), feature.version(), about);
        return feature.strategies().isEmpty()
                ? line
                : line + Messages.format(Messages.featuresStrategies, String.join(", ", feature.strategies()));
    }

    private KeyConsent consent(Terminal terminal) {
        return (key, artifacts) -> trusted.contains(key.fingerprint()) || ask(key, terminal);
    }

    /** Somebody who sits at a terminal is asked; an answer that is not yes is no. */
    private static boolean ask(SigningKey key, Terminal terminal) {
        Console console = System.console();
        if (console == null) {
            terminal.err().println("rnvr: " + Messages.format(Messages.featuresTrust, key.fingerprint()));
            return false;
        }
        String answer = console.readLine("%s ", Messages.format(Messages.featuresConsent, words(key)));
        return answer != null && Messages.featuresYes.equalsIgnoreCase(answer.strip());
    }

    private static String words(SigningKey key) {
        return key.owners().isEmpty() ? key.fingerprint() : key.fingerprint() + " " + String.join(", ", key.owners());
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static URI address(String text) {
        if (text.matches("(https?|file):.*")) {
            try {
                return URI.create(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(Messages.format(Messages.featuresAddress, text), e);
            }
        }
        if (text.startsWith("/")) {
            return Path.of(text).toUri();
        }
        throw new IllegalArgumentException(Messages.format(Messages.featuresAddress, text));
    }
}
