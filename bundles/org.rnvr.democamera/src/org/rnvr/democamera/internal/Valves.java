package org.rnvr.democamera.internal;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.stream.IntStream;

/** Holds live media by closing valves before the encoders. */
final class Valves implements MediaSource {

    private final Gst gst;
    private final List<Pointer> valves;

    private Valves(Gst gst, List<Pointer> valves) {
        this.gst = gst;
        this.valves = valves;
    }

    static Valves of(Natives natives, Launch launch, Pointer bin) {
        List<Pointer> valves = IntStream.range(0, launch.tracks())
                .mapToObj(track -> natives.gst().gst_bin_get_by_name(bin, Launch.gate(track)))
                .toList();
        return new Valves(natives.gst(), valves);
    }

    @Override
    public void hold() {
        valves.forEach(valve -> gst.gst_util_set_object_arg(valve, "drop", "true"));
    }

    @Override
    public void release() {
        valves.forEach(valve -> gst.gst_util_set_object_arg(valve, "drop", "false"));
    }

    @Override
    public void close() {
        valves.forEach(gst::gst_object_unref);
    }
}
