package org.liptako.node.identity;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.liptako.node.config.ConfigException;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.IssuingException;
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
     * @throws ConfigException if the files are not a valid identity of that node
     */
    public static NodeIdentity read(CredentialFiles files, Path rootFile, Party expected, Zone zone, Clock clock) {
        X509Certificate root;
        Credential credential;
        try {
            root = CertificateFiles.read(rootFile).getFirst();
            credential = readCredential(files);
        } catch (IssuingException e) {
            throw new ConfigException(
                    "les fichiers que nomment les clés « liptako.tls » ne peuvent servir : " + e.getMessage(),
                    "the files that the keys liptako.tls name cannot be used: " + e.getMessage());
        }
        ChainValidator validator = new ChainValidator(zone, List.of(root));
        CurrentTrust trust = new CurrentTrust(validator, new TrustEpoch());
        NodeIdentity identity = new NodeIdentity(expected, zone, new OwnCredential(credential), root, trust);
        identity.objection(credential, files, clock).ifPresent(why -> {
            throw new ConfigException(why.fr(), why.en());
        });
        return identity;
    }

    /**
     * Reads a credential that has been renewed on disk, and takes it if it is this node's.
     *
     * @throws IllegalStateException if it is not; the one before stays
     */
    void renewFrom(CredentialFiles files, Clock clock) {
        Credential renewed = readCredential(files);
        objection(renewed, files, clock).ifPresent(why -> {
            throw new IllegalStateException(why.toString());
        });
        own.replace(renewed);
    }

    private static Credential readCredential(CredentialFiles files) {
        KeyFiles.requirePrivate(files.key());
        return files.read();
    }

    /** Why the credential is not this node's; empty if it is. */
    private Optional<Sentence> objection(Credential credential, CredentialFiles files, Clock clock) {
        Validation validation = trust.validator()
                .validate(CandidateChain.of(credential.chain()), Expectation.server(clock.instant(), serverName()));
        return switch (validation) {
            case Rejected rejected ->
                Optional.of(new Sentence(
                        "la clé « liptako.tls.certificate » nomme " + files.certificate() + ", qui est refusé : "
                                + rejected.reason().french() + " (" + rejected.detail() + ")",
                        "the key liptako.tls.certificate names " + files.certificate() + ", which is refused: "
                                + rejected.reason().english() + " (" + rejected.detail() + ")"));
            case Accepted accepted ->
                accepted.party().equals(party)
                        ? Optional.empty()
                        : Optional.of(new Sentence(
                                "la clé « liptako.tls.certificate » nomme " + files.certificate()
                                        + ", qui est le certificat de " + accepted.party()
                                        + ", alors que « liptako.node » dit " + party,
                                "the key liptako.tls.certificate names " + files.certificate()
                                        + ", the certificate of " + accepted.party() + ", but liptako.node says "
                                        + party));
        };
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
