package org.rnvr.recorder.internal.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Textual encoding of keys, RFC 7468. */
final class Pem {

    private static final int LINE = 64;

    private Pem() {}

    static String encode(String label, byte[] der) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return begin(label) + "\n" + body + "\n" + end(label) + "\n";
    }

    /**
     * The first block of this label.
     *
     * @throws IOException if there is none, or it is damaged
     */
    static byte[] decode(String label, byte[] text) throws IOException {
        String ascii = new String(text, StandardCharsets.ISO_8859_1);
        int start = ascii.indexOf(begin(label));
        int end = ascii.indexOf(end(label));
        if (start < 0 || end < start) {
            throw new IOException("it holds no block " + label);
        }
        try {
            return Base64.getDecoder()
                    .decode(ascii.substring(start + begin(label).length(), end).replaceAll("[\\r\\n]", ""));
        } catch (IllegalArgumentException e) {
            throw new IOException("its block " + label + " is damaged", e);
        }
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
