package org.rnvr.console.internal.editing;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rnvr.config.CameraSettings.Flip;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.config.Credentials;
import org.rnvr.control.CameraDescription;
import org.rnvr.control.FoundCamera;

/** What the dialog of a new camera begins with when the camera was found in the network. */
final class Suggestion {

    private static final int HTTP_PORT = 80;

    private Suggestion() {}

    /**
     * The first stream as the main one, and a smaller one of the same eye, if there is one, as the second.
     *
     * @param found what answered the search
     * @param described what it says of itself
     * @param credentials with which it said so
     * @param taken ids of other cameras
     */
    static CameraForm of(FoundCamera found, CameraDescription described, Credentials credentials, Set<String> taken) {
        Optional<CameraDescription.Stream> main = described.streams().stream().findFirst();
        Optional<CameraDescription.Stream> small = main.flatMap(stream -> smaller(stream, described.streams()));
        boolean moves = described.streams().stream().anyMatch(CameraDescription.Stream::movable);
        String name = name(found, described);
        return new CameraForm(
                CameraIds.suggest(name, taken),
                name,
                main.map(CameraDescription.Stream::rtspUrl).orElse(CameraForm.NEW.url()),
                small.map(CameraDescription.Stream::rtspUrl).orElse(""),
                credentials.username(),
                credentials.password(),
                true,
                true,
                true,
                moves ? PtzType.ONVIF : PtzType.NONE,
                Integer.toString(port(found.services().get(0))),
                CameraForm.NEW.ptzChannel(),
                Flip.NONE,
                0);
    }

    private static Optional<CameraDescription.Stream> smaller(
            CameraDescription.Stream main, List<CameraDescription.Stream> all) {
        return all.stream()
                .filter(stream -> stream.source().equals(main.source()))
                .filter(stream -> pixels(stream) > 0 && pixels(stream) < pixels(main))
                .filter(stream ->
                        !stream.rtspUrl().isEmpty() && !stream.rtspUrl().equals(main.rtspUrl()))
                .min(Comparator.comparingLong(Suggestion::pixels));
    }

    private static long pixels(CameraDescription.Stream stream) {
        return (long) stream.width() * stream.height();
    }

    private static String name(FoundCamera found, CameraDescription described) {
        return Stream.of(
                        found.name(),
                        described.model(),
                        found.hardware(),
                        found.services().get(0).getHost())
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static int port(URI service) {
        return service.getPort() > 0 ? service.getPort() : HTTP_PORT;
    }
}
