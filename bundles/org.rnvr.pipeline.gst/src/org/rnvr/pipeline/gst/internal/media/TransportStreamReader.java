package org.rnvr.pipeline.gst.internal.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rnvr.pipeline.gst.internal.VideoCodec;

/**
 * Reads an MPEG transport stream from its first to its last packet, ISO/IEC 13818-1. A frame is what one PES packet
 * carries. Of a file whose end is missing, all whole PES packets count.
 */
final class TransportStreamReader {

    static final int PACKET = 188;

    private static final int SYNC = 0x47;
    private static final int HEADER = 4;
    private static final int PAT = 0;
    private static final int H264 = 0x1b;
    private static final int H265 = 0x24;
    private static final int AAC_ADTS = 0x0f;
    private static final int AAC_LATM = 0x11;
    private static final long CLOCK = 90_000;
    private static final long WRAP = 1L << 33;
    private static final int PES_HEADER = 9;

    private final FileBytes in;
    private final long size;
    private final Map<Integer, Stream> streams = new HashMap<>();
    private long lastPacketEnd;
    private int tablePid = -1;
    private Optional<Stream> video = Optional.empty();
    private Optional<Stream> audio = Optional.empty();
    private int audioType;
    private VideoCodec codec;
    private long lastTime = -1;

    /** An elementary stream and its frame under way. */
    private static final class Stream {

        private final SampleTable samples = new SampleTable();
        private long start = -1;
        private long payload;
        private long declared;
        private boolean ended;
        private long presentation;
        private long decoding;
        private boolean key;
    }

    TransportStreamReader(FileBytes in) {
        this.in = in;
        this.size = in.size() - in.size() % PACKET;
    }

    static boolean recognises(FileBytes in) throws IOException {
        return in.u8(0) == SYNC && (in.size() <= PACKET || in.u8(PACKET) == SYNC);
    }

    MediaIndex read() throws IOException {
        in.readAhead();
        for (long at = 0; at < size; at += PACKET) {
            if (in.u8(at) == SYNC) {
                packet(at);
                lastPacketEnd = at + PACKET;
            }
        }
        Stream pictures = video.orElseThrow(() -> new IOException("it holds no video that can be played"));
        long whole = finish();
        if (!pictures.samples.hasKey()) {
            lookForKeys(pictures.samples);
        }
        return new MediaIndex(
                videoFormat(pictures.samples),
                pictures.samples,
                audioFormat(),
                audio.map(stream -> stream.samples).orElseGet(SampleTable::new),
                TransportStreamReader::payload,
                new Mending(whole, List.of()));
    }

    private void packet(long at) throws IOException {
        int pid = in.u16(at + 1) & 0x1fff;
        boolean begins = (in.u8(at + 1) & 0x40) != 0;
        long payload = payloadStart(in, at);
        if (payload >= at + PACKET) {
            return;
        }
        if (pid == PAT && begins) {
            programs(payload);
        } else if (pid == tablePid && begins && video.isEmpty()) {
            streamsOf(payload, at + PACKET);
        } else if (streams.containsKey(pid)) {
            Stream stream = streams.get(pid);
            if (begins) {
                stream.ended = true;
                complete(stream);
                begin(stream, at, payload);
            } else if (stream.start >= 0) {
                stream.payload += at + PACKET - payload;
                // Only the last packet of a frame is filled up.
                stream.ended = payload > at + HEADER && isStuffed(at);
            }
        }
    }

    /** Where the payload of a packet begins; at its end if there is none. */
    private static long payloadStart(FileBytes in, long at) throws IOException {
        int control = in.u8(at + 3) >> 4 & 3;
        return switch (control) {
            case 1 -> at + HEADER;
            case 3 -> at + HEADER + 1 + in.u8(at + HEADER);
            default -> at + PACKET;
        };
    }

    private boolean isStuffed(long at) throws IOException {
        int length = in.u8(at + HEADER);
        if (length == 0) {
            return true;
        }
        int flags = in.u8(at + HEADER + 1);
        int used = 1 + ((flags & 0x10) != 0 ? 6 : 0) + ((flags & 0x08) != 0 ? 6 : 0) + ((flags & 0x04) != 0 ? 1 : 0);
        return length > used;
    }

    private void programs(long payload) throws IOException {
        long section = payload + 1 + in.u8(payload);
        long end = section + 3 + (in.u16(section + 1) & 0xfff) - 4;
        for (long at = section + 8; at + 4 <= end; at += 4) {
            if (in.u16(at) != 0) {
                tablePid = in.u16(at + 2) & 0x1fff;
                return;
            }
        }
    }

    private void streamsOf(long payload, long packetEnd) throws IOException {
        long section = payload + 1 + in.u8(payload);
        long end = Math.min(packetEnd, section + 3 + (in.u16(section + 1) & 0xfff) - 4);
        long at = section + 12 + (in.u16(section + 10) & 0xfff);
        while (at + 5 <= end) {
            int type = in.u8(at);
            Stream stream = new Stream();
            int pid = in.u16(at + 1) & 0x1fff;
            if ((type == H264 || type == H265) && video.isEmpty()) {
                codec = type == H264 ? VideoCodec.H264 : VideoCodec.H265;
                video = Optional.of(stream);
                streams.put(pid, stream);
            } else if ((type == AAC_ADTS || type == AAC_LATM) && audio.isEmpty()) {
                audioType = type;
                audio = Optional.of(stream);
                streams.put(pid, stream);
            }
            at += 5 + (in.u16(at + 3) & 0xfff);
        }
    }

