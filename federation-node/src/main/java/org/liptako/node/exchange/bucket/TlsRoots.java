package org.liptako.node.exchange.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The certificates that may vouch for an object store, from a PEM file. */
final class TlsRoots {
    private TlsRoots() {}

    static TrustManager[] read(Path pem) throws IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            for (Certificate root : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                roots.setCertificateEntry("root-" + roots.size(), root);
            }
            if (roots.size() == 0) {
                throw refused(pem);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(roots);
            return trust.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IOException(refused(pem).getMessage(), e);
        }
    }

    private static BucketException refused(Path pem) {
        return new BucketException(
                "Le fichier " + pem + " (liptako.exchange.s3.tls-roots) ne contient pas de certificats PEM.",
                "The file " + pem + " (liptako.exchange.s3.tls-roots) holds no PEM certificates.");
    }
}
