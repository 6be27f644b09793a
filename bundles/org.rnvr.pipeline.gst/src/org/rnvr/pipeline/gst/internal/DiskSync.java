package org.rnvr.pipeline.gst.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the files that are being recorded onto their disks again and again, so that a power cut costs no more than was
 * configured. Each file system has its own schedule: a slow one holds up no other.
 */
final class DiskSync {

    private final Map<Long, VolumeSync> volumes = new HashMap<>();

    /**
     * Brings a new file onto the disk now, and then keeps it up to date there.
     *
     * @return ends that
     */
    synchronized Runnable keep(DurableFile file, Duration period) {
        VolumeSync volume = volumes.computeIfAbsent(file.device(), device -> new VolumeSync("gst-disk-sync-" + device));
        volume.add(file, period);
        return () -> leave(file);
    }

    private synchronized void leave(DurableFile file) {
        VolumeSync volume = volumes.get(file.device());
        if (volume != null && volume.remove(file)) {
            volumes.remove(file.device());
            volume.end();
        }
    }

    /** Brings a file up to date on the disk now. */
    synchronized void now(DurableFile file) {
        VolumeSync volume = volumes.get(file.device());
        if (volume != null) {
            volume.now(file);
        }
    }

    synchronized void end() {
        List.copyOf(volumes.values()).forEach(VolumeSync::end);
        volumes.clear();
    }
}
