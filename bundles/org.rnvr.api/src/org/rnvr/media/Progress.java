package org.rnvr.media;

import org.osgi.annotation.versioning.ConsumerType;

/** Follows a long piece of work, and may cancel it. Called on the thread that works; returns at once. */
@ConsumerType
public interface Progress {

    /** One that only waits. */
    Progress NONE = new Progress() {
        @Override
        public void done(double fraction) {
            // nobody looks on
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * How much is done.
     *
     * @param fraction 0 to 1, rising
     */
    void done(double fraction);

    /** Whether the work is to end as soon as it can. */
    boolean isCancelled();
}
