package org.rnvr.console.internal.reasons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasebookTest {

    private final Phrasebook book = new Phrasebook(List.of(
            new Phrase("{0}: {1}", "{0}: {1}"),
            new Phrase("No media for {0} s, and {1}.", "{1} ({0}초)."),
            new Phrase("the camera answers nothing", "카메라 무응답"),
            new Phrase("{0} is full", "{0} 가득 참"),
            new Phrase("the volume of {0} is full", "{0}의 볼륨이 가득 참")));

    @Test
    void partsStandWhereTheOtherLanguageHasThemAndAreToldThemselves() {
        assertEquals("카메라 무응답 (4.5초).", book.tell("No media for 4.5 s, and the camera answers nothing."));
        assertEquals("Gate: 카메라 무응답", book.tell("Gate: the camera answers nothing"));
    }

    @Test
    void theSentenceWithMostOfTheTextIsTheOne() {
        assertEquals("/data의 볼륨이 가득 참", book.tell("the volume of /data is full"));
        assertEquals("/data 가득 참", book.tell("/data is full"));
    }

    @Test
    void whatOthersSayStaysAsItIs() {
        assertEquals("gst-resource-error-quark $1 {0}", book.tell("gst-resource-error-quark $1 {0}"));
        assertEquals("/a$1\\b {0} 가득 참", book.tell("/a$1\\b {0} is full"));
        assertEquals("", book.tell(""));
    }

    @Test
    void aFileIsReadWithItsEscapes() throws IOException {
        List<Phrase> phrases = PoFile.read(
                new StringReader(
                        """
                # A comment.
                msgid ""
                msgstr "Content-Type: text/plain; charset=UTF-8\\n"

                msgid "camera \\"{0}\\" \\\\"
                msgstr "카메라 \\"{0}\\""

                msgid "not yet"
                msgstr ""
                """));
        assertEquals(1, phrases.size());
        assertEquals("camera \"{0}\" \\", phrases.get(0).english());
        assertEquals("카메라 \"{0}\"", phrases.get(0).translation());
    }

    @Test
    void aFileOfAnotherFormIsRefusedWithTheLine() {
        IOException refused =
                assertThrows(IOException.class, () -> PoFile.read(new StringReader("msgid \"a\"\nhello\n")));
        assertTrue(refused.getMessage().startsWith("line 2 "), refused.getMessage());
    }
}
