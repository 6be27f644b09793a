package org.rnvr.democamera;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;

/** Carries out the commands on standard input. */
final class Control {

    private final BufferedReader commands;
    private final DemoCameraServer server;
    private final PrintStream out;
    private final PrintStream err;

    Control(BufferedReader commands, DemoCameraServer server, PrintStream out, PrintStream err) {
        this.commands = commands;
        this.server = server;
        this.out = out;
        this.err = err;
    }

    /** Returns true for {@code quit} and false at the end of the input. */
    boolean obey() throws IOException {
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.trim().split("\\s+");
            if (words.length == 1 && words[0].equals("quit")) {
                return true;
            }
            if (!words[0].isEmpty()) {
                carryOut(line, words);
            }
        }
        return false;
    }

    private void carryOut(String line, String[] words) {
        try {
            if (words.length == 2 && words[0].equals("pause")) {
                server.pause(words[1]);
                out.println("paused " + words[1]);
            } else if (words.length == 2 && words[0].equals("resume")) {
                server.resume(words[1]);
                out.println("resumed " + words[1]);
            } else {
                err.println("unknown command: " + line);
            }
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
        }
        out.flush();
    }
}
