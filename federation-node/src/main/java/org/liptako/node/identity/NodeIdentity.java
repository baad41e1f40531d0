package org.liptako.node.identity;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.KeyFiles;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.signature.ChainStatementVerifier;
import org.liptako.pki.signature.CredentialStatementSigner;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.pki.signature.StatementVerifier;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Validation;
import org.liptako.pki.validation.Validation.Accepted;
import org.liptako.pki.validation.Validation.Rejected;

/**
 * Who this node is, the key that proves it, and the one validator by which it believes others.
 *
 * @param party the node, as its certificate says and the configuration expects
 * @param zone the zone of the federation's names
 * @param credential the node's key and its chain
 * @param root the only certificate that is trusted without another's word
 */
public record NodeIdentity(
        Party party, Zone zone, Credential credential, X509Certificate root, ChainValidator validator) {

    /**
     * Reads the node's files, and believes them no more than a stranger's.
     *
     * @param expected the node that the configuration says this is
     * @throws IllegalStateException if the files are not a valid identity of that node; the message names the key
     */
    public static NodeIdentity read(CredentialFiles files, Path rootFile, Party expected, Zone zone, Clock clock) {
        KeyFiles.requirePrivate(files.key());
        Credential credential = files.read();
        X509Certificate root = CertificateFiles.read(rootFile).getFirst();
        ChainValidator validator = new ChainValidator(zone, List.of(root));
        NodeIdentity identity = new NodeIdentity(expected, zone, credential, root, validator);
        Validation validation = validator.validate(
                CandidateChain.of(credential.chain()), Expectation.server(clock.instant(), identity.serverName()));
        switch (validation) {
            case Rejected rejected ->
                throw new IllegalStateException("liptako.tls.certificate: " + files.certificate() + " is refused: "
                        + rejected.reason().english() + " (" + rejected.detail() + ")");
            case Accepted accepted -> {
                if (!accepted.party().equals(expected)) {
                    throw new IllegalStateException("liptako.tls.certificate: " + files.certificate() + " is of "
                            + accepted.party() + ", but liptako.node says " + expected + ".");
                }
            }
        }
        return identity;
    }

    public State state() {
        return party.state();
    }

    public SiteId site() {
        return party.dataCentre().orElseThrow();
    }

    /** The DNS name in the node's certificate, which clients check. */
    public String serverName() {
        return party.dnsNameIn(zone).orElseThrow();
    }

    /** The SPIFFE name in the node's certificate. */
    public String name() {
        return party.nameIn(zone).toString();
    }

    /** Signs in the node's name. */
    public StatementSigner signer() {
        return new CredentialStatementSigner(credential);
    }

    /** Tells who signed what another node hands over. */
    public StatementVerifier verifier() {
        return new ChainStatementVerifier(validator);
    }
}
