package org.rnvr.console.internal.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a program that writes down how it was called, one argument a line. */
@Timeout(30)
class GdbusDesktopTest {

    @TempDir
    private Path folder;

    @Test
    void aNotificationIsShownAndWithdrawnByItsName() throws Exception {
        GdbusDesktop desktop = desktop("echo '(uint32 7,)'");
        assertEquals(7, desktop.show(new NoticeText("No picture: O'Neill \\ 정문", "<b>\nline", true)));
        List<String> call = called();
        assertEquals("call", call.get(0));
        int method = call.indexOf("org.freedesktop.Notifications.Notify");
        assertEquals(
                List.of(
                        "'RNVR'",
                        "uint32 0",
                        "'dialog-warning'",
                        "'No picture: O\\'Neill \\\\ \\U0000c815\\U0000bb38'",
                        "'&lt;b&gt;\\U0000000aline'",
                        "@as []",
                        "{'urgency': <byte 2>}",
                        "int32 0"),
                call.subList(method + 1, call.size()));
        desktop.withdraw(7);
        call = called();
        assertEquals(
                List.of("org.freedesktop.Notifications.CloseNotification", "uint32 7"),
                call.subList(call.size() - 2, call.size()));
    }

    @Test
    void aDesktopWithoutNotificationsIsSaid() throws Exception {
        GdbusDesktop refusing = desktop("echo 'Error: no such name' >&2; exit 1");
        NoticeText text = new NoticeText("a", "", false);
        assertEquals(
                "Error: no such name",
                assertThrows(IOException.class, () -> refusing.show(text)).getMessage());
        GdbusDesktop babbling = desktop("echo '()'");
        assertThrows(IOException.class, () -> babbling.show(text));
        GdbusDesktop missing = new GdbusDesktop(folder.resolve("none").toString());
        assertTrue(assertThrows(IOException.class, () -> missing.show(text))
                .getMessage()
                .contains("none"));
    }

    private GdbusDesktop desktop(String answer) throws IOException {
        Path program = folder.resolve("gdbus");
        Files.writeString(
                program, "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + folder.resolve("called") + "'\n" + answer + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new GdbusDesktop(program.toString());
    }

    private List<String> called() throws IOException {
        return Files.readAllLines(folder.resolve("called"));
    }
}
