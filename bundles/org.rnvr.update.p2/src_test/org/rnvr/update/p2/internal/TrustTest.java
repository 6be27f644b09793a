package org.rnvr.update.p2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.equinox.internal.p2.metadata.ArtifactKey;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rnvr.update.KeyConsent;
import org.rnvr.update.Refusal;

@SuppressWarnings("restriction")
class TrustTest {

    private static final KeyConsent NEVER = (key, artifacts) -> false;

    @TempDir
    Path keys;

    @Test
    void fewThatAreNotSignedAreNamedEach() {
        assertEquals(
                List.of(
                        "b1 1.0.0 is not signed, and updates.allow_unsigned in the configuration does not allow that.",
                        "b2 1.0.0 is not signed, and updates.allow_unsigned in the configuration does not allow that."),
                refused(2, false).stream().map(Refusal::message).toList());
    }

    @Test
    void aRepositoryThatIsNotSignedIsOneRefusal() {
        List<Refusal> refused = refused(40, false);
        assertEquals(
                List.of("b1 1.0.0, b10 1.0.0, b11 1.0.0 and 37 more are not signed, and updates.allow_unsigned in the"
                        + " configuration does not allow that."),
                refused.stream().map(Refusal::message).toList());
        assertEquals("b1 1.0.0", refused.get(0).artifact().orElseThrow());
    }

    @Test
    void whereTheConfigurationAllowsItNothingIsRefused() {
        assertEquals(List.of(), refused(40, true));
    }

    private List<Refusal> refused(int artifacts, boolean allowed) {
        Trust trust = new Trust(keys, () -> allowed, () -> NEVER);
        trust.begin(NEVER);
        Set<IArtifactKey> unsigned = IntStream.rangeClosed(1, artifacts)
                .mapToObj(i -> new ArtifactKey("osgi.bundle", "b" + i, Version.create("1.0.0")))
                .collect(Collectors.toSet());
        trust.getTrustInfo(Map.of(), Map.of(), unsigned, Map.of());
        return trust.end();
    }
}
