package org.rnvr.pipeline.gst.internal.media;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Copies the frames of one part after the other into a file, video and sound by rising time. */
final class PartCopy {

    private static final int ADTS_HEADER = 7;
    private static final int ADTS_HEADER_WITH_CHECKSUM = 9;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final MuxedFile file;
    private final long fileStart;
    private final Optional<AudioFormat> sound;
    private final Runnable step;
    private long lastDecoding = Long.MIN_VALUE;
    private long soundUntil = 0;

    /**
     * Copies into a file.
     *
     * @param file where to
     * @param fileStart time of its first frame
     * @param sound what sound it takes
     * @param step run before each frame of video; may throw
     */
    PartCopy(MuxedFile file, long fileStart, Optional<AudioFormat> sound, Runnable step) {
        this.file = file;
        this.fileStart = fileStart;
        this.sound = sound;
        this.step = step;
    }

    /** Copies a part and returns the number of frames of video. */
    long copy(Part part) throws IOException {
        try (FileBytes in = FileBytes.open(part.file())) {
            MediaIndex index = MediaIndex.of(in);
            SampleTable video = index.video();
            SampleTable audio = index.audio();
            boolean withSound = sound.isPresent()
                    && part.audioFormat().isPresent()
                    && sound.orElseThrow().fits(part.audioFormat().orElseThrow());
            long shift = part.zero() - fileStart;
            int nextSound = part.audio().from();
            int soundEnd = withSound ? part.audio().to() : nextSound;
            long frames = 0;
            for (int i = part.video().from(); i < part.video().to(); i++) {
                step.run();
                if (video.presentation(i) < part.leadingFrom()) {
                    continue;
                }
                while (nextSound < soundEnd && audio.presentation(nextSound) <= video.decoding(i)) {
                    sound(index, in, nextSound++, shift);
                }
                long presentation = video.presentation(i) + shift;
                lastDecoding = Math.max(lastDecoding + 1, Math.min(presentation, video.decoding(i) + shift));
                file.video(index.videoFrame(in, i), presentation, lastDecoding, video.isKey(i));
                frames++;
            }
            while (nextSound < soundEnd) {
                sound(index, in, nextSound++, shift);
            }
            return frames;
        }
    }

    private void sound(MediaIndex index, FileBytes in, int sample, long shift) throws IOException {
        AudioFormat format = index.audioFormat().orElseThrow();
        byte[] frame = index.audioFrame(in, sample);
        long time = index.audio().presentation(sample) + shift;
        if (format.framing() == AudioFormat.Framing.NONE) {
            long duration = format.coding() == AudioFormat.Coding.AAC
                    ? format.frameNanos()
                    : frame.length * NANOS_PER_SECOND / format.channels() / format.rate();
            sound(frame, time, duration);
            return;
        }
        for (int at = 0; at + ADTS_HEADER <= frame.length; ) {
            int length = (frame[at + 3] & 3) << 11 | (frame[at + 4] & 0xff) << 3 | (frame[at + 5] & 0xff) >> 5;
            int header = (frame[at + 1] & 1) == 1 ? ADTS_HEADER : ADTS_HEADER_WITH_CHECKSUM;
            if (length <= header || at + length > frame.length) {
                return;
            }
            sound(Arrays.copyOfRange(frame, at + header, at + length), time, format.frameNanos());
            time += format.frameNanos();
            at += length;
        }
    }

    private void sound(byte[] frame, long time, long duration) throws IOException {
        // A frame that begins while the one before still sounds is no hole, but rounding.
        if (time + duration / 2 >= soundUntil) {
            long begin = Math.max(time, Math.min(soundUntil, time + duration / 2));
            file.audio(frame, begin, duration);
            soundUntil = begin + duration;
        }
    }
}
