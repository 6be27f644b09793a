package org.rnvr.console.internal.reasons;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The phrases of all bundles that are there now, a strategy's that came a moment ago included. Any thread. */
final class InstalledPhrases extends BundleTracker<List<Phrase>> {

    private static final Logger LOGGER = LoggerFactory.getLogger(InstalledPhrases.class);
    private static final int PRESENT = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE;

    private final String file;
    private volatile Edition edition = new Edition(-1, new Phrasebook(List.of()));

    InstalledPhrases(BundleContext context, Locale locale) {
        super(context, PRESENT, null);
        this.file = "OSGI-INF/l10n/reasons_" + locale.getLanguage() + ".po";
    }

    @Override
    public List<Phrase> addingBundle(Bundle bundle, BundleEvent event) {
        URL found = bundle.getEntry(file);
        if (found == null) {
            return null;
        }
        try (Reader reader = new InputStreamReader(found.openStream(), StandardCharsets.UTF_8)) {
            return PoFile.read(reader);
        } catch (IOException e) {
            LOGGER.warn("{} of {} cannot be read: {}", file, bundle.getSymbolicName(), e.getMessage());
            return null;
        }
    }

    Phrasebook phrasebook() {
        Edition present = edition;
        int count = getTrackingCount();
        if (present.count() != count) {
            present = new Edition(
                    count,
                    new Phrasebook(getTracked().values().stream()
                            .flatMap(Collection::stream)
                            .toList()));
            edition = present;
        }
        return present.book();
    }

    private record Edition(int count, Phrasebook book) {}
}
