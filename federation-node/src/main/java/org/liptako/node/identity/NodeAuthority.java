package org.liptako.node.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.pki.enrolment.DirectoryTicketStore;
import org.liptako.pki.enrolment.EnrolmentDesk;
import org.liptako.pki.enrolment.EnrolmentTerms;
import org.liptako.pki.enrolment.IssuedKeys;
import org.liptako.pki.enrolment.StateAuthorities;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.KeyFiles;
import org.liptako.pki.name.Authority;

/**
 * The State's node CA, where this node holds it: {@code authority/node-ca.pem} and {@code node-ca.key.pem} in its data
 * directory. One node of a State has it and enrols and renews the others; the rest answer that they have not.
 *
 * @param dataDir the node's own directory; tickets for enrolment lie in {@code tickets} there, and the keys that the CA has certified are noted in
 *     {@code authority/node-ca.issued}, so that the key of a revoked certificate is never certified again
 */
public record NodeAuthority(Path dataDir) {
    /** A node that was dark for longer asks its administrator for a new token. */
    private static final Duration GRACE = EnrolmentTerms.LONGEST_GRACE;

    private static final Duration LIFE = Duration.ofHours(24);

    static NodeAuthority in(Path dataDir) {
        return new NodeAuthority(dataDir);
    }

    /** The desk that issues, from the files as they are now; empty where the CA is not kept here. */
    public Optional<EnrolmentDesk> deskOf(NodeIdentity identity, NodeTrust trust, Clock clock) {
        CredentialFiles files = CredentialFiles.named(dataDir.resolve("authority"), "node-ca");
        if (!Files.exists(files.certificate())) {
            return Optional.empty();
        }
        KeyFiles.requirePrivate(files.key());
        Credential nodeCa = files.read();
        StateAuthorities authorities =
                new StateAuthorities(identity.state(), identity.zone(), Map.of(Authority.NODE_CA, nodeCa), List.of());
        EnrolmentTerms terms = new EnrolmentTerms(
                GRACE,
                LIFE,
                leaf -> trust.distrusted(identity.state()).isPresent() || isListed(leaf, nodeCa, trust),
                IssuedKeys.of(files.certificate()));
        return Optional.of(new EnrolmentDesk(
                authorities,
                new CertificateIssuer(clock, new SecureRandom()),
                new DirectoryTicketStore(dataDir.resolve("tickets"), identity.zone()),
                terms,
                clock));
    }

    /**
     * Whether the leaf, or a CA above it, is on any list that is held.
     *
     * <p>No validator is asked: a node that was dark comes with a leaf that has ended, perhaps under a State CA that the
     * root has certified anew since, and the lists held here may be old.
     */
    private static boolean isListed(X509Certificate leaf, Credential nodeCa, NodeTrust trust) {
        return Stream.concat(Stream.of(leaf), nodeCa.chain().stream())
                .anyMatch(certificate -> trust.believed().shelf().held().stream()
                        .anyMatch(held -> held.list().names(certificate)));
    }
}
