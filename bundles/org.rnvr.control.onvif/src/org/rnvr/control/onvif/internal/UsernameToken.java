package org.rnvr.control.onvif.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.rnvr.config.Credentials;
import org.rnvr.control.spi.XmlElement;

/**
 * Signs a SOAP request with {@code Password_Digest = Base64(SHA-1(nonce + created + password))} (OASIS Web Services Security,
 * UsernameToken Profile 1.0, section 3.1; ONVIF Core Specification, section 5.9.5).
 */
final class UsernameToken {

    private static final String PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
    private static final String ENCODING =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
    private static final String EXTENSION =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String UTILITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    private UsernameToken() {}

    /**
     * The header of one request.
     *
     * @param nonce used once
     * @param deviceTime what the camera's clock shows; it refuses what is too old or from the future
     */
    static String header(Credentials credentials, byte[] nonce, Instant deviceTime) {
        String created = deviceTime.truncatedTo(ChronoUnit.MILLIS).toString();
        return "<wsse:Security s:mustUnderstand=\"1\" xmlns:wsse=\"" + EXTENSION + "\" xmlns:wsu=\"" + UTILITY + "\">"
                + "<wsse:UsernameToken><wsse:Username>" + XmlElement.escape(credentials.username())
                + "</wsse:Username><wsse:Password Type=\"" + PROFILE + "\">"
                + digest(nonce, created, credentials.password())
                + "</wsse:Password><wsse:Nonce EncodingType=\"" + ENCODING + "\">"
                + Base64.getEncoder().encodeToString(nonce) + "</wsse:Nonce><wsu:Created>" + created
                + "</wsu:Created></wsse:UsernameToken></wsse:Security>";
    }

    static String digest(byte[] nonce, String created, String password) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(nonce);
            sha1.update(created.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha1.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
