package org.liptako.policy.opa;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Speaks HTTP to one OPA: keeps connections, waits no longer and reads no more than its limits. It does not know what is asked. Whatever is not
 * the expected answer is an {@link OpaException}. Thread-safe.
 */
public final class OpaClient implements AutoCloseable {
    private final HttpClient http;
    private final Supplier<URI> address;
    private final Optional<String> token;
    private final OpaLimits limits;

    /**
     * A client of the OPA that listens at an address.
     *
     * @param address asked for each request: a local OPA that was started again listens elsewhere
     * @param token sent as bearer token, if OPA asks for one
     */
    public OpaClient(Supplier<URI> address, Optional<String> token, OpaLimits limits) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
        this.address = address;
        this.token = token;
        this.limits = limits;
    }

    /** Puts a Rego module under an id. */
    void putPolicy(String id, String rego) {
        expectDone(send("PUT", "/v1/policies/" + id, "text/plain", BodyPublishers.ofString(rego), limits.load()));
    }

    /** Puts a document at a path, in one transaction. */
    void putData(String path, byte[] json) {
        expectDone(
                send("PUT", "/v1/data/" + path, "application/json", BodyPublishers.ofByteArray(json), limits.load()));
    }

    /** Deletes a document; it is no error if there is none. */
    void deleteData(String path) {
        HttpResponse<byte[]> response =
                send("DELETE", "/v1/data/" + path, "application/json", BodyPublishers.noBody(), limits.load());
        if (response.statusCode() != 404) {
            expectDone(response);
        }
    }

    /** Asks for the document at a path; errors inside Rego's functions are errors here too, not silence. */
    byte[] query(String path, byte[] json) {
        HttpResponse<byte[]> response = send(
                "POST",
                "/v1/data/" + path + "?strict-builtin-errors=true",
                "application/json",
                BodyPublishers.ofByteArray(json),
                limits.answer());
        if (response.statusCode() != 200) {
            throw refused(response);
        }
        return response.body();
    }

    /**
     * Looks whether who has no token is turned away; without a token of our own, nobody is, and nothing is asked.
     *
     * @throws OpaException if anybody may change what OPA holds
     */
    void mustBeClosedToStrangers() {
        if (token.isEmpty()) {
            return;
        }
        int status = send(HttpRequest.newBuilder(address.get().resolve("/v1/policies"))
                        .timeout(limits.answer())
                        .build())
                .statusCode();
        if (status != 401 && status != 403) {
            throw new OpaException(
                    "OPA à " + address.get() + " a répondu " + status
                            + " à qui n'a pas de jeton : chacun peut changer ses règles. Lancez-le avec --authentication=token"
                            + " --authorization=basic et une politique system.authz qui exige le jeton.",
                    "OPA at " + address.get() + " answered " + status
                            + " to who has no token: anybody may change its rules. Start it with --authentication=token"
                            + " --authorization=basic and a policy system.authz that wants the token.");
        }
    }

    /** Whether OPA is up and takes our token. */
    boolean isHealthy() {
        try {
            return send("GET", "/health", "application/json", BodyPublishers.noBody(), limits.answer())
                            .statusCode()
                    == 200;
        } catch (OpaException down) {
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private HttpResponse<byte[]> send(
            String method, String pathAndQuery, String type, BodyPublisher body, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.get().resolve(pathAndQuery))
                .timeout(timeout)
                .header("Content-Type", type)
                .method(method, body);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return send(request.build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.mostAnswerBytes()));
        } catch (IOException failure) {
            throw new OpaException(
                    "OPA à " + address.get() + " n'a pas répondu à " + request.method() + " "
                            + request.uri().getPath() + " : " + failure + ". Vérifiez qu'il tourne et peut être joint.",
                    "OPA at " + address.get() + " did not answer " + request.method() + " "
                            + request.uri().getPath() + ": " + failure + ". Check that it runs and is reachable.",
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OpaException(
                    "La question à OPA, à " + address.get() + ", a été interrompue : posez-la de nouveau.",
                    "Interrupted while asking OPA at " + address.get() + ": ask again.",
                    interrupted);
        }
    }

    private void expectDone(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200 && response.statusCode() != 204) {
            throw refused(response);
        }
    }

    private static OpaException refused(HttpResponse<byte[]> response) {
        return new OpaException(
                "OPA a répondu " + response.statusCode() + " à "
                        + response.request().method() + " " + response.uri().getPath() + " : "
                        + OpaErrors.summary(response.body()) + " Vérifiez sa version et son jeton.",
                "OPA answered " + response.statusCode() + " to "
                        + response.request().method() + " " + response.uri().getPath() + ": "
                        + OpaErrors.summary(response.body()) + " Check its version and its token.");
    }
}
