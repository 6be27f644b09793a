package com.example.rnvr.reachability;

import com.example.rnvr.reachability.Hosts.Answer;
import com.example.rnvr.reachability.Hosts.Echo;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rnvr.detection.Assessment;
import org.rnvr.detection.Assessment.Grade;
import org.rnvr.detection.Detector;
import org.rnvr.detection.Observation;
import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.PathProbed;
import org.rnvr.detection.Probe;

/**
 * Judges a silence that is long for this camera by whether its host still answers an echo and its RTSP server a new connection.
 * A host that never answered one is not held to it. All times are in nanoseconds.
 */
final class ReachabilityDetector implements Detector {

    private static final long SILENCE_LEAST = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long ASK_AGAIN = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long ASK_IN_PEACE = TimeUnit.SECONDS.toNanos(10);
    /** Media that TCP holds back after a short cut are here by then. */
    private static final long HOST_DEAD = TimeUnit.MILLISECONDS.toNanos(3800);

    private static final long MEDIA_SUSPECT = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final long MEDIA_DEAD = TimeUnit.SECONDS.toNanos(5);
    private static final int UNANSWERED_DEAD = 3;
    /** A longest interval is forgotten within some hundred arrivals. */
    private static final int MEMORY = 256;

    private final Supplier<Echo> echoes;
    private long lastMedia;
    private long longestGap;
    private Echo echo = () -> Answer.NOT_SENT;
    private long askedAt;
    private boolean everAnswered;
    private int unanswered;
    private boolean serverAsked;
    private boolean serverAnswers = true;

    ReachabilityDetector(Supplier<Echo> echoes, long nanos) {
        this.echoes = echoes;
        lastMedia = nanos;
        askedAt = nanos - ASK_IN_PEACE;
    }

    @Override
    public Assessment observe(Observation observation) {
        if (observation instanceof MediaArrived media) {
            mediaArrived(media);
        } else if (observation instanceof PathProbed probed) {
            serverAnswers = probed.answered();
        }
        long now = observation.nanos();
        long silence = now - lastMedia;
        boolean silent = silence >= usual(SILENCE_LEAST);
        follow(now, silent);
        return silent ? judge(silence) : Assessment.HEALTHY;
    }

    /** A time, or a longer one if this camera is usually silent for that long. */
    private long usual(long least) {
        return Math.max(least, longestGap + longestGap / 2);
    }

    private void mediaArrived(MediaArrived media) {
        longestGap = Math.max(media.longestGapNanos(), longestGap - longestGap / MEMORY);
        lastMedia = media.lastArrivalNanos();
        unanswered = 0;
        serverAsked = false;
        serverAnswers = true;
    }

    /** Takes in what became of the echo request, and sends the next when it is due. */
    private void follow(long now, boolean silent) {
        Answer answer = echo.answer();
        if (answer == Answer.PENDING) {
            return;
        }
        if (answer == Answer.ANSWERED) {
            everAnswered = true;
            unanswered = 0;
        } else if (answer == Answer.UNANSWERED && silent) {
            unanswered++;
        }
        echo = () -> Answer.NOT_SENT;
        if (now - askedAt >= (silent ? ASK_AGAIN : ASK_IN_PEACE)) {
            askedAt = now;
            echo = echoes.get();
        }
    }

    private Assessment judge(long silence) {
        if (everAnswered && unanswered > 0) {
            boolean dead = unanswered >= UNANSWERED_DEAD && silence >= HOST_DEAD;
            return says(dead, silence, "The camera's host answers no echo request; no media for %.1f s.");
        }
        if (!serverAnswers) {
            return says(
                    silence >= HOST_DEAD,
                    silence,
                    "The camera's RTSP server answers no connection; no media for %.1f s.");
        }
        Assessment assessment = silence < usual(MEDIA_SUSPECT)
                ? Assessment.HEALTHY
                : says(silence >= usual(MEDIA_DEAD), silence, "The camera can be reached, but no media for %.1f s.");
        if (serverAsked) {
            return assessment;
        }
        serverAsked = true;
        return assessment.asking(Probe.FRESH_CONNECTION);
    }

    private static Assessment says(boolean dead, long silence, String reason) {
        String text = String.format(Locale.ROOT, reason, silence / 1e9);
        return new Assessment(dead ? Grade.DEAD : Grade.SUSPECT, (double) silence / MEDIA_DEAD, text, Set.of());
    }
}
