package org.rnvr.democamera;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Demo cameras as a process: prints a line {@code camera NAME URI} for each camera and then {@code ready}.
 *
 * <p>Exit codes: 0 ended as asked (SIGTERM, SIGINT, {@code quit}, end of input if asked for), 1 a problem that was
 * reported, 2 wrong usage.
 */
public final class Main {

    private static final int ENDED = 0;
    private static final int PROBLEM = 1;
    private static final int WRONG_USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader in;

    private Main(InputStream in, PrintStream out, PrintStream err) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.err = err;
    }

    /**
     * Runs until it is asked to end.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        // A signal ends the process at once and with the exit code of an end that was asked for; nothing is to be
        // saved.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(ENDED), "democamera-end"));
        int code = new Main(System.in, System.out, System.err).run(List.of(arguments));
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }

    private int run(List<String> arguments) {
        try {
            CommandLine commandLine = CommandLine.parse(arguments, System::getenv, this::firstLine);
            if (commandLine.help()) {
                out.println(CommandLine.USAGE);
                return ENDED;
            }
            return serve(commandLine);
        } catch (UsageException e) {
            err.println(e.getMessage() + "; see --help");
            return WRONG_USAGE;
        } catch (DemoCameraException e) {
            err.println(e.getMessage());
            return PROBLEM;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return PROBLEM;
        }
    }

    private int serve(CommandLine commandLine) throws DemoCameraException, InterruptedException {
        try (DemoCameraServer server = DemoCameraServer.start(commandLine.options())) {
            for (DemoCamera camera : server.cameras()) {
                out.println("camera " + camera.name() + " " + camera.uri());
            }
            out.println("ready");
            out.flush();
            awaitEnd(new Control(in, server, out, err), commandLine.exitOnStdinEof());
            return ENDED;
        }
    }

    private void awaitEnd(Control control, boolean exitOnEof) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread reader = new Thread(
                () -> {
                    if (obey(control) || exitOnEof) {
                        end.countDown();
                    }
                },
                "democamera-control");
        reader.setDaemon(true);
        reader.start();
        end.await();
    }

    /** Input that cannot be read has ended. */
    private boolean obey(Control control) {
        try {
            return control.obey();
        } catch (IOException e) {
            err.println("standard input: " + e.getMessage());
            return false;
        }
    }

    private Optional<String> firstLine() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
