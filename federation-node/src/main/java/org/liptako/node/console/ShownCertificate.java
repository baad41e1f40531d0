package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** The chain that a browser has shown in the handshake, leaf first: proof that it holds the leaf's key, and of nothing else. */
final class ShownCertificate {
    private ShownCertificate() {}

    /** Empty in clear, and where the browser has shown none. */
    static List<X509Certificate> of(HttpRequest<?> request) {
        return request.getSslSession().map(ShownCertificate::chain).orElse(List.of());
    }

    private static List<X509Certificate> chain(SSLSession session) {
        try {
            Certificate[] shown = session.getPeerCertificates();
            return Stream.of(shown).map(X509Certificate.class::cast).toList();
        } catch (SSLPeerUnverifiedException none) {
            return List.of();
        }
    }
}
