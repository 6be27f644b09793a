package org.rnvr.control.spi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rnvr.config.Credentials;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.spi.DigestAuthentication.Challenged;

/**
 * HTTP to one camera, signed by digest when the camera asks for it (RFC 7616) and never by Basic, which would show the
 * password to the whole network. An exchange with all its rounds ends within a time limit, redirections are not followed, and
 * no proxy is used. Any thread.
 */
public final class CameraHttp {

    /** The most bytes that a camera may answer. */
    public static final int LONGEST_CONTENT = 1 << 20;

    /** Rounds of one exchange: unsigned, signed, and two with a new nonce. */
    private static final int MOST_ROUNDS = 4;

    private static final int UNAUTHORIZED = 401;

    private final HttpClient client;
    private final Duration limit;
    private final boolean anonymous;
    private final DigestAuthentication digest;

    /**
     * With credentials.
     *
     * @param client how it is sent; may be shared
     * @param limit for an exchange
     */
    public CameraHttp(HttpClient client, Credentials credentials, Duration limit) {
        this.client = client;
        this.limit = limit;
        this.anonymous = credentials.isEmpty();
        this.digest = new DigestAuthentication(credentials, CameraHttp::clientNonce);
    }

    /** A client for any number of cameras. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    /** Sends a request; fails with a {@link ControlException} when there is no reply, or none but that others may ask. */
    public CompletionStage<CameraReply> send(CameraRequest request) {
        Exchange exchange = new Exchange(request);
        exchange.round(0);
        return exchange.outcome();
    }

    private static String clientNonce() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private final class Exchange {

        private final CameraRequest request;
        private final CompletableFuture<CameraReply> outcome = new CompletableFuture<>();

        Exchange(CameraRequest request) {
            this.request = request;
        }

        CompletionStage<CameraReply> outcome() {
            return outcome.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).handle((reply, failure) -> {
                if (failure != null) {
                    throw new CompletionException(translate(failure));
                }
                return reply;
            });
        }

        void round(int number) {
            URI uri = request.uri();
            String target = Optional.ofNullable(uri.getRawQuery())
                    .map(query -> uri.getRawPath() + "?" + query)
                    .orElse(uri.getRawPath());
            Optional<String> authorization = digest.authorization(request.method(), target);
            CompletableFuture<HttpResponse<byte[]>> sent;
            try {
                sent = client.sendAsync(http(authorization), info -> new BoundedContent(LONGEST_CONTENT));
            } catch (IllegalArgumentException e) {
                outcome.completeExceptionally(e);
                return;
            }
            outcome.whenComplete((reply, failure) -> sent.cancel(true));
            sent.whenComplete((response, failure) -> {
                try {
                    if (failure != null) {
                        outcome.completeExceptionally(failure);
                    } else {
                        take(response, authorization.isPresent(), number);
                    }
                } catch (RuntimeException e) {
                    outcome.completeExceptionally(e);
                }
            });
        }

        private HttpRequest http(Optional<String> authorization) {
            String content = authorization.isPresent() ? request.signedContent() : request.content();
            HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                    .timeout(limit)
                    .method(
                            request.method(),
                            content.isEmpty()
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(content, StandardCharsets.UTF_8));
            if (!request.contentType().isEmpty()) {
                builder.header("Content-Type", request.contentType());
            }
            authorization.ifPresent(value -> builder.header("Authorization", value));
            return builder.build();
        }

        private void take(HttpResponse<byte[]> response, boolean signed, int number) {
            if (response.statusCode() != UNAUTHORIZED) {
                response.headers().firstValue("Authentication-Info").ifPresent(digest::next);
                outcome.complete(new CameraReply(response.statusCode(), response.body()));
                return;
            }
            List<Challenge> challenges = Challenge.parse(response.headers().allValues("WWW-Authenticate"));
            Challenged challenged = digest.challenged(challenges);
            if (challenged == Challenged.UNKNOWN) {
                boolean basic = challenges.stream().anyMatch(it -> it.scheme().equals("basic"));
                refuse(basic ? Reason.UNSAFE_SIGN_IN : Reason.NOT_AUTHORIZED);
            } else if (anonymous || number + 1 == MOST_ROUNDS || !mayAgain(signed, challenged, number)) {
                refuse(Reason.NOT_AUTHORIZED);
            } else if (!outcome.isDone()) {
                round(number + 1);
            }
        }

        /** A nonce of an earlier exchange may be too old without the camera saying so. */
        private boolean mayAgain(boolean signed, Challenged challenged, int number) {
            return !signed || challenged == Challenged.STALE || number == 0;
        }

        private void refuse(Reason reason) {
            digest.forget();
            outcome.completeExceptionally(new ControlException(reason, ""));
        }

        private ControlException translate(Throwable failure) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (cause instanceof ControlException control) {
                return control;
            }
            String address = request.uri().getRawAuthority();
            Reason reason = cause instanceof TimeoutException || cause instanceof HttpTimeoutException
                    ? Reason.TIMED_OUT
                    : cause instanceof BoundedContent.TooLongException ? Reason.NOT_UNDERSTOOD : Reason.UNREACHABLE;
            ControlException translated = new ControlException(reason, address == null ? "" : address);
            if (cause instanceof IOException || cause instanceof RuntimeException) {
                translated.initCause(cause);
            }
            return translated;
        }
    }
}
