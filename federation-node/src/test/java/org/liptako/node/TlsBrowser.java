package org.liptako.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.State;

/** A browser as the node meets it over TLS: it believes the root alone, wants the node's name, may show a certificate; what it sends is sent as it is. */
final class TlsBrowser {
    private static final String NAME = TrialFederation.serverName(State.ML);
    private static final char[] NO_PASSWORD = {};

    private final int port;
    private final SSLContext tls;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** What came back. */
    record Answer(int status, List<String> headers, String body) {
        /** The values of a header. */
        List<String> all(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        String one(String name) {
            return String.join(", ", all(name));
        }
    }

    TlsBrowser(int port, @Nullable Credential shown) {
        this.port = port;
        this.tls = context(shown);
    }

    Answer get(String path) throws IOException {
        return send("GET", path, Map.of(), "", "TLSv1.3");
    }

    Answer get(String path, Map<String, String> headers) throws IOException {
        return send("GET", path, headers, "", "TLSv1.3");
    }

    /** By an older version of TLS. */
    Answer getBy(String version, String path) throws IOException {
        return send("GET", path, Map.of(), "", version);
    }

    /** Sends a form as from a page of the node itself. */
    Answer post(String path, String form) throws IOException {
        return send(
                "POST",
                path,
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Origin",
                        "https://" + NAME + ":" + port,
                        "Sec-Fetch-Site",
                        "same-origin"),
                form,
                "TLSv1.3");
    }

    void plant(String name, String value) {
        cookies.put(name, value);
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    private Answer send(String method, String path, Map<String, String> headers, String body, String version)
            throws IOException {
        Map<String, String> all = new LinkedHashMap<>(Map.of("Host", host()));
        if (!cookies.isEmpty()) {
            all.put("Cookie", cookies());
        }
        all.putAll(headers);
        all.put("Content-Length", Integer.toString(body.length()));
        all.put("Connection", "close");
        String head = all.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        try (SSLSocket socket = connect(version)) {
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\n" + head + "\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Answer answer = read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            answer.all("Set-Cookie").forEach(this::take);
            return answer;
        }
    }

    /** As whom it asks for pages. */
    String host() {
        return NAME + ":" + port;
    }

    /** What it would send of its cookies. */
    String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private SSLSocket connect(String version) throws IOException {
        return connect(version, "127.0.0.1");
    }

    /** A connection from an address of this machine; nothing is said on it. */
    SSLSocket connect(String version, String from) throws IOException {
        Socket line = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(line, NAME, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {version});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static Answer read(String text) {
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = text.substring(0, end).lines().toList();
        return new Answer(
                Integer.parseInt(lines.getFirst().substring(9, 12)),
                lines.subList(1, lines.size()),
                text.substring(end + 4));
    }

    private void take(String header) {
        int equals = header.indexOf('=');
        int end = header.indexOf(';');
        cookies.put(header.substring(0, equals), header.substring(equals + 1, end));
    }

    private static SSLContext context(@Nullable Credential shown) {
        try {
            KeyStore believed = empty();
            believed.setCertificateEntry("root", TrialRegion.root());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(believed);
            KeyStore own = empty();
            if (shown != null) {
                own.setKeyEntry("own", shown.key(), NO_PASSWORD, shown.chain().toArray(X509Certificate[]::new));
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(own, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
