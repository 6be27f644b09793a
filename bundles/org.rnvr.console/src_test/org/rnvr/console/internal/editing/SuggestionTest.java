package org.rnvr.console.internal.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.config.Credentials;
import org.rnvr.control.CameraDescription;
import org.rnvr.control.FoundCamera;

class SuggestionTest {

    private static final Credentials VIEWER = new Credentials("viewer", "s3cret");

    @Test
    void theMainStreamAndTheSmallestOfTheSameEyeAreTaken() {
        CameraForm form = Suggestion.of(
                found("Gate"),
                described(
                        stream("eye1", 1920, 1080, "rtsp://192.0.2.7/1", true),
                        stream("eye1", 1280, 720, "rtsp://192.0.2.7/2", true),
                        stream("eye1", 640, 360, "rtsp://192.0.2.7/3", true),
                        stream("eye2", 320, 180, "rtsp://192.0.2.7/4", true)),
                VIEWER,
                Set.of("gate"));
        assertEquals("Gate", form.name());
        assertEquals("gate-2", form.id());
        assertEquals("rtsp://192.0.2.7/1", form.url());
        assertEquals("rtsp://192.0.2.7/3", form.smallUrl());
        assertEquals("viewer", form.username());
        assertEquals("s3cret", form.password());
        assertEquals(PtzType.ONVIF, form.ptz());
        assertEquals("8080", form.ptzPort());
    }

    @Test
    void whatACameraDoesNotTellIsLeftToThePerson() {
        CameraForm form = Suggestion.of(found(""), described(), Credentials.NONE, Set.of());
        assertEquals("Model 7", form.name());
        assertEquals("model-7", form.id());
        assertEquals(CameraForm.NEW.url(), form.url());
        assertEquals("", form.smallUrl());
        assertEquals(PtzType.NONE, form.ptz());
    }

    private static FoundCamera found(String name) {
        return new FoundCamera(
                "urn:uuid:1", List.of(URI.create("http://192.0.2.7:8080/onvif/device_service")), name, "", "");
    }

    private static CameraDescription described(CameraDescription.Stream... streams) {
        return new CameraDescription("Maker", "Model 7", "1.0", "4711", List.of(streams));
    }

    private static CameraDescription.Stream stream(String eye, int width, int height, String url, boolean movable) {
        return new CameraDescription.Stream("profile", "", eye, "H264", width, height, 25, movable, url);
    }
}
