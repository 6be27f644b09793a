package org.rnvr.control.spi;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.rnvr.config.Credentials;

/**
 * Signs in to one HTTP server by Digest Access Authentication (RFC 7616) with MD5 or SHA-256, their session variants, the
 * quality of protection {@code auth}, and the older form without one that RFC 2617, section 3.2.2.1 keeps alive.
 * <p>
 * SHA-512-256 is left out: the RFC does not say which of two hashes it means. Of several challenges the strongest is answered,
 * which is the local policy that section 3.7 allows. Any thread.
 */
final class DigestAuthentication {

    private final Credentials credentials;
    private final Supplier<String> clientNonce;
    private Optional<Session> session = Optional.empty();

    /**
     * Signs in with these.
     *
     * @param clientNonce gives a new value that nobody can foresee
     */
    DigestAuthentication(Credentials credentials, Supplier<String> clientNonce) {
        this.credentials = Objects.requireNonNull(credentials);
        this.clientNonce = Objects.requireNonNull(clientNonce);
    }

    /**
     * The value of {@code Authorization} for a request; empty while the server has not said how.
     *
     * @param method of the request
     * @param target path and query, as they are in the request line
     */
    synchronized Optional<String> authorization(String method, String target) {
        return session.map(it -> it.authorization(method, target));
    }

    /** Takes the server's challenges. */
    synchronized Challenged challenged(List<Challenge> challenges) {
        Optional<Challenge> best = challenges.stream()
                .filter(challenge -> challenge.scheme().equals("digest"))
                .filter(challenge -> challenge.parameter("nonce").isPresent()
                        && challenge.parameter("realm").isPresent()
                        && isQualityKnown(challenge))
                .filter(challenge -> Algorithm.of(challenge).isPresent())
                .max(Comparator.comparing(
                        challenge -> Algorithm.of(challenge).orElseThrow(), Comparator.comparing(Algorithm::strength)));
        session = best.map(Session::new);
        if (best.isEmpty()) {
            return Challenged.UNKNOWN;
        }
        return best.get().parameter("stale").filter("true"::equalsIgnoreCase).isPresent()
                ? Challenged.STALE
                : Challenged.ASKED;
    }

    /** Takes the nonce that the server wants next (section 3.5). */
    synchronized void next(String authenticationInfo) {
        Challenge.parse(List.of("Info " + authenticationInfo)).stream()
                .flatMap(info -> info.parameter("nextnonce").stream())
                .findFirst()
                .ifPresent(nonce -> session.ifPresent(it -> it.renew(nonce)));
    }

    /** Forgets how the server wants it. */
    synchronized void forget() {
        session = Optional.empty();
    }

    private static boolean isQualityKnown(Challenge challenge) {
        return challenge
                .parameter("qop")
                .map(list -> Arrays.asList(list.trim().split("\\s*,\\s*")).contains("auth"))
                .orElse(true);
    }

    /** What a challenge means. */
    enum Challenged {
        /** The server wants credentials, or others. */
        ASKED,
        /** The credentials are good, the nonce has had its time (section 3.3). */
        STALE,
        /** The server wants something else. */
        UNKNOWN
    }

    private enum Algorithm {
        MD5("MD5", false),
        MD5_SESSION("MD5", true),
        SHA_256("SHA-256", false),
        SHA_256_SESSION("SHA-256", true);

        private final String hash;
        private final boolean ofSession;

        Algorithm(String hash, boolean ofSession) {
            this.hash = hash;
            this.ofSession = ofSession;
        }

        static Optional<Algorithm> of(Challenge challenge) {
            String name = challenge.parameter("algorithm").orElse("MD5");
            return Arrays.stream(values())
                    .filter(it -> it.toString().equalsIgnoreCase(name))
                    .findFirst();
        }

        int strength() {
            return ordinal();
        }

        @Override
        public String toString() {
            return ofSession ? hash + "-sess" : hash;
        }
    }

    /** One nonce of the server and how often it was used. */
    private final class Session {

        private final Challenge challenge;
        private final Algorithm algorithm;
        private final String realm;
        private final Charset charset;
        private final boolean withQuality;
        private String nonce;
        private String sessionHash = "";
        private int count;

        Session(Challenge challenge) {
            this.challenge = challenge;
            this.algorithm = Algorithm.of(challenge).orElseThrow();
            this.realm = challenge.parameter("realm").orElseThrow();
            this.charset = charset(challenge);
            this.withQuality = challenge.parameter("qop").isPresent();
            this.nonce = challenge.parameter("nonce").orElseThrow();
        }

        void renew(String next) {
            nonce = next;
            count = 0;
            sessionHash = "";
        }

        String authorization(String method, String target) {
            count++;
            String mine = clientNonce.get();
            String times = String.format("%08x", count);
            String secret = secret(mine);
            String request = hash(method + ":" + target);
            String response = withQuality
                    ? hash(String.join(":", secret, nonce, times, mine, "auth", request))
                    : hash(String.join(":", secret, nonce, request));
            StringBuilder value = new StringBuilder("Digest ").append(user());
            value.append(", realm=").append(quoted(realm));
            value.append(", uri=").append(quoted(target));
            challenge.parameter("algorithm").ifPresent(it -> value.append(", algorithm=")
                    .append(algorithm));
            value.append(", nonce=").append(quoted(nonce));
            if (withQuality) {
                value.append(", nc=").append(times);
                value.append(", cnonce=").append(quoted(mine));
                value.append(", qop=auth");
            } else if (algorithm.ofSession) {
                value.append(", cnonce=").append(quoted(mine));
            }
            value.append(", response=").append(quoted(response));
            challenge.parameter("opaque").ifPresent(it -> value.append(", opaque=")
                    .append(quoted(it)));
            return value.toString();
        }

        /** Section 3.4.2; that of a session is made once, with the client's nonce of its first request. */
        private String secret(String mine) {
            String plain = hash(credentials.username() + ":" + realm + ":" + credentials.password());
            if (!algorithm.ofSession) {
                return plain;
            }
            if (sessionHash.isEmpty()) {
                sessionHash = hash(plain + ":" + nonce + ":" + mine);
            }
            return sessionHash;
        }

        /** Section 3.4.4 where the server wants the name hashed; else as it is, or encoded by RFC 5987. */
        private String user() {
            String name = credentials.username();
            if (challenge.parameter("userhash").filter("true"::equalsIgnoreCase).isPresent()) {
                return "username=" + quoted(hash(name + ":" + realm)) + ", userhash=true";
            }
            return StandardCharsets.US_ASCII.newEncoder().canEncode(name)
                    ? "username=" + quoted(name)
                    : "username*=UTF-8''"
                            + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                    .replace("+", "%20")
                                    .replace("*", "%2A");
        }

        private String hash(String text) {
            try {
                byte[] digest = MessageDigest.getInstance(algorithm.hash).digest(text.getBytes(charset));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has " + algorithm.hash, e);
            }
        }

        /** UTF-8 when the server says so (section 3.3) or nothing else can hold the text, else what was usual before. */
        private Charset charset(Challenge from) {
            boolean utf8 =
                    from.parameter("charset").filter("UTF-8"::equalsIgnoreCase).isPresent();
            String text = credentials.username() + credentials.password() + realm;
            return utf8 || !StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)
                    ? StandardCharsets.UTF_8
                    : StandardCharsets.ISO_8859_1;
        }

        private static String quoted(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }
}
