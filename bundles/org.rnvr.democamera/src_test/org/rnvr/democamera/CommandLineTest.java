package org.rnvr.democamera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("CAMERA_PASSWORD", "from environment");

    @Test
    void withoutArgumentsTheDefaultsHold() throws UsageException {
        CommandLine commandLine = parse();
        assertEquals(DemoCameraOptions.DEFAULT, commandLine.options());
        assertFalse(commandLine.exitOnStdinEof());
        assertFalse(commandLine.help());
    }

    @Test
    void everyOptionIsRead() throws UsageException {
        CommandLine commandLine = parse(
                ("--address 127.0.0.2 --port 0 --cameras 3 --mode clip --width 640 --height 360 --fps 15 --gop-seconds 4"
                                + " --bitrate-kbps 800 --codec h265 --audio pcmu --user u --password p --auth basic"
                                + " --get-parameter-status 451 --max-sessions 5 --session-timeout 30 --exit-on-stdin-eof")
                        .split(" "));
        DemoCameraOptions expected = new DemoCameraOptions(
                "127.0.0.2",
                0,
                3,
                Mode.CLIP,
                new Video(Codec.H265, 640, 360, 15, 4, 800),
                Audio.PCMU,
                Optional.of(new Login(Login.Scheme.BASIC, "u", "p")),
                GetParameter.refused(451),
                5,
                30);
        assertEquals(expected, commandLine.options());
        assertTrue(commandLine.exitOnStdinEof());
    }

    @Test
    void keepAliveBehavioursAreRead() throws UsageException {
        assertEquals(GetParameter.NOT_OFFERED, parse("--options-only").options().getParameter());
        assertEquals(
                GetParameter.SWALLOWED,
                parse("--swallow-get-parameter").options().getParameter());
    }

    @Test
    void aPasswordComesFromTheEnvironmentOrTheFirstLine() throws UsageException {
        assertEquals(
                "from environment",
                parse("--user", "u", "--password-env", "CAMERA_PASSWORD")
                        .options()
                        .login()
                        .orElseThrow()
                        .password());
        assertEquals(
                "from first line",
                parse("--user", "u", "--password-stdin")
                        .options()
                        .login()
                        .orElseThrow()
                        .password());
    }

    @Test
    void digestIsTheDefaultScheme() throws UsageException {
        assertEquals(
                Login.Scheme.DIGEST,
                parse("--user", "u", "--password", "p")
                        .options()
                        .login()
                        .orElseThrow()
                        .scheme());
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertWrong("unknown option --colour", "--colour");
        assertWrong("--port needs a value", "--port");
        assertWrong("--port needs a whole number, not x", "--port", "x");
        assertWrong("port must be between 0 and 65535, not 65536", "--port", "65536");
        assertWrong("--codec does not know H264", "--codec", "H264");
        assertWrong("width must be even, not 641", "--width", "641");
        assertWrong("--user and a password belong together", "--user", "u");
        assertWrong("--user and a password belong together", "--password", "p");
        assertWrong("the environment variable NONE is not set", "--user", "u", "--password-env", "NONE");
        assertWrong("a refusal's status is between 400 and 599, not 200", "--get-parameter-status", "200");
    }

    @Test
    void thePasswordIsNotPrinted() throws UsageException {
        assertFalse(parse("--user", "u", "--password", "secret").toString().contains("secret"));
    }

    private static void assertWrong(String message, String... arguments) {
        assertEquals(
                message,
                assertThrows(UsageException.class, () -> parse(arguments)).getMessage());
    }

    private static CommandLine parse(String... arguments) throws UsageException {
        return CommandLine.parse(List.of(arguments), ENVIRONMENT::get, () -> Optional.of("from first line"));
    }
}
