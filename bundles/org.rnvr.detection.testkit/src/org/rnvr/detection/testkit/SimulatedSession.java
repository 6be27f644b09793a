package org.rnvr.detection.testkit;

import org.rnvr.detection.Observation.MediaArrived;
import org.rnvr.detection.Observation.Track;
import org.rnvr.detection.testkit.internal.Backlog;
import org.rnvr.detection.testkit.internal.ListenedTime;
import org.rnvr.detection.testkit.internal.MediaCount;
import org.rnvr.detection.testkit.internal.Retransmission;

/** A session on a {@link SimulatedSite}. What comes before its first key frame is dropped. For one thread. */
public final class SimulatedSession {

    private final boolean tcp;
    private final ListenedTime time;
    private final long begins;
    private final MediaCount video = new MediaCount(Track.VIDEO);
    private final MediaCount audio = new MediaCount(Track.AUDIO);
    private final Backlog heldVideo = new Backlog();
    private final Backlog heldAudio = new Backlog();

    private boolean forgotten;
    private boolean ready;
    private long readyNanos;
    private long resumes;

    SimulatedSession(boolean tcp, ListenedTime time, long begins) {
        this.tcp = tcp;
        this.time = time;
        this.begins = begins;
    }

    /** Whether its first key frame has arrived. */
    public boolean isReady() {
        return ready;
    }

    /** When its first key frame arrived, in the time shown. */
    public long readyNanos() {
        return readyNanos;
    }

    /** Whether video arrived since it was last taken. */
    public boolean hasVideo() {
        return !video.isEmpty();
    }

    /** Whether audio arrived since it was last taken. */
    public boolean hasAudio() {
        return !audio.isEmpty();
    }

    /** The video that arrived since this was last called, of which there must be some. */
    public MediaArrived takeVideo(long nanos) {
        return video.take(nanos);
    }

    /** The audio that arrived since this was last called, of which there must be some. */
    public MediaArrived takeAudio(long nanos) {
        return audio.take(nanos);
    }

    void forget() {
        forgotten = true;
    }

    boolean isForgotten() {
        return forgotten;
    }

    /** When media go on after the last cut, over TCP. */
    long resumes() {
        return resumes;
    }

    void sent(Trace trace, long raw, Outage outage) {
        if (forgotten || raw < begins) {
            return;
        }
        if (outage != null && raw < outage.endNanos()) {
            if (!tcp || outage.kind() != Outage.Kind.CUT) {
                return;
            }
            if (resumes < outage.endNanos()) {
                resumes = Retransmission.after(raw, outage.endNanos());
            }
        }
        boolean isVideo = trace.track() == Track.VIDEO;
        if (raw < resumes) {
            if (ready || heldVideo.holdsKeyFrame() || trace.keyFrame()) {
                (isVideo ? heldVideo : heldAudio).add(trace);
            }
            return;
        }
        deliver(raw);
        long arrival = time.at(raw);
        if (!ready && trace.keyFrame()) {
            becomeReady(arrival);
        }
        if (ready) {
            (isVideo ? video : audio).add(trace, arrival);
        }
    }

    void deliver(long now) {
        if (forgotten || resumes == 0 || resumes > now) {
            return;
        }
        long arrival = time.at(resumes);
        if (!ready && heldVideo.holdsKeyFrame()) {
            becomeReady(arrival);
        }
        heldVideo.deliver(video, arrival);
        heldAudio.deliver(audio, arrival);
    }

    private void becomeReady(long arrival) {
        ready = true;
        readyNanos = arrival;
    }
}
