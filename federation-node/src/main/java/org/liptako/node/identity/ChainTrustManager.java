package org.liptako.node.identity;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets the federation's validator, and nothing else, decide whom TLS trusts.
 *
 * <p>Only the methods that are told of the engine are used; the others refuse, so that no path around the judge exists.
 */
final class ChainTrustManager extends X509ExtendedTrustManager {

    /** Judges one side's chain in a handshake. */
    interface Judge {
        /** Returns, or refuses with the reason. */
        void judge(List<X509Certificate> chain, SSLEngine engine) throws CertificateException;
    }

    private static final Judge NOBODY = (chain, engine) -> {
        throw unasked();
    };

    private final Judge clients;
    private final Judge servers;

    private ChainTrustManager(Judge clients, Judge servers) {
        this.clients = clients;
        this.servers = servers;
    }

    /** For a server, which judges clients only. */
    static ChainTrustManager ofServer(Judge clients) {
        return new ChainTrustManager(clients, NOBODY);
    }

    /** For a client, which judges servers only. */
    static ChainTrustManager ofClient(Judge servers) {
        return new ChainTrustManager(NOBODY, servers);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        clients.judge(List.of(chain), engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        servers.judge(List.of(chain), engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw unasked();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw unasked();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw unasked();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw unasked();
    }

    /** No hint: which authorities count is not told to strangers. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private static CertificateException unasked() {
        return new CertificateException("This side of TLS judges no such chain.");
    }
}
