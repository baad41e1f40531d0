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
 * @param own the node's key and its chain, renewed while it runs
 * @param root the only certificate that is trusted without another's word at start
 * @param trust by what others are believed now
 */
public record NodeIdentity(Party party, Zone zone, OwnCredential own, X509Certificate root, CurrentTrust trust) {

    /**
     * Reads the node's files, and believes them no more than a stranger's.
     *
     * @param expected the node that the configuration says this is
     * @throws IllegalStateException if the files are not a valid identity of that node; the message names the key
     */
    public static NodeIdentity read(CredentialFiles files, Path rootFile, Party expected, Zone zone, Clock clock) {
        X509Certificate root = CertificateFiles.read(rootFile).getFirst();
        ChainValidator validator = new ChainValidator(zone, List.of(root));
        Credential credential = readCredential(files);
        CurrentTrust trust = new CurrentTrust(validator, new TrustEpoch());
        NodeIdentity identity = new NodeIdentity(expected, zone, new OwnCredential(credential), root, trust);
        identity.require(credential, files.certificate().toString(), clock);
        return identity;
    }

    /**
     * Reads a credential that has been renewed on disk, and takes it if it is this node's.
     *
     * @throws IllegalStateException if it is not; the one before stays
     */
    void renewFrom(CredentialFiles files, Clock clock) {
        Credential renewed = readCredential(files);
        require(renewed, files.certificate().toString(), clock);
        own.replace(renewed);
    }

    private static Credential readCredential(CredentialFiles files) {
        KeyFiles.requirePrivate(files.key());
        return files.read();
    }

    private void require(Credential credential, String file, Clock clock) {
        Validation validation = trust.withoutLists()
                .validate(CandidateChain.of(credential.chain()), Expectation.server(clock.instant(), serverName()));
        switch (validation) {
            case Rejected rejected ->
                throw new IllegalStateException("liptako.tls.certificate: " + file + " is refused: "
                        + rejected.reason().english() + " (" + rejected.detail() + ")");
            case Accepted accepted -> {
                if (!accepted.party().equals(party)) {
                    throw new IllegalStateException("liptako.tls.certificate: " + file + " is of " + accepted.party()
                            + ", but liptako.node says " + party + ".");
                }
            }
        }
    }

    /** The node's key and chain of the moment. */
    public Credential credential() {
        return own.current();
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

    /** Signs in the node's name, each time with the key of the moment. */
    public StatementSigner signer() {
        return (context, payload) -> new CredentialStatementSigner(credential()).sign(context, payload);
    }

    /** Tells who signed what another node hands over, each time by what is trusted then. */
    public StatementVerifier verifier() {
        return (statement, context, at) -> new ChainStatementVerifier(trust.validator()).verify(statement, context, at);
    }
}