    private void begin(Stream stream, long at, long payload) throws IOException {
        stream.start = -1;
        if (payload + PES_HEADER > at + PACKET || in.u32(payload) >> 8 != 1) {
            return;
        }
        int length = in.u16(payload + 4);
        int flags = in.u8(payload + 7);
        int headerLength = in.u8(payload + 8);
        long body = payload + PES_HEADER + headerLength;
        if ((flags & 0x80) == 0 || body > at + PACKET) {
            return;
        }
        stream.start = at;
        stream.payload = at + PACKET - body;
        stream.declared = length == 0 ? 0 : length - 3 - headerLength;
        stream.presentation = time(payload + PES_HEADER);
        stream.decoding = (flags & 0x40) != 0 ? time(payload + PES_HEADER + 5) : stream.presentation;
        boolean adaptation = (in.u8(at + 3) & 0x20) != 0 && in.u8(at + HEADER) > 0;
        stream.key = adaptation && (in.u8(at + HEADER + 1) & 0x40) != 0;
        stream.ended = adaptation && isStuffed(at);
    }

    /** A time of 33 bits, as the one nearest to the last that was read. */
    private long time(long at) throws IOException {
        long time = (in.u8(at) >> 1 & 7L) << 30 | (in.u16(at + 1) >> 1 & 0x7fffL) << 15 | in.u16(at + 3) >> 1 & 0x7fffL;
        if (lastTime >= 0) {
            time += Math.round((lastTime - time) / (double) WRAP) * WRAP;
        }
        lastTime = Math.max(0, time);
        return time;
    }

    private void complete(Stream stream) {
        if (stream.start < 0) {
            return;
        }
        long bytes = stream.declared > 0 ? Math.min(stream.declared, stream.payload) : stream.payload;
        stream.samples.add(
                stream.start,
                (int) bytes,
                Ticks.toNanos(stream.presentation, CLOCK),
                Ticks.toNanos(stream.decoding, CLOCK),
                stream.key);
        stream.start = -1;
    }

    /** Ends the frames under way and returns where what is whole ends; frames that reach beyond are forgotten. */
    private long finish() throws IOException {
        long cut = lastPacketEnd;
        for (Stream stream : streams.values()) {
            if (stream.start >= 0 && (stream.declared > 0 ? stream.payload >= stream.declared : stream.ended)) {
                complete(stream);
            } else if (stream.start >= 0) {
                cut = Math.min(cut, stream.start);
            }
        }
        boolean settled = cut == lastPacketEnd;
        while (!settled) {
            settled = true;
            for (Stream stream : streams.values()) {
                SampleTable samples = stream.samples;
                while (!samples.isEmpty() && end(samples, samples.count() - 1) > cut) {
                    cut = Math.min(cut, samples.offset(samples.count() - 1));
                    samples.removeLast();
                    settled = false;
                }
            }
        }
        boolean strangeTail = in.size() - lastPacketEnd >= PACKET && !in.isZeroFrom(lastPacketEnd);
        return strangeTail ? in.size() : cut;
    }

    /** Where the last packet of a frame ends. */
    private long end(SampleTable samples, int index) throws IOException {
        int left = samples.size(index);
        long offset = samples.offset(index);
        int pid = in.u16(offset + 1) & 0x1fff;
        long at = offset;
        while (true) {
            if (in.u8(at) == SYNC && (in.u16(at + 1) & 0x1fff) == pid) {
                left -= (int) (at + PACKET - bodyStart(in, at, offset));
            }
            at += PACKET;
            if (left <= 0) {
                return at;
            }
        }
    }

    private static long bodyStart(FileBytes in, long at, long offset) throws IOException {
        long start = payloadStart(in, at);
        return at == offset ? start + PES_HEADER + in.u8(start + 8) : start;
    }

    private void lookForKeys(SampleTable samples) throws IOException {
        for (int i = 0; i < samples.count(); i++) {
            if (NalUnits.isKey(codec, payload(in, samples.offset(i), samples.size(i)))) {
                samples.markKey(i);
            }
        }
    }

    private VideoFormat videoFormat(SampleTable samples) throws IOException {
        int key = samples.keyFrom(0);
        if (key < 0) {
            throw new IOException("it holds no key frame");
        }
        byte[] frame = payload(in, samples.offset(key), samples.size(key));
        ParameterSets sets = ParameterSets.inFrame(codec, frame);
        PictureSize picture = PictureSize.of(
                codec,
                sets.sequence(codec).orElseThrow(() -> new IOException("its first key frame cannot be decoded")));
        return new VideoFormat(codec, picture.width(), picture.height(), sets, 0);
    }

    private Optional<AudioFormat> audioFormat() throws IOException {
        if (audio.isEmpty() || audio.orElseThrow().samples.isEmpty()) {
            return Optional.empty();
        }
        SampleTable samples = audio.orElseThrow().samples;
        byte[] first = payload(in, samples.offset(0), samples.size(0));
        return Optional.of(
                audioType == AAC_ADTS && first.length > 7 ? AudioFormat.adts(first) : AudioFormat.other("aac"));
    }

    /** What a PES packet carries that begins with the packet at an offset. */
    private static byte[] payload(FileBytes in, long offset, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        int pid = in.u16(offset + 1) & 0x1fff;
        for (long at = offset; out.size() < size; at += PACKET) {
            if (in.u8(at) != SYNC || (in.u16(at + 1) & 0x1fff) != pid) {
                continue;
            }
            long start = bodyStart(in, at, offset);
            int length = (int) Math.min(size - out.size(), at + PACKET - start);
            if (length > 0) {
                out.write(in.bytes(start, length));
            }
        }
        return out.toByteArray();
    }
}
