package org.rnvr.config.internal.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rnvr.config.internal.json.JsonReading;
import org.rnvr.config.internal.json.NotJsonException;
import org.rnvr.config.internal.secret.SecretMover.Moved;

class SecretMoverTest {

    @Test
    void leavesReferences() throws NotJsonException {
        JsonObject document = read(
                "{'cameras': [{'camera_id': 'a', 'password': '@:/#%~', 'x': 1}, {'camera_id': 'b', 'password': ''}]}");
        Moved moved = SecretMover.move(document);
        assertTrue(moved.changed());
        assertEquals(Map.of("cameras/a", "@:/#%~"), moved.secrets());
        assertEquals(
                read("{'cameras': [{'camera_id': 'a', 'password': {'secret': 'cameras/a'}, 'x': 1},"
                        + " {'camera_id': 'b', 'password': ''}]}"),
                moved.document());
    }

    @Test
    void takesTheUserInfoOutOfTheUrl() throws NotJsonException {
        Moved moved = SecretMover.move(read("{'cameras': [{'camera_id': 'a', 'rtsp_url': 'rtsp://u:p@10.0.0.5/s'}]}"));
        assertEquals(Map.of("cameras/a", "p"), moved.secrets());
        assertEquals(
                read("{'cameras': [{'camera_id': 'a', 'rtsp_url': 'rtsp://10.0.0.5/s', 'username': 'u',"
                        + " 'password': {'secret': 'cameras/a'}}]}"),
                moved.document());
    }

    @Test
    void takesTheUserInfoOutOfTheUrlOfTheSecondStreamToo() throws NotJsonException {
        Moved moved = SecretMover.move(read("{'cameras': ["
                + "{'camera_id': 'a', 'rtsp_url': 'rtsp://10.0.0.5/s', 'rtsp_url_sub': 'rtsp://v:q@10.0.0.5/t'},"
                + "{'camera_id': 'b', 'rtsp_url': 'rtsp://u:p@10.0.0.6/s', 'rtsp_url_sub': 'rtsp://v:q@10.0.0.6/t'},"
                + "{'camera_id': 'c', 'username': 'u', 'password': {'secret': 'cameras/c'},"
                + " 'rtsp_url_sub': 'rtsp://v:q@10.0.0.7/t'}]}"));
        assertEquals(Map.of("cameras/a", "q", "cameras/b", "p"), moved.secrets());
        assertEquals(
                read("{'cameras': ["
                        + "{'camera_id': 'a', 'rtsp_url': 'rtsp://10.0.0.5/s', 'rtsp_url_sub': 'rtsp://10.0.0.5/t',"
                        + " 'username': 'v', 'password': {'secret': 'cameras/a'}},"
                        + "{'camera_id': 'b', 'rtsp_url': 'rtsp://10.0.0.6/s', 'rtsp_url_sub': 'rtsp://10.0.0.6/t',"
                        + " 'username': 'u', 'password': {'secret': 'cameras/b'}},"
                        + "{'camera_id': 'c', 'username': 'u', 'password': {'secret': 'cameras/c'},"
                        + " 'rtsp_url_sub': 'rtsp://10.0.0.7/t'}]}"),
                moved.document());
    }

    @Test
    void changesNothingElse() throws NotJsonException {
        JsonObject document = read("{'cameras': [{'camera_id': 'a', 'password': {'secret': 'cameras/a'}}, 5, null,"
                + " {'camera_id': 'b', 'password': 12, 'rtsp_url': 'rtsp://10.0.0.5/a@b'}],"
                + " 'cameras2': [{'password': 'x', 'rtsp_url': 'rtsp://u:p@10.0.0.5/s'}], 'password': 'x'}");
        Moved moved = SecretMover.move(document);
        assertFalse(moved.changed());
        assertEquals(document, moved.document());
        assertFalse(SecretMover.move(read("{'cameras': 5}")).changed());
    }

    @Test
    void givesEveryCameraASecretOfItsOwn() throws NotJsonException {
        Moved moved = SecretMover.move(read("{'cameras': [{'camera_id': 'a', 'password': '1'},"
                + " {'camera_id': 'copy', 'password': {'secret': 'cameras/a'}},"
                + " {'camera_id': 'c', 'password': '2'}, {'camera_id': 'c', 'password': '3'},"
                + " {'camera_id': '../c', 'password': '4'}]}"));
        assertEquals(
                Map.of("cameras/a~2", "1", "cameras/c", "2", "cameras/c~2", "3", "cameras/~", "4"), moved.secrets());
        assertEquals(
                Set.of("cameras/a", "cameras/a~2", "cameras/c", "cameras/c~2", "cameras/~"),
                SecretMover.references(moved.document()));
    }

    @Test
    void showsNoSecret() throws NotJsonException {
        assertFalse(SecretMover.move(read("{'cameras': [{'camera_id': 'a', 'password': 'geheim'}]}"))
                .toString()
                .contains("geheim"));
    }

    private static JsonObject read(String text) throws NotJsonException {
        return JsonReading.read(text.replace('\'', '"')).root();
    }
}
