package org.rnvr.console.internal.status;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.console.internal.status.Trouble.Key;
import org.rnvr.console.internal.status.Trouble.Kind;
import org.rnvr.host.Excess;
import org.rnvr.host.HostStatus;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.recording.RecordingState;
import org.rnvr.recording.StorageState;
import org.rnvr.recording.StorageStatus;

/** Finds what is wrong now in what is known of cameras, the recording volume and this machine. */
final class Troubles {

    private static final Duration RECORDING_PATIENCE = Duration.ofSeconds(10);
    private static final Duration DISK_PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOW_DISK_PATIENCE = Duration.ofMinutes(1);

    /** The limits of the machine have a patience of their own. */
    private static final Duration MACHINE_PATIENCE = Duration.ZERO;

    private Troubles() {}

    /**
     * What is wrong now.
     *
     * @param cameraPatience how long a camera may be gone without being told
     */
    static List<Trouble> of(
            List<Camera> cameras, Duration cameraPatience, Optional<StorageStatus> storage, Optional<HostStatus> host) {
        List<Trouble> found = new ArrayList<>();
        storage.flatMap(Troubles::of).ifPresent(found::add);
        boolean writable =
                storage.map(StorageStatus::state).map(StorageState::isWritable).orElse(true);
        for (Camera camera : cameras) {
            connection(camera, cameraPatience).ifPresent(found::add);
            // a volume that refuses is one trouble, not one for each camera
            if (writable) {
                recording(camera).ifPresent(found::add);
            }
        }
        host.ifPresent(status -> status.excesses().stream().map(Troubles::of).forEach(found::add));
        return found;
    }

    private static Optional<Trouble> connection(Camera camera, Duration patience) {
        return camera.connection()
                .filter(status -> camera.enabled() && isGone(status))
                .map(status -> new Trouble(
                        new Key(Kind.CAMERA_LOST, camera.id(), camera.name()), Reasons.told(status.text()), patience));
    }

    private static boolean isGone(CameraStatus status) {
        return switch (status.state()) {
            case STALLED, LOST, RECONNECTING, OFFLINE -> true;
            case DISCONNECTED ->
                status.detail() == StatusDetail.CONFIGURATION_ERROR || status.detail() == StatusDetail.MACHINE_ERROR;
            case CONNECTING, STREAMING, SUSPECT -> false;
        };
    }

    private static Optional<Trouble> recording(Camera camera) {
        return camera.recording()
                .filter(status -> status.state() == RecordingState.FAILED)
                .map(status -> new Trouble(
                        new Key(Kind.RECORDING_FAILED, camera.id(), camera.name()),
                        Reasons.told(status.text()),
                        RECORDING_PATIENCE));
    }

    private static Optional<Trouble> of(StorageStatus status) {
        if (status.state() == StorageState.OK) {
            return Optional.empty();
        }
        boolean low = status.state() == StorageState.LOW;
        return Optional.of(new Trouble(
                new Key(low ? Kind.DISK_LOW : Kind.DISK_FAILED, "", String.valueOf(status.path())),
                Reasons.told(status.text()),
                low ? LOW_DISK_PATIENCE : DISK_PATIENCE));
    }

    private static Trouble of(Excess excess) {
        Object[] figures = {excess.value(), excess.limit()};
        return switch (excess.gauge()) {
            case CPU -> machine(Kind.CPU, MessageFormat.format(Messages.excess_cpu, figures));
            case MEMORY -> machine(Kind.MEMORY, MessageFormat.format(Messages.excess_memory, figures));
            case TEMPERATURE -> machine(Kind.TEMPERATURE, MessageFormat.format(Messages.excess_temperature, figures));
        };
    }

    private static Trouble machine(Kind kind, String text) {
        return new Trouble(new Key(kind, "", Messages.this_machine), text, MACHINE_PATIENCE);
    }
}
