package org.rnvr.control.onvif.internal;

import java.net.http.HttpClient;
import java.time.Clock;
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

/** Moves cameras by ONVIF. */
@Component
public final class OnvifControl implements PtzControl {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** Where every device is asked first (ONVIF Core Specification, section 5.1.1). */
    private static final String ENTRY = "/onvif/device_service";

    private final HttpClient client = CameraHttp.client();
    private final Duration limit;
    private final Clock clock;

    /** With the usual time limit. */
    @Activate
    public OnvifControl() {
        this(LIMIT, Clock.systemUTC());
    }

    /** With a time limit for each request, of which the first movement needs four. */
    OnvifControl(Duration limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public PtzType type() {
        return PtzType.ONVIF;
    }

    @Override
    public PtzCamera open(CameraSettings camera) {
        if (camera.ptz().type() != type()) {
            throw new IllegalArgumentException(camera.id() + " is not moved by ONVIF");
        }
        CameraHttp http = new CameraHttp(client, camera.credentials(), limit);
        OnvifDevice device = new OnvifDevice(http, CameraAddress.of(camera).at(ENTRY), camera.credentials(), clock);
        return new OrderedPtzCamera(new OnvifPtz(device, camera.ptz().channel()));
    }
}
