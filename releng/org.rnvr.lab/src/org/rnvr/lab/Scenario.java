package org.rnvr.lab;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A kind of outage.
 *
 * @param name what it is called on the command line
 * @param disturbance what befalls the cameras
 * @param length for how long
 * @param observed how long what follows belongs to it, at least
 * @param wish what a recorder should do
 */
public record Scenario(String name, Disturbance disturbance, Duration length, Duration observed, Wish wish) {

    private static final String LOSS = "loss-";
    private static final Duration SHORT_VIEW = Duration.ofSeconds(4);

    /** As long as a TCP session may take to resume by itself after a glitch, and a verdict after that. */
    private static final Duration LONG_VIEW = Duration.ofSeconds(12);

    /** What a recorder should do. */
    public enum Wish {
        /** Notice a camera that vanished without a word, and record anew when it is back. */
        NOTICE_SILENCE,
        /** Notice a camera that says that it ends. */
        NOTICE_END,
        /** Notice that media stop while all else may go on. */
        NOTICE_STALL,
        /** Suspect, but keep session and file. */
        KEEP_SESSION,
        /** Keep session and file while the media go on, damaged. */
        BEAR_LOSS
    }

    public Scenario {
        Objects.requireNonNull(name);
        Objects.requireNonNull(disturbance);
        Objects.requireNonNull(length);
        Objects.requireNonNull(observed);
        Objects.requireNonNull(wish);
    }

    /** Whether no media arrive during it. */
    boolean interrupts() {
        return wish != Wish.BEAR_LOSS;
    }

    /** How many percent of the packets vanish where some do; else 0. */
    int percent() {
        return wish == Wish.BEAR_LOSS ? Integer.parseInt(name.substring(LOSS.length())) : 0;
    }

    /** The laboratory's scenarios. */
    public static List<Scenario> all() {
        return List.of(
                killed(),
                cut("cut-8", Duration.ofSeconds(8)),
                cut("cut-20", Duration.ofSeconds(20)),
                new Scenario(
                        "link-down",
                        Disturbance.of(site -> site.host().linkDown(), site -> site.host()
                                .linkUp()),
                        Duration.ofSeconds(8),
                        SHORT_VIEW,
                        Wish.NOTICE_SILENCE),
                stopped(Duration.ofSeconds(8)),
                paused(Duration.ofSeconds(8)),
                glitch("glitch-2", Duration.ofSeconds(2)),
                glitch("glitch-2.5", Duration.ofMillis(2500)),
                glitch("glitch-3", Duration.ofSeconds(3)),
                loss(5),
                loss(10),
                loss(20),
                new Scenario(
                        "reboot",
                        Disturbance.kill(Site::bootWithOtherPicture),
                        Duration.ofSeconds(4),
                        SHORT_VIEW,
                        Wish.NOTICE_END));
    }

    /** The process of the cameras is killed; the kernel closes its connections. */
    static Scenario killed() {
        return new Scenario("killed", Disturbance.kill(Site::boot), Duration.ofSeconds(4), SHORT_VIEW, Wish.NOTICE_END);
    }

    /** Packets vanish both ways. */
    static Scenario cut(String name, Duration length) {
        return new Scenario(name, cable(), length, SHORT_VIEW, Wish.NOTICE_SILENCE);
    }

    /** Packets vanish both ways for so short a time that the session survives it. */
    static Scenario glitch(String name, Duration length) {
        return new Scenario(name, cable(), length, LONG_VIEW, Wish.KEEP_SESSION);
    }

    /** The process of the cameras stands still; the kernel goes on acknowledging what TCP sends it. */
    static Scenario stopped(Duration length) {
        return new Scenario(
                "stopped",
                Disturbance.of(
                        site -> site.process().freeze(), site -> site.process().thaw()),
                length,
                SHORT_VIEW,
                Wish.NOTICE_STALL);
    }

    /** Media stop, RTSP and RTCP go on. */
    static Scenario paused(Duration length) {
        return new Scenario(
                "paused",
                Disturbance.of(site -> site.cameras().forEach(site.process()::pause), site -> site.cameras()
                        .forEach(site.process()::resume)),
                length,
                SHORT_VIEW,
                Wish.NOTICE_STALL);
    }

    private static Scenario loss(int percent) {
        return new Scenario(
                LOSS + percent,
                Disturbance.of(
                        site -> site.host().lose(percent), site -> site.host().restore()),
                Duration.ofSeconds(60),
                LONG_VIEW,
                Wish.BEAR_LOSS);
    }

    private static Disturbance cable() {
        return Disturbance.of(site -> site.host().cut(), site -> site.host().restore());
    }
}
