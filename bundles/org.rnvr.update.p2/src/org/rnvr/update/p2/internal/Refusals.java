package org.rnvr.update.p2.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.rnvr.update.Refusal;
import org.rnvr.update.Refusal.Reason;
import org.rnvr.update.UpdateRefusedException;

/** Tells what p2 says of a failure in words for the operator. */
@SuppressWarnings("restriction")
final class Refusals {

    private static final Pattern ARTIFACT = Pattern.compile(
            "(?:osgi\\.bundle|org\\.eclipse\\.update\\.feature|binary)[,/ ]+([^,/ ]+)[,/ ]+([0-9][^,/ \"'\\])]*[^.,/ \"'\\])])");
    private static final Set<String> OF_SIGNATURES = Set.of(
            org.eclipse.equinox.internal.p2.artifact.processors.pgp.Messages.Error_SignatureAndFileDontMatch,
            org.eclipse.equinox.internal.p2.artifact.processors.pgp.Messages.Error_CouldNotLoadSignature,
            org.eclipse.equinox.internal.p2.artifact.processors.pgp.Messages.Error_SignatureAfterKeyExpiration,
            org.eclipse.equinox.internal.p2.artifact.processors.pgp.Messages.Error_SignatureAfterKeyRevocation);

    private Refusals() {}

    static UpdateRefusedException of(Reason reason, String message) {
        return of(new Refusal(reason, Optional.empty(), Optional.empty(), message));
    }

    static UpdateRefusedException of(Reason reason, String subject, String message) {
        return of(new Refusal(reason, Optional.of(subject), Optional.empty(), message));
    }

    static UpdateRefusedException cancelled() {
        return of(Reason.CANCELLED, "It was cancelled; nothing was changed.");
    }

    static UpdateRefusedException notChanged(String reason) {
        return of(Reason.FAILED, "The installation was not changed: %s".formatted(reason));
    }

    static UpdateRefusedException notByScript() {
        return of(
                Reason.NOT_WRITABLE,
                "This RNVR was not started by its script rnvr, so its installation cannot be changed.");
    }

    private static UpdateRefusedException of(Refusal refusal) {
        return new UpdateRefusedException(List.of(refusal));
    }

    /** Of a change that failed. */
    static UpdateRefusedException of(IStatus status) {
        List<IStatus> all = new ArrayList<>();
        collect(status, all);
        Optional<String> artifact = all.stream()
                .map(one -> ARTIFACT.matcher(one.getMessage()))
                .filter(Matcher::find)
                .map(found -> found.group(1) + " " + found.group(2))
                .findFirst();
        String what = artifact.orElse("An artifact");
        if (artifact.isPresent() && all.stream().anyMatch(FetchFailure::isUnanswered)) {
            // what was on its way when its server went away is cut off, so that no checksum or signature fits it
            return of(FetchFailure.of(what, all));
        }
        if (all.stream().anyMatch(one -> OF_SIGNATURES.contains(one.getMessage()))) {
            return of(new Refusal(
                    Reason.TAMPERED,
                    artifact,
                    Optional.empty(),
                    "%s is not what was signed: it was changed after it was signed.".formatted(what)));
        }
        if (has(all, ProvisionException.ARTIFACT_MD5_NOT_MATCH)) {
            return of(new Refusal(
                    Reason.WRONG_CHECKSUM,
                    artifact,
                    Optional.empty(),
                    "%s is not what the repository says it is: its checksum differs.".formatted(what)));
        }
        if (all.stream().anyMatch(one -> one.getSeverity() == IStatus.CANCEL)) {
            return cancelled();
        }
        if (artifact.isPresent()) {
            return of(FetchFailure.of(what, all));
        }
        return notChanged(said(status));
    }

    /** Of a repository that cannot be used. */
    static UpdateRefusedException of(String repository, IStatus status) {
        List<IStatus> all = new ArrayList<>();
        collect(status, all);
        Reason reason = has(all, ProvisionException.REPOSITORY_FAILED_READ) && !FetchFailure.isUnanswered(status)
                ? Reason.DAMAGED
                : Reason.UNREACHABLE;
        return of(reason, repository, "The repository %s cannot be used: %s".formatted(repository, said(status)));
    }

    private static boolean has(List<IStatus> all, int code) {
        return all.stream().anyMatch(one -> one.getCode() == code);
    }

    /** The innermost messages, as they say most. */
    static String said(IStatus status) {
        List<IStatus> all = new ArrayList<>();
        collect(status, all);
        return all.stream()
                .filter(one -> one.getChildren().length == 0 && !one.isOK())
                .map(one -> one.getMessage().replaceAll("\\s+", " ").strip())
                .filter(text -> !text.isEmpty() && !text.startsWith("session context was")) // for those who develop p2
                .distinct()
                .limit(3)
                .reduce((one, other) -> one + " " + other)
                .orElse(status.getMessage());
    }

    private static void collect(IStatus status, List<IStatus> all) {
        all.add(status);
        for (IStatus child : status.getChildren()) {
            collect(child, all);
        }
    }
}
