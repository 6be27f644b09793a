package org.rnvr.update.p2.internal;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.eclipse.equinox.p2.core.UIServices;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.repository.artifact.spi.IArtifactUIServices;
import org.eclipse.equinox.p2.repository.metadata.spi.IInstallableUnitUIServices;
import org.rnvr.update.KeyConsent;
import org.rnvr.update.Refusal;
import org.rnvr.update.Refusal.Reason;
import org.rnvr.update.SigningKey;

/**
 * Answers p2's question whether what was fetched may be installed, and remembers what it refused. p2 asks only about what is
 * not trusted already, and has compared signatures before.
 */
final class Trust extends UIServices implements IArtifactUIServices, IInstallableUnitUIServices {

    private static final int NAMED = 3;

    private final Path keys;
    private final BooleanSupplier allowUnsigned;
    private final Supplier<KeyConsent> usualConsent;
    private final List<Refusal> refusals = new ArrayList<>();
    private Optional<KeyConsent> consent = Optional.empty();

    /**
     * With the rules.
     *
     * @param keys folder of keys that are trusted from the beginning
     * @param allowUnsigned whether artifacts without a signature may be installed
     * @param usualConsent who is asked about keys when a change was begun by p2's own windows
     */
    Trust(Path keys, BooleanSupplier allowUnsigned, Supplier<KeyConsent> usualConsent) {
        this.keys = keys;
        this.allowUnsigned = allowUnsigned;
        this.usualConsent = usualConsent;
    }

    /** From now on this one is asked, and nothing is refused yet. */
    synchronized void begin(KeyConsent asked) {
        refusals.clear();
        consent = Optional.of(asked);
    }

    /** What was refused since {@link #begin}; from now on the usual one is asked. */
    synchronized List<Refusal> end() {
        consent = Optional.empty();
        List<Refusal> refused = List.copyOf(refusals);
        refusals.clear();
        return refused;
    }

    @Override
    public synchronized TrustInfo getTrustInfo(
            Map<List<Certificate>, Set<IArtifactKey>> certificates,
            Map<PGPPublicKey, Set<IArtifactKey>> signers,
            Set<IArtifactKey> unsigned,
            Map<IArtifactKey, File> files) {
        boolean open = allowUnsigned.getAsBoolean();
        if (!open) {
            refuseUnsigned(unsigned);
            certificates.forEach(this::refuseCertificate);
        }
        Set<String> known = Keys.fingerprints(keys);
        List<PGPPublicKey> trusted = new ArrayList<>();
        KeyConsent asked = consent.orElseGet(usualConsent);
        signers.forEach((key, artifacts) -> {
            SigningKey signer = Keys.of(key);
            if (known.contains(signer.fingerprint()) || asked.trust(signer, words(artifacts))) {
                trusted.add(key);
            } else {
                refuseKey(signer, artifacts);
            }
        });
        List<Certificate> roots =
                open ? certificates.keySet().stream().flatMap(List::stream).toList() : List.of();
        return new TrustInfo(roots, trusted, !trusted.isEmpty() && roots.isEmpty(), open);
    }

    private void refuseUnsigned(Set<IArtifactKey> artifacts) {
        refuse(
                Reason.UNSIGNED,
                artifacts,
                Optional.empty(),
                name -> "%s is not signed, and updates.allow_unsigned in the configuration does not allow that."
                        .formatted(name),
                (names, more) ->
                        "%s and %d more are not signed, and updates.allow_unsigned in the configuration does not allow that."
                                .formatted(names, more));
    }

    private void refuseCertificate(List<Certificate> chain, Set<IArtifactKey> artifacts) {
        String owner = chain.isEmpty() || !(chain.get(0) instanceof X509Certificate certificate)
                ? "?"
                : certificate.getSubjectX500Principal().getName();
        refuse(
                Reason.UNKNOWN_KEY,
                artifacts,
                Optional.empty(),
                name -> "%s is signed with a certificate that is not trusted: %s".formatted(name, owner),
                (names, more) -> "%s and %d more are signed with a certificate that is not trusted: %s"
                        .formatted(names, more, owner));
    }

    private void refuseKey(SigningKey key, Set<IArtifactKey> artifacts) {
        String owners = String.join(", ", key.owners());
        refuse(
                Reason.UNKNOWN_KEY,
                artifacts,
                Optional.of(key),
                name -> "%s is signed with a key that is not trusted: %s (%s)"
                        .formatted(name, key.fingerprint(), owners),
                (names, more) -> "%s and %d more are signed with a key that is not trusted: %s (%s)"
                        .formatted(names, more, key.fingerprint(), owners));
    }

    /** A whole repository of the same fault is one refusal, which names some of what is in it. */
    private void refuse(
            Reason reason,
            Set<IArtifactKey> artifacts,
            Optional<SigningKey> key,
            UnaryOperator<String> ofOne,
            BiFunction<String, Integer, String> ofMany) {
        List<String> names = words(artifacts);
        if (names.size() <= NAMED) {
            names.forEach(name -> refusals.add(new Refusal(reason, Optional.of(name), key, ofOne.apply(name))));
        } else {
            String some = String.join(", ", names.subList(0, NAMED));
            refusals.add(new Refusal(reason, Optional.of(names.get(0)), key, ofMany.apply(some, names.size() - NAMED)));
        }
    }

    private static List<String> words(Set<IArtifactKey> artifacts) {
        return artifacts.stream().map(Trust::words).sorted().toList();
    }

    private static String words(IArtifactKey artifact) {
        return artifact.getId() + " " + artifact.getVersion();
    }

    /** Repositories are those that the operator names or configures; what comes from them is judged by its signatures. */
    @Override
    public TrustAuthorityInfo getTrustAuthorityInfo(
            Map<URI, Set<IInstallableUnit>> units, Map<URI, List<Certificate>> certificates) {
        return new TrustAuthorityInfo(units.keySet(), false, false);
    }

    @Override
    public synchronized TrustInfo getTrustInfo(Certificate[][] untrusted, String[] unsigned) {
        return nothing();
    }

    @Override
    public synchronized TrustInfo getTrustInfo(
            Certificate[][] untrusted, Collection<PGPPublicKey> signers, String[] unsigned) {
        return nothing();
    }

    private static TrustInfo nothing() {
        return new TrustInfo(List.of(), List.of(), false, false);
    }

    @Override
    public AuthenticationInfo getUsernamePassword(String location) {
        return AUTHENTICATION_PROMPT_CANCELED;
    }

    @Override
    public AuthenticationInfo getUsernamePassword(String location, AuthenticationInfo previous) {
        return AUTHENTICATION_PROMPT_CANCELED;
    }
}
