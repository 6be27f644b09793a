package org.rnvr.console.internal.reasons;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationRefusedException;

/**
 * What the recorder's bundles say, in the language of the console. They say it in English, as the journal and the log
 * have it; each brings its translations along. Any thread.
 */
public final class Reasons {

    private Reasons() {}

    /** The text in the language of the console; as it is when nobody translated it. */
    public static String told(String text) {
        return Installed.PHRASES.map(phrases -> phrases.phrasebook().tell(text)).orElse(text);
    }

    /** Why something failed, in the language of the console. */
    public static String told(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ConfigurationRefusedException refused
                && !refused.problems().isEmpty()) {
            return refused.problems().stream().map(Reasons::told).collect(Collectors.joining("\n"));
        }
        return told(
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName()));
    }

    private static String told(ConfigurationProblem problem) {
        return problem.path() + ": " + told(problem.message());
    }

    /** Opened when the first text is told, for as long as the console's code is there; without a framework, none. */
    private static final class Installed {

        static final Optional<InstalledPhrases> PHRASES = open();

        private static Optional<InstalledPhrases> open() {
            Bundle own = FrameworkUtil.getBundle(Reasons.class);
            if (own == null || own.getBundleContext() == null) {
                return Optional.empty();
            }
            InstalledPhrases phrases = new InstalledPhrases(own.getBundleContext(), Locale.getDefault());
            phrases.open();
            return Optional.of(phrases);
        }
    }
}
