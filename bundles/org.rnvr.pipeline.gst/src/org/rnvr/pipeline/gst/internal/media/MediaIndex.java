package org.rnvr.pipeline.gst.internal.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.Optional;

/**
 * What a file holds and where. Times count from the first frame of the video.
 *
 * @param videoFormat how the video is coded
 * @param video its frames
 * @param audioFormat how the sound is coded; empty without
 * @param audio its frames
 * @param storage how a frame is read
 * @param mending what brings the file to a proper end
 */
record MediaIndex(
        VideoFormat videoFormat,
        SampleTable video,
        Optional<AudioFormat> audioFormat,
        SampleTable audio,
        Storage storage,
        Mending mending) {

    private static final long EBML = 0x1a45dfa3L;
    private static final int FIRST_BOX_TYPE = 4;

    /** How the bytes of a frame lie in a file. */
    @FunctionalInterface
    interface Storage {
        /**
         * Reads a frame.
         *
         * @param in the file
         * @param offset where the frame begins
         * @param size number of bytes
         */
        byte[] read(FileBytes in, long offset, int size) throws IOException;
    }

    MediaIndex {
        if (!video.isEmpty()) {
            long first = video.presentation(0);
            video.shift(-first);
            audio.shift(-first);
        }
    }

    /**
     * Looks through a file.
     *
     * @throws IOException if it cannot be read, is none of the formats known, or holds no frame from which video can be
     *     played
     */
    static MediaIndex of(FileBytes in) throws IOException {
        try {
            MediaIndex index = read(in);
            if (index.video.isEmpty()) {
                throw new IOException("it holds no video");
            }
            if (!index.video.hasKey()) {
                throw new IOException("it holds no key frame");
            }
            return index;
        } catch (EOFException | IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
            // What a file says about itself is wrong, and that may show anywhere.
            throw new IOException("it is damaged: " + e.getMessage(), e);
        }
    }

    private static MediaIndex read(FileBytes in) throws IOException {
        if (in.size() < 2 * Integer.BYTES) {
            throw new IOException("it is empty");
        }
        if (in.u32(0) == EBML) {
            return new MatroskaReader(in).read();
        }
        if (TransportStreamReader.recognises(in)) {
            return new TransportStreamReader(in).read();
        }
        if (Mp4Reader.recognises(in.u32(FIRST_BOX_TYPE))) {
            return new Mp4Reader(in).read();
        }
        throw new IOException("it is neither MP4 nor Matroska nor an MPEG transport stream");
    }

    /** A frame of the video, with start codes. */
    byte[] videoFrame(FileBytes in, int index) throws IOException {
        byte[] stored = storage.read(in, video.offset(index), video.size(index));
        return NalUnits.toByteStream(videoFormat, stored, video.isKey(index));
    }

    /** A frame of the sound, or several of them if it is framed so. */
    byte[] audioFrame(FileBytes in, int index) throws IOException {
        return storage.read(in, audio.offset(index), audio.size(index));
    }
}
