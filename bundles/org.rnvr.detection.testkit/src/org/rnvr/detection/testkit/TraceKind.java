package org.rnvr.detection.testkit;

import java.util.Locale;
import java.util.function.Function;
import org.rnvr.detection.testkit.internal.Camera;
import org.rnvr.detection.testkit.internal.ClumpingCamera;
import org.rnvr.detection.testkit.internal.Dice;
import org.rnvr.detection.testkit.internal.JumpingClockCamera;
import org.rnvr.detection.testkit.internal.LossyTcpPath;
import org.rnvr.detection.testkit.internal.LossyUdpPath;
import org.rnvr.detection.testkit.internal.Path;
import org.rnvr.detection.testkit.internal.RebootingCamera;
import org.rnvr.detection.testkit.internal.SimulatedTrace;
import org.rnvr.detection.testkit.internal.Standstills;
import org.rnvr.detection.testkit.internal.SteadyCamera;
import org.rnvr.detection.testkit.internal.SwitchingCamera;
import org.rnvr.detection.testkit.internal.WanderingCamera;
import org.rnvr.detection.testkit.internal.WifiPath;
import org.rnvr.detection.testkit.internal.WiredPath;

/**
 * The kinds of trace that a strategy has to cope with. Unless said otherwise a camera sends 25 frames a second and a key frame
 * every 2 s, and the recorder's machine is busy: of the intervals between arrivals half are 40 ms or less, 1 % exceed 44 to
 * 89 ms, 0.1 % exceed 47 to 136 ms, and none exceeds 217 ms.
 */
public enum TraceKind implements TraceSource {
    /** A steady 25 frames a second on a wire. */
    CONSTANT(true, dice -> new SteadyCamera(dice, 25), WiredPath::new),
    /** A rate that wanders between 10 and 30 frames a second, as with exposure that follows the light. */
    VARIABLE(true, WanderingCamera::new, WiredPath::new),
    /** Frames that come five together every 200 ms; those with a key frame, which is big, up to 80 ms later. */
    GOP_BURST(true, ClumpingCamera::new, WiredPath::new),
    /**
     * Radio: several stalls a minute, most of 50 to 300 ms, a few an hour of up to 1.2 s (lengths are lognormal). What was
     * sent in a stall arrives at once at its end, and nothing else passes while it lasts.
     */
    WIFI(false, dice -> new SteadyCamera(dice, 25), WifiPath::new),
    /**
     * Media in a TCP connection over a path that loses single frames (Bernoulli) and all frames of a moment (burst). The
     * stream then pauses until a retransmission succeeds, 0.2, 0.6 or 1.4 s after the loss: RFC 6298 section 5 doubles the
     * wait each time, here from the 200 ms at which Linux starts. All that was held back arrives at once. New connections
     * pass, except during a burst.
     */
    TCP_LOSS(false, dice -> new SteadyCamera(dice, 25), LossyTcpPath::new),
    /** One frame a second. */
    FPS_1(true, dice -> new SteadyCamera(dice, 1), WiredPath::new),
    /** 60 frames a second. */
    FPS_60(true, dice -> new SteadyCamera(dice, 60), WiredPath::new),
    /**
     * 25 frames a second by day and 5, sometimes 1, by night; a day or a night lasts 2 to 10 minutes here, so that many
     * changes fit into an hour.
     */
    RATE_CHANGE(true, SwitchingCamera::new, WiredPath::new),
    /**
     * The camera's clock is set every 1 to 10 minutes, by 0.1 s to 1 h to and fro: presentation times jump, arrivals do not.
     */
    CLOCK_JUMP(true, JumpingClockCamera::new, WiredPath::new),
    /**
     * The recorder's machine stands still every 1 to 10 minutes, for 0.2 to 30 s. What was sent meanwhile is there when it
     * wakes.
     */
    VM_PAUSE(false, dice -> new SteadyCamera(dice, 25), WiredPath::new) {
        @Override
        Standstills standstills(Dice dice) {
            return Standstills.every(dice, 60, 600, 0.2, 30);
        }
    },
    /**
     * The camera restarts every 10 to 60 minutes: gone for 20 to 60 s, then back with another rate (15, 20, 25 or 30 frames a
     * second), another distance of key frames, a clock that starts anew, and no memory of its sessions.
     */
    REBOOT(false, RebootingCamera::new, WiredPath::new),
    /** RTP over UDP: of the frames 5 to 20 % are missing, at random; the rate of loss changes every minute. */
    UDP_LOSS(false, dice -> new SteadyCamera(dice, 25), LossyUdpPath::new);

    private final boolean wired;
    private final Function<Dice, Camera> camera;
    private final Function<Dice, Path> path;

    TraceKind(boolean wired, Function<Dice, Camera> camera, Function<Dice, Path> path) {
        this.wired = wired;
        this.camera = camera;
        this.path = path;
    }

    @Override
    public boolean wired() {
        return wired;
    }

    @Override
    public Trace open(long seed) {
        return open(seed, false);
    }

    /** The same kind with an audio track: a packet of 64 ms (AAC, 1024 samples at 16 kHz) on the same path. */
    public TraceSource withAudio() {
        return new Variant(name().toLowerCase(Locale.ROOT) + "_with_audio", wired, seed -> open(seed, true));
    }

    /**
     * As {@link #CONSTANT} at another rate.
     *
     * @param framesPerSecond from 0.1 to 240
     * @throws IllegalArgumentException if it is not
     */
    public static TraceSource constant(double framesPerSecond) {
        if (!(framesPerSecond >= 0.1 && framesPerSecond <= 240)) {
            throw new IllegalArgumentException(framesPerSecond + " frames a second; allowed are 0.1 to 240");
        }
        return new Variant(
                "fps_" + framesPerSecond,
                true,
                seed -> trace(
                        seed,
                        dice -> new SteadyCamera(dice, framesPerSecond),
                        WiredPath::new,
                        dice -> Standstills.NONE,
                        false));
    }

    Standstills standstills(Dice dice) {
        return Standstills.NONE;
    }

    private Trace open(long seed, boolean audio) {
        return trace(seed, camera, path, this::standstills, audio);
    }

    private static Trace trace(
            long seed,
            Function<Dice, Camera> camera,
            Function<Dice, Path> path,
            Function<Dice, Standstills> standstills,
            boolean audio) {
        Dice dice = new Dice(seed);
        return new SimulatedTrace(
                camera.apply(dice.fork()), path.apply(dice.fork()), standstills.apply(dice.fork()), audio);
    }

    private record Variant(String name, boolean wired, Function<Long, Trace> traces) implements TraceSource {
        @Override
        public Trace open(long seed) {
            return traces.apply(seed);
        }
    }
}
