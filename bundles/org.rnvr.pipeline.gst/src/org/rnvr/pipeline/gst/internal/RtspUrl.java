package org.rnvr.pipeline.gst.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An RTSP URL, read as leniently as cameras' URLs demand: paths and queries are taken as they are.
 *
 * @param location what to open, without user name and password
 * @param host name or address, an IPv6 address without brackets
 * @param port TCP port
 */
record RtspUrl(String location, String host, int port) {

    private static final Pattern FORM = Pattern.compile(
            "(?<scheme>rtsps?)://(?:[^/?#]*@)?(?<host>\\[[0-9A-Fa-f:.]+(?:%[^\\]\\s/]+)?\\]|[^/?#:@\\s\\[\\]]+)(?::(?<port>\\d{1,5}))?(?<rest>[/?#]\\S*)?",
            Pattern.CASE_INSENSITIVE);
    private static final int RTSP_PORT = 554;
    private static final int RTSPS_PORT = 322;

    /** Empty if it is not the URL of an RTSP camera. */
    static Optional<RtspUrl> parse(String text) {
        Matcher form = FORM.matcher(text.trim());
        if (!form.matches()) {
            return Optional.empty();
        }
        String scheme = form.group("scheme").toLowerCase(Locale.ROOT);
        String port = form.group("port");
        int number = port != null ? Integer.parseInt(port) : scheme.equals("rtsps") ? RTSPS_PORT : RTSP_PORT;
        if (number < 1 || number > 65535) {
            return Optional.empty();
        }
        String host = form.group("host");
        String rest = form.group("rest");
        String location = scheme + "://" + host + (port != null ? ":" + port : "") + (rest != null ? rest : "");
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return Optional.of(new RtspUrl(location, bare, number));
    }
}
