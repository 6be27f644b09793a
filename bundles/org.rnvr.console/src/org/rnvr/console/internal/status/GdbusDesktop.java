package org.rnvr.console.internal.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls <a href="https://specifications.freedesktop.org/notification-spec/1.2/">org.freedesktop.Notifications</a> through
 * {@code gdbus}, which comes with GLib. Its arguments are GVariants in text form, with their types, as not every desktop
 * says which it expects.
 */
final class GdbusDesktop implements Desktop {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Pattern REPLY = Pattern.compile("\\(uint32 (\\d+),\\)");
    private static final String SERVICE = "org.freedesktop.Notifications";

    private static final int DELETE = 0x7f;

    private final String program;

    GdbusDesktop(String program) {
        this.program = program;
    }

    @Override
    public long show(NoticeText text) throws IOException, InterruptedException {
        String reply = call(
                "Notify",
                quoted("RNVR"),
                "uint32 0",
                quoted("dialog-warning"),
                quoted(text.title()),
                quoted(markup(text.body())),
                "@as []",
                "{'urgency': <byte " + (text.urgent() ? 2 : 1) + ">}",
                "int32 0");
        Matcher id = REPLY.matcher(reply.strip());
        if (!id.matches()) {
            throw new IOException("gdbus answers: " + reply.strip());
        }
        return Long.parseLong(id.group(1));
    }

    @Override
    public void withdraw(long id) throws IOException, InterruptedException {
        call("CloseNotification", "uint32 " + id);
    }

    private String call(String method, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program,
                "call",
                "--session",
                "--timeout",
                Long.toString(LIMIT.toSeconds()),
                "--dest",
                SERVICE,
                "--object-path",
                "/org/freedesktop/Notifications",
                "--method",
                SERVICE + "." + method));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("gdbus does not end");
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException(output.strip());
            }
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    /** The body may hold markup, which a camera's name is not. */
    private static String markup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Arguments travel in the encoding of the locale, which may know nothing but ASCII. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints().forEach(letter -> {
            if (letter == '\\' || letter == '\'') {
                quoted.append('\\').appendCodePoint(letter);
            } else if (letter >= ' ' && letter < DELETE) {
                quoted.appendCodePoint(letter);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\U%08x", letter));
            }
        });
        return quoted.append('\'').toString();
    }
}
