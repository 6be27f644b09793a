package org.rnvr.pipeline;

import java.util.Arrays;
import java.util.Objects;

/** What came of trying a camera out. */
public sealed interface CameraTrial {

    /**
     * It sent video.
     *
     * @param media what it sends
     * @param framesPerSecond its frame rate, measured
     * @param bitsPerSecond of its video, measured
     * @param still a picture of it
     */
    record Seen(MediaDescription media, double framesPerSecond, double bitsPerSecond, Still still)
            implements CameraTrial {
        public Seen {
            Objects.requireNonNull(media);
            Objects.requireNonNull(still);
        }
    }

    /**
     * It cannot be used as it is.
     *
     * @param failure why
     */
    record Refused(SessionFailure failure) implements CameraTrial {
        public Refused {
            Objects.requireNonNull(failure);
        }
    }

    /** A picture. Immutable. */
    final class Still {

        /** None could be made. */
        public static final Still NONE = new Still(new byte[0]);

        private final byte[] jpeg;

        /** This one, as the bytes of a JPEG file. */
        public Still(byte[] jpeg) {
            this.jpeg = jpeg.clone();
        }

        /** Whether there is none. */
        public boolean isEmpty() {
            return jpeg.length == 0;
        }

        /** The bytes of a JPEG file. */
        public byte[] jpeg() {
            return jpeg.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Still that && Arrays.equals(jpeg, that.jpeg);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(jpeg);
        }

        @Override
        public String toString() {
            return jpeg.length + " bytes";
        }
    }
}
