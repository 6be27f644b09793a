package org.rnvr.democamera;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the command line asks for.
 *
 * @param options the cameras
 * @param exitOnStdinEof whether the process ends when its standard input does
 * @param help whether only the usage is asked for
 */
record CommandLine(DemoCameraOptions options, boolean exitOnStdinEof, boolean help) {

    static final String USAGE = String.join(
            System.lineSeparator(),
            "Usage: org.rnvr.democamera.Main [OPTIONS]",
            "  --address ADDRESS          listen at (127.0.0.1)",
            "  --port PORT                0 for any free one (8554)",
            "  --cameras N                cameras at /demo1 to /demoN (1)",
            "  --mode live|clip           encoded for each client with the time of day, or a repeated clip (live)",
            "  --width N --height N       pixels (1280, 720)",
            "  --fps N                    frames a second (25)",
            "  --gop-seconds N            seconds between key frames (2)",
            "  --bitrate-kbps N           kilobits a second (2000)",
            "  --codec h264|h265          (h264)",
            "  --audio none|aac|pcma|pcmu (none)",
            "  --user NAME                clients must log in",
            "  --password PASSWORD        with this password,",
            "  --password-env NAME        or that of an environment variable,",
            "  --password-stdin           or that of the first line of standard input",
            "  --auth basic|digest        how the password travels (digest)",
            "  --options-only             neither offer nor know GET_PARAMETER",
            "  --swallow-get-parameter    never answer GET_PARAMETER",
            "  --get-parameter-status N   answer GET_PARAMETER with this error, 400 to 599",
            "  --max-sessions N           refuse more sessions than this (any number)",
            "  --session-timeout SECONDS  forget silent sessions (60)",
            "  --exit-on-stdin-eof        end when standard input ends",
            "  --help                     print this",
            "Standard input: pause CAMERA, resume CAMERA, quit");

    /**
     * Reads the arguments.
     *
     * @param arguments as given
     * @param environment value of an environment variable, null if it is not set
     * @param firstLine first line of standard input, asked for at most once
     * @throws UsageException if they make no sense
     */
    static CommandLine parse(
            List<String> arguments, Function<String, String> environment, Supplier<Optional<String>> firstLine)
            throws UsageException {
        Parser parser = new Parser(arguments.iterator(), environment, firstLine);
        try {
            return parser.parse();
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static final class Parser {

        private final Iterator<String> arguments;
        private final Function<String, String> environment;
        private final Supplier<Optional<String>> firstLine;

        private String address = DemoCameraOptions.DEFAULT.address();
        private int port = DemoCameraOptions.DEFAULT.port();
        private int cameras = DemoCameraOptions.DEFAULT.cameras();
        private Mode mode = DemoCameraOptions.DEFAULT.mode();
        private Codec codec = Video.DEFAULT.codec();
        private int width = Video.DEFAULT.width();
        private int height = Video.DEFAULT.height();
        private int fps = Video.DEFAULT.fps();
        private int gopSeconds = Video.DEFAULT.gopSeconds();
        private int bitrateKbps = Video.DEFAULT.bitrateKbps();
        private Audio audio = DemoCameraOptions.DEFAULT.audio();
        private Optional<String> user = Optional.empty();
        private Optional<String> password = Optional.empty();
        private Login.Scheme scheme = Login.Scheme.DIGEST;
        private GetParameter getParameter = GetParameter.ANSWERED;
        private int maxSessions = DemoCameraOptions.DEFAULT.maxSessions();
        private int sessionTimeoutSeconds = DemoCameraOptions.DEFAULT.sessionTimeoutSeconds();
        private boolean exitOnStdinEof;
        private boolean help;

        Parser(Iterator<String> arguments, Function<String, String> environment, Supplier<Optional<String>> firstLine) {
            this.arguments = arguments;
            this.environment = environment;
            this.firstLine = firstLine;
        }

        CommandLine parse() throws UsageException {
            while (arguments.hasNext()) {
                accept(arguments.next());
            }
            Video video = new Video(codec, width, height, fps, gopSeconds, bitrateKbps);
            DemoCameraOptions options = new DemoCameraOptions(
                    address,
                    port,
                    cameras,
                    mode,
                    video,
                    audio,
                    login(),
                    getParameter,
                    maxSessions,
                    sessionTimeoutSeconds);
            return new CommandLine(options, exitOnStdinEof, help);
        }

        private void accept(String option) throws UsageException {
            switch (option) {
                case "--address" -> address = value(option);
                case "--port" -> port = number(option);
                case "--cameras" -> cameras = number(option);
                case "--mode" -> mode = choice(option, Mode.class);
                case "--width" -> width = number(option);
                case "--height" -> height = number(option);
                case "--fps" -> fps = number(option);
                case "--gop-seconds" -> gopSeconds = number(option);
                case "--bitrate-kbps" -> bitrateKbps = number(option);
                case "--codec" -> codec = choice(option, Codec.class);
                case "--audio" -> audio = choice(option, Audio.class);
                case "--user" -> user = Optional.of(value(option));
                case "--password" -> password = Optional.of(value(option));
                case "--password-env" -> password = Optional.of(fromEnvironment(value(option)));
                case "--password-stdin" -> password = Optional.of(fromFirstLine());
                case "--auth" -> scheme = choice(option, Login.Scheme.class);
                case "--options-only" -> getParameter = GetParameter.NOT_OFFERED;
                case "--swallow-get-parameter" -> getParameter = GetParameter.SWALLOWED;
                case "--get-parameter-status" -> getParameter = GetParameter.refused(number(option));
                case "--max-sessions" -> maxSessions = number(option);
                case "--session-timeout" -> sessionTimeoutSeconds = number(option);
                case "--exit-on-stdin-eof" -> exitOnStdinEof = true;
                case "--help" -> help = true;
                default -> throw new UsageException("unknown option " + option);
            }
        }

        private Optional<Login> login() throws UsageException {
            if (user.isPresent() != password.isPresent()) {
                throw new UsageException("--user and a password belong together");
            }
            return user.map(name -> new Login(scheme, name, password.orElseThrow()));
        }

        private String value(String option) throws UsageException {
            if (!arguments.hasNext()) {
                throw new UsageException(option + " needs a value");
            }
            return arguments.next();
        }

        private int number(String option) throws UsageException {
            String value = value(option);
            try {
                return Integer.parseInt(value);
            } catch (NumberFormatException e) {
                throw new UsageException(option + " needs a whole number, not " + value);
            }
        }

        private <E extends Enum<E>> E choice(String option, Class<E> type) throws UsageException {
            String value = value(option);
            for (E constant : type.getEnumConstants()) {
                if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return constant;
                }
            }
            throw new UsageException(option + " does not know " + value);
        }

        private String fromEnvironment(String name) throws UsageException {
            String value = environment.apply(name);
            if (value == null) {
                throw new UsageException("the environment variable " + name + " is not set");
            }
            return value;
        }

        private String fromFirstLine() throws UsageException {
            return firstLine.get().orElseThrow(() -> new UsageException("standard input holds no password"));
        }
    }
}
