package org.rnvr.console.internal.ptz;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.console.internal.model.Observers;
import org.rnvr.control.PtzControl;
import org.rnvr.event.Registration;

/** The protocols by which cameras can be moved, while they come and go. Any thread. */
@Component(service = PtzControls.class)
public final class PtzControls {

    private final List<PtzControl> controls = new CopyOnWriteArrayList<>();
    private final Observers observers = new Observers();

    /** The one of a protocol, while there is one. */
    public Optional<PtzControl> of(PtzType type) {
        return controls.stream().filter(control -> control.type() == type).findFirst();
    }

    /** Calls the observer, on any thread, after one came or went. It must return at once. */
    public Registration observe(Runnable observer) {
        return observers.add(observer);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addControl(PtzControl control) {
        controls.add(control);
        observers.call();
    }

    void removeControl(PtzControl control) {
        controls.remove(control);
        observers.call();
    }
}
