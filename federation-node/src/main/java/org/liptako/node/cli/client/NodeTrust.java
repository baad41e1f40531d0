package org.liptako.node.cli.client;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Validation;

/** Believes a server that the federation's validator takes for the node that was dialled, and nobody else. */
final class NodeTrust extends X509ExtendedTrustManager {
    private final ChainValidator validator;
    private final List<String> serverNames;
    private final Clock clock;

    NodeTrust(ChainValidator validator, List<String> serverNames, Clock clock) {
        this.validator = validator;
        this.serverNames = List.copyOf(serverNames);
        this.clock = clock;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        var refusal = "it is called by no name";
        for (var serverName : serverNames) {
            var expected = Expectation.server(clock.instant(), serverName);
            switch (validator.validate(CandidateChain.of(List.of(chain)), expected)) {
                case Validation.Accepted accepted -> {
                    requireNode(accepted.party());
                    return;
                }
                case Validation.Rejected rejected -> refusal = rejected.toString();
            }
        }
        throw new CertificateException("the server's certificate is refused: " + refusal);
    }

    private static void requireNode(Party party) throws CertificateException {
        if (party.role() != Role.NODE) {
            throw new CertificateException(
                    "the server is no node: " + party.role().segment());
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("a command serves nobody");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
