package org.rnvr.control.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;

class XmlElementTest {

    @Test
    void elementsAreFoundByTheirLocalNames() throws ControlException {
        XmlElement root = parse(
                "<a:R xmlns:a='urn:x' n='1'><a:L><b xmlns='urn:y'> 7 </b><b>8</b></a:L><a:L><c>9</c></a:L></a:R>");
        assertEquals("R", root.name());
        assertEquals("1", root.attribute("n"));
        assertEquals("", root.attribute("m"));
        assertEquals("7", root.textAt("L", "b"));
        assertEquals(7, root.numberAt("L", "b").orElseThrow());
        assertEquals("", root.textAt("L", "c"));
        assertEquals("9", root.within("c").orElseThrow().text());
        assertTrue(root.within("d").isEmpty());
        assertEquals(2, root.children("L").count());
        assertFalse(root.at("b").isPresent());
    }

    @Test
    void noFileIsReadAndNoAddressOpened(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/x.dtd";
            for (String bad : new String[] {
                "<!DOCTYPE r [<!ENTITY f SYSTEM '" + secret.toUri() + "'>]><r>&f;</r>",
                "<!DOCTYPE r SYSTEM '" + address + "'><r/>",
                "<!DOCTYPE r [<!ENTITY % p SYSTEM '" + address + "'> %p;]><r/>",
                "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><r>&b;</r>"
            }) {
                ControlException refused = assertThrows(ControlException.class, () -> parse(bad));
                assertEquals(Reason.NOT_UNDERSTOOD, refused.reason());
                assertFalse(refused.toString().contains("the secret"));
            }
            listener.setSoTimeout(1);
            assertThrows(SocketTimeoutException.class, listener::accept);
        }
    }

    @Test
    void anInclusionIsLeftWhereItIs(@TempDir Path folder) throws IOException, ControlException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        XmlElement root = parse("<r><i:include xmlns:i='http://www.w3.org/2001/XInclude' parse='text' href='"
                + secret.toUri() + "'/></r>");
        assertEquals("", root.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no XML", "<r>", "<r></s>", "<html><br></html>"})
    void whatIsNoXmlIsNotUnderstood(String text) {
        assertEquals(
                Reason.NOT_UNDERSTOOD,
                assertThrows(ControlException.class, () -> parse(text)).reason());
    }

    @Test
    void anyTextCanBeWritten() throws ControlException {
        String text = "<a&\"b'>\u0001 정문 \uD83D\uDCF7";
        XmlElement read = parse("<r t=\"" + XmlElement.escape(text) + "\">" + XmlElement.escape(text) + "</r>");
        assertEquals(text.replace("\u0001", ""), read.text());
        assertEquals(text.replace("\u0001", ""), read.attribute("t"));
    }

    private static XmlElement parse(String text) throws ControlException {
        return XmlElement.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
