package org.rnvr.democamera.internal;

import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;

/** What one client gets, with a pause that leaves RTSP and RTCP alone. Guarded by its mount's lock. */
final class ClientMedia implements AutoCloseable {

    private record Block(Pointer pad, NativeLong probe) {}

    private final Natives natives;
    private final Pointer media;
    private final MediaSource source;
    private final int tracks;
    private final List<Block> blocks = new ArrayList<>();
    private boolean prepared;

    ClientMedia(Natives natives, Pointer media, MediaSource source, int tracks) {
        this.natives = natives;
        this.media = media;
        this.source = source;
        this.tracks = tracks;
    }

    /**
     * The server has the first packets, which it needs to describe the media, and keeps them back until the client
     * plays.
     */
    void prepared(boolean paused) {
        prepared = true;
        if (paused) {
            pause();
        }
    }

    /** Stops the media, from the moment they are prepared. */
    void pause() {
        if (!prepared) {
            return;
        }
        source.hold();
        for (int track = 0; track < tracks; track++) {
            Pointer pad = sendingPad(track);
            if (pad != null) {
                NativeLong probe = natives.gst().gst_pad_add_probe(pad, Gst.PROBE_BLOCK_MEDIA, null, null, null);
                blocks.add(new Block(pad, probe));
            }
        }
    }

    void resume() {
        blocks.forEach(block -> natives.gst().gst_pad_remove_probe(block.pad(), block.probe()));
        releasePads();
        source.release();
    }

    @Override
    public void close() {
        releasePads();
        source.close();
    }

    /** Where packets leave the RTP session: the server keeps its first packets there. Null while there is none. */
    private Pointer sendingPad(int track) {
        Gst gst = natives.gst();
        // The media owns its streams.
        Pointer stream = natives.server().gst_rtsp_media_get_stream(media, track);
        Pointer packets = natives.server().gst_rtsp_stream_get_srcpad(stream);
        Pointer session = gst.gst_pad_get_peer(packets);
        gst.gst_object_unref(packets);
        if (session == null) {
            return null;
        }
        Pointer rtpBin = gst.gst_pad_get_parent_element(session);
        Pointer pad = gst.gst_element_get_static_pad(
                rtpBin, "send_rtp_src_" + natives.server().gst_rtsp_stream_get_index(stream));
        gst.gst_object_unref(session);
        gst.gst_object_unref(rtpBin);
        return pad;
    }

    private void releasePads() {
        blocks.forEach(block -> natives.gst().gst_object_unref(block.pad()));
        blocks.clear();
    }
}
