package org.rnvr.control.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rnvr.config.Credentials;
import org.rnvr.control.spi.DigestAuthentication.Challenged;

class DigestAuthenticationTest {

    private static final Credentials MUFASA = new Credentials("Mufasa", "Circle of Life");
    private static final String NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    private static final String CLIENT_NONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    private static final String OPAQUE = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS";

    private final DigestAuthentication mufasa = new DigestAuthentication(MUFASA, () -> CLIENT_NONCE);

    /** RFC 7616, section 3.9.1. */
    @ParameterizedTest
    @CsvSource({
        "MD5, 8ca523f5e9506fed4657c9700eebdbec",
        "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
    })
    void theExamplesOfTheRfcComeOut(String algorithm, String response) {
        assertEquals(Challenged.ASKED, mufasa.challenged(Challenge.parse(List.of(example(algorithm)))));
        assertEquals(
                Map.of(
                        "username",
                        "Mufasa",
                        "realm",
                        "http-auth@example.org",
                        "uri",
                        "/dir/index.html",
                        "algorithm",
                        algorithm,
                        "nonce",
                        NONCE,
                        "nc",
                        "00000001",
                        "cnonce",
                        CLIENT_NONCE,
                        "qop",
                        "auth",
                        "response",
                        response,
                        "opaque",
                        OPAQUE),
                parameters(mufasa.authorization("GET", "/dir/index.html")));
    }

    /** The example of RFC 2617, section 3.5 without the quality of protection, which section 3.2.2.1 allows. */
    @Test
    void anOldServerGetsTheOldForm() {
        DigestAuthentication old = new DigestAuthentication(new Credentials("Mufasa", "Circle Of Life"), () -> "");
        old.challenged(Challenge.parse(
                List.of("Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"")));
        Map<String, String> sent = parameters(old.authorization("GET", "/dir/index.html"));
        assertEquals("670fd8c2df070c60b045671b8b24ff02", sent.get("response"));
        assertFalse(sent.containsKey("nc"));
        assertFalse(sent.containsKey("qop"));
        assertFalse(sent.containsKey("algorithm"));
    }

    @Test
    void theStrongestChallengeIsAnsweredWhateverItsPlace() {
        challenge(example("SHA-256"), example("MD5"), "Basic realm=\"x\"");
        assertEquals("SHA-256", parameters(mufasa.authorization("GET", "/")).get("algorithm"));
        challenge(example("MD5") + ", " + example("SHA-512-256") + ", " + example("SHA-256"));
        assertEquals("SHA-256", parameters(mufasa.authorization("GET", "/")).get("algorithm"));
    }

    @Test
    void eachUseOfANonceIsCountedAndANewOneStartsAnew() {
        challenge(example("MD5"));
        assertEquals("00000001", parameters(mufasa.authorization("GET", "/")).get("nc"));
        assertEquals("00000002", parameters(mufasa.authorization("GET", "/")).get("nc"));
        mufasa.next("rspauth=\"0\", nextnonce=\"another\"");
        Map<String, String> next = parameters(mufasa.authorization("GET", "/"));
        assertEquals("another", next.get("nonce"));
        assertEquals("00000001", next.get("nc"));
        assertEquals(
                Challenged.STALE,
                mufasa.challenged(
                        Challenge.parse(List.of("Digest realm=\"r\", qop=\"auth\", nonce=\"third\", stale=TRUE"))));
        assertEquals("third", parameters(mufasa.authorization("GET", "/")).get("nonce"));
    }

    /** Section 3.4.2: the secret of a session holds the first nonces, whatever later requests have. */
    @Test
    void aSessionKeepsItsFirstNonces() {
        var nonces = List.of("one", "two").iterator();
        DigestAuthentication session = new DigestAuthentication(MUFASA, nonces::next);
        session.challenged(Challenge.parse(List.of("Digest realm=\"r\", qop=auth, algorithm=MD5-sess, nonce=\"n\"")));
        String secret = Md5.of(Md5.of("Mufasa:r:Circle of Life") + ":n:one");
        assertEquals(
                Md5.of(secret + ":n:00000001:one:auth:" + Md5.of("GET:/a")),
                parameters(session.authorization("GET", "/a")).get("response"));
        assertEquals(
                Md5.of(secret + ":n:00000002:two:auth:" + Md5.of("GET:/b")),
                parameters(session.authorization("GET", "/b")).get("response"));
    }

    @Test
    void namesOfAnyCharactersArrive() {
        DigestAuthentication quoted = new DigestAuthentication(new Credentials("a\"b\\c", "p"), () -> "c");
        quoted.challenged(Challenge.parse(List.of("Digest realm=\"q\\\"r\", qop=\"auth\", nonce=\"n\"")));
        Map<String, String> sent = parameters(quoted.authorization("GET", "/"));
        assertEquals("a\"b\\c", sent.get("username"));
        assertEquals("q\"r", sent.get("realm"));
        assertEquals(Md5.of(Md5.of("a\"b\\c:q\"r:p") + ":n:00000001:c:auth:" + Md5.of("GET:/")), sent.get("response"));

        DigestAuthentication korean = new DigestAuthentication(new Credentials("정문", "비밀"), () -> "c");
        korean.challenged(Challenge.parse(List.of("Digest realm=\"r\", qop=\"auth\", nonce=\"n\", charset=UTF-8")));
        Map<String, String> encoded = parameters(korean.authorization("GET", "/"));
        assertEquals("UTF-8''%EC%A0%95%EB%AC%B8", encoded.get("username*"));
        assertEquals(Md5.of(Md5.of("정문:r:비밀") + ":n:00000001:c:auth:" + Md5.of("GET:/")), encoded.get("response"));
    }

    @Test
    void aNameIsHashedWhereTheServerWantsIt() {
        challenge("Digest realm=\"r\", qop=\"auth\", nonce=\"n\", userhash=true");
        Map<String, String> sent = parameters(mufasa.authorization("GET", "/"));
        assertEquals(Md5.of("Mufasa:r"), sent.get("username"));
        assertEquals("true", sent.get("userhash"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic realm=\"r\"",
                "Digest realm=\"r\"",
                "Digest nonce=\"n\"",
                "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-1",
                "Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"",
                "",
                "Digest realm=\"open",
                ",,,==\"\""
            })
    void whatCannotBeAnsweredIsNot(String header) {
        assertEquals(Challenged.UNKNOWN, mufasa.challenged(Challenge.parse(List.of(header))));
        assertTrue(mufasa.authorization("GET", "/").isEmpty());
    }

    private void challenge(String... headers) {
        assertEquals(Challenged.ASKED, mufasa.challenged(Challenge.parse(Arrays.asList(headers))));
    }

    private static String example(String algorithm) {
        return "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=" + algorithm + ", nonce=\""
                + NONCE + "\", opaque=\"" + OPAQUE + "\"";
    }

    private static Map<String, String> parameters(Optional<String> authorization) {
        List<Challenge> read = Challenge.parse(List.of(authorization.orElseThrow()));
        assertEquals(1, read.size());
        assertEquals("digest", read.get(0).scheme());
        return read.get(0).parameters();
    }
}
