package org.rnvr.config.internal.secret;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rnvr.config.Credentials;

/**
 * An RTSP URL taken apart, also one in which user name and password stand as they are, with {@code @ : / # ? %} in them.
 * <p>
 * Where the user-info ends: at the last {@code @} before the path, as RFC 3986 has it, unless a later {@code @} is followed by
 * something that looks more like a host. An IP address looks more like one than a name with a dot, and that more than
 * a single word; a later {@code @} counts only if a colon stands before it, since it is a password that it would be in.
 * The user name ends at the first colon.
 * <p>
 * Percent-encoding is undone if the user-info is encoded throughout, by the grammar of RFC 3986; otherwise it is taken
 * literally.
 *
 * @param address the URL without user-info
 * @param userInfo what stood before the host; empty when there was none
 * @param guessed whether RFC 3986 would have it otherwise
 */
public record CameraUrl(String address, Optional<Credentials> userInfo, boolean guessed) {

    private static final Pattern URL = Pattern.compile("(?i)(rtsps?)://(\\P{Cntrl}*)");
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+\\]|[\\p{L}\\p{N}_.-]+)(?::(\\d{1,5}))?(?=[/?#]|$)");
    private static final Pattern PLACE = Pattern.compile("rtsps?://[^/?#]*");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern DOTTED_NAME = Pattern.compile("localhost|(?:[^.]+\\.)+[^.]*\\p{L}[^.]*\\.?");
    private static final Pattern WORD = Pattern.compile("[^.]*\\p{L}[^.]*");
    private static final Pattern ENCODED = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*");
    private static final int LAST_PORT = 65535;

    /** The URL in a text; empty when the text is no RTSP URL that names a host. */
    public static Optional<CameraUrl> parse(String text) {
        Matcher url = URL.matcher(text.strip());
        if (!url.matches()) {
            return Optional.empty();
        }
        String rest = url.group(2);
        int standard = rest.substring(0, endOfAuthority(rest)).lastIndexOf('@');
        int chosen = standard;
        int likeness = likenessOfHost(rest.substring(standard + 1));
        boolean standardIsPlausible = likeness > 0;
        for (int at = rest.indexOf('@', standard + 1); at >= 0; at = rest.indexOf('@', at + 1)) {
            int other = likenessOfHost(rest.substring(at + 1));
            boolean better = other > likeness || other == likeness && !standardIsPlausible;
            if (other > 0 && better && rest.substring(0, at).indexOf(':') >= 0) {
                chosen = at;
                likeness = other;
            }
        }
        if (likeness == 0) {
            return Optional.empty();
        }
        String address = url.group(1).toLowerCase(Locale.ROOT) + "://" + rest.substring(chosen + 1);
        Optional<Credentials> userInfo =
                chosen < 0 ? Optional.empty() : Optional.of(credentials(rest.substring(0, chosen)));
        return Optional.of(new CameraUrl(address, userInfo, chosen != standard && standardIsPlausible));
    }

    /** Scheme, host and port alone. */
    public String place() {
        Matcher place = PLACE.matcher(address);
        return place.lookingAt() ? place.group() : "";
    }

    /** Without what may be a secret. */
    @Override
    public String toString() {
        return "CameraUrl[" + place() + "]";
    }

    private static int endOfAuthority(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if ("/?#".indexOf(rest.charAt(i)) >= 0) {
                return i;
            }
        }
        return rest.length();
    }

    private static int likenessOfHost(String text) {
        Matcher host = HOST.matcher(text);
        if (!host.lookingAt() || host.group(2) != null && !isPort(Integer.parseInt(host.group(2)))) {
            return 0;
        }
        String name = host.group(1);
        if (name.startsWith("[") || IPV4.matcher(name).matches()) {
            return 3;
        }
        if (DOTTED_NAME.matcher(name).matches()) {
            return 2;
        }
        return WORD.matcher(name).matches() ? 1 : 0;
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= LAST_PORT;
    }

    private static Credentials credentials(String userInfo) {
        boolean encoded = ENCODED.matcher(userInfo).matches();
        int colon = userInfo.indexOf(':');
        String name = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        Optional<String> decodedName = encoded ? decoded(name) : Optional.empty();
        Optional<String> decodedPassword = encoded ? decoded(password) : Optional.empty();
        return decodedName.isPresent() && decodedPassword.isPresent()
                ? new Credentials(decodedName.get(), decodedPassword.get())
                : new Credentials(name, password);
    }

    private static Optional<String> decoded(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes.put((byte) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.put((byte) text.charAt(i));
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            // Bytes that are no text were not meant as encoded text.
            return Optional.empty();
        }
    }
}
