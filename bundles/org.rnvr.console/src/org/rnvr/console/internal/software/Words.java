package org.rnvr.console.internal.software;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;
import org.rnvr.update.InstallationChange;
import org.rnvr.update.InstalledFeature;
import org.rnvr.update.OfferedFeature;
import org.rnvr.update.Refusal;
import org.rnvr.update.SigningKey;

/** Puts into words what features and their signatures are. */
final class Words {

    private static final int GROUP = 4;

    private Words() {}

    /** Who has a key, by what is written there. */
    static String owners(SigningKey key) {
        return key.owners().isEmpty() ? Messages.key_nobody : String.join(", ", key.owners());
    }

    /** A fingerprint as people compare it. */
    static String grouped(String fingerprint) {
        return fingerprint.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    /** By whom something is signed, in short. */
    static String signer(Optional<SigningKey> signer) {
        return signer.map(Words::owners).orElse(Messages.not_signed);
    }

    static String kind(InstalledFeature feature) {
        if (feature.droppedIn().isPresent()) {
            return Messages.kind_dropped_in;
        }
        return feature.own() ? Messages.kind_own : Messages.kind_other;
    }

    static Told state(InstalledFeature feature) {
        return feature.active()
                ? new Told(Symbol.DONE, Messages.state_active)
                : new Told(Symbol.SUSPECT, Messages.state_inactive);
    }

    /** All that is known of one, to be read and copied. */
    static String details(InstalledFeature feature) {
        List<String> lines = new ArrayList<>(List.of(feature.name() + " " + feature.version(), feature.id()));
        if (!feature.strategies().isEmpty()) {
            lines.add(NLS.bind(Messages.details_strategies, String.join(", ", feature.strategies())));
        }
        lines.add(feature.droppedIn()
                .map(file -> NLS.bind(Messages.details_dropped_in, file))
                .orElseGet(() -> signature(feature.signer())));
        return String.join("\n", lines);
    }

    /** All that is known of one, to be read and copied. */
    static String details(OfferedFeature feature) {
        return String.join(
                "\n",
                feature.name() + " " + feature.version(),
                feature.id(),
                feature.signer().isEmpty()
                        ? signature(feature.signer())
                        : signature(feature.signer()) + "\n" + Messages.details_unverified);
    }

    private static String signature(Optional<SigningKey> signer) {
        return signer.map(key -> NLS.bind(Messages.details_signed, owners(key), grouped(key.fingerprint())))
                .orElse(Messages.details_not_signed);
    }

    /** A line about what changed. */
    static String line(InstallationChange.Feature feature) {
        if (feature.from().isEmpty()) {
            return NLS.bind(Messages.done_installed, feature.id(), feature.to().orElseThrow());
        }
        if (feature.to().isEmpty()) {
            return NLS.bind(Messages.done_removed, feature.id(), feature.from().orElseThrow());
        }
        return NLS.bind(Messages.done_updated, new Object[] {
            feature.id(), feature.from().orElseThrow(), feature.to().orElseThrow()
        });
    }

    /** What is to be known of a refusal beyond its first message, a line each. */
    static List<String> details(List<Refusal> refusals) {
        List<String> lines = new ArrayList<>();
        for (Refusal refusal : refusals) {
            lines.add(refusal.message());
            refusal.key()
                    .ifPresent(key ->
                            lines.add(NLS.bind(Messages.details_signed, owners(key), grouped(key.fingerprint()))));
        }
        return lines;
    }
}
