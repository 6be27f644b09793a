package org.rnvr.control.isapi.internal;

import java.net.http.HttpClient;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.control.PtzCamera;
import org.rnvr.control.PtzControl;
import org.rnvr.control.spi.CameraAddress;
import org.rnvr.control.spi.CameraHttp;
import org.rnvr.control.spi.OrderedPtzCamera;

/** Moves Hikvision cameras by ISAPI. */
@Component
public final class IsapiControl implements PtzControl {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final HttpClient client = CameraHttp.client();
    private final Duration limit;

    /** With the usual time limit. */
    @Activate
    public IsapiControl() {
        this(LIMIT);
    }

    /** With a time limit for each request. */
    IsapiControl(Duration limit) {
        this.limit = limit;
    }

    @Override
    public PtzType type() {
        return PtzType.HIK;
    }

    @Override
    public PtzCamera open(CameraSettings camera) {
        if (camera.ptz().type() != type()) {
            throw new IllegalArgumentException(camera.id() + " is not moved by ISAPI");
        }
        CameraHttp http = new CameraHttp(client, camera.credentials(), limit);
        return new OrderedPtzCamera(
                new IsapiPtz(http, CameraAddress.of(camera), camera.ptz().channel()));
    }
}
