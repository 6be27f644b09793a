package org.rnvr.pipeline.gst.internal;

import java.util.Optional;

/** The codecs of a session. */
record MediaFormat(VideoCodec video, Optional<AudioCodec> audio) {}
