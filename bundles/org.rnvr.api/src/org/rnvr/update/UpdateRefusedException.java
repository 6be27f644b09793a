package org.rnvr.update;

import java.util.List;
import java.util.stream.Collectors;

/** A change of the installation was refused, and nothing was changed. Its message names every reason. */
public final class UpdateRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /** With at least one reason. */
    public UpdateRefusedException(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::message).collect(Collectors.joining(" ")));
        this.refusals = List.copyOf(refusals);
    }

    /** Why, at least one. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
