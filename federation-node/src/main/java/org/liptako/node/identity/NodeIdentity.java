package org.liptako.node.identity;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.RejectionReason;
import org.liptako.pki.validation.TrustMaterial;
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
    /** What a renewal mends, or a newer trust state: the rest is a mistake in the configuration. */
    private static final Set<RejectionReason> MENDABLE =
            EnumSet.of(RejectionReason.NO_PATH, RejectionReason.SIGNATURE, RejectionReason.EXPIRED);

    /**
     * Reads the node's files, and believes them no more than a stranger's.
     *
     * <p>A certificate that has ended, or that leads to a root which the configuration does not name, is read too:
     * whether it serves is for {@link #objection} to say, once the trust state is known.
     *
     * @param expected the node that the configuration says this is
     * @throws ConfigException if the files are not an identity of that node
     */
    public static NodeIdentity read(CredentialFiles files, Path rootFile, Party expected, Zone zone, Clock clock) {
        X509Certificate root;
        Credential credential;
        try {
            root = CertificateFiles.read(rootFile).getFirst();
            credential = readCredential(files);
        } catch (IssuingException e) {
            throw new ConfigException(
                    "les fichiers que nomment les clés « liptako.tls » ne peuvent servir : " + e.french(),
                    "the files that the keys liptako.tls name cannot be used: " + e.english());
        }
        CurrentTrust trust = new CurrentTrust(zone, TrustMaterial.ofRoots(List.of(root)), new TrustEpoch());
        NodeIdentity identity = new NodeIdentity(expected, zone, new OwnCredential(credential), root, trust);
        Instant last = credential.certificate().getNotAfter().toInstant().minusSeconds(1);
        Instant now = clock.instant();
        switch (identity.validation(credential, now.isBefore(last) ? now : last)) {
            case Accepted accepted ->
                identity.otherParty(accepted).ifPresent(why -> {
                    throw new ConfigException(why.fr(), why.en());
                });
            case Rejected rejected -> {
                if (!MENDABLE.contains(rejected.reason())) {
                    Sentence why = refused(rejected);
                    throw new ConfigException(why.fr(), why.en());
                }
            }
        }
        return identity;
    }

    /**
     * Reads a credential that has been renewed on disk, and takes it if it is this node's.
     *
     * @throws IllegalStateException if it is not; the one before stays
     */
    void renewFrom(CredentialFiles files, Clock clock) {
        Credential renewed = readCredential(files);
        objection(renewed, clock).ifPresent(why -> {
            throw new IllegalStateException(why.toString());
        });
        own.replace(renewed);
    }

    private static Credential readCredential(CredentialFiles files) {
        KeyFiles.requirePrivate(files.key());
        return files.read();
    }

    /** Why a credential is not this node's, by what is trusted now; empty if it is. */
    public Optional<Sentence> objection(Credential credential, Clock clock) {
        return switch (validation(credential, clock.instant())) {
            case Rejected rejected -> Optional.of(refused(rejected));
            case Accepted accepted -> otherParty(accepted);
        };
    }

    /** Lists held here may be old after days in the dark, and say nothing about what was issued since. */
    private Validation validation(Credential credential, Instant at) {
        return trust.withoutLists()
                .validate(CandidateChain.of(credential.chain()), Expectation.server(at, serverName()));
    }

    private static Sentence refused(Rejected rejected) {
        return new Sentence(
                "le certificat que nomme la clé « liptako.tls.certificate » est refusé : "
                        + rejected.reason().french() + " (" + rejected.detail() + ")",
                "the certificate that the key liptako.tls.certificate names is refused: "
                        + rejected.reason().english() + " (" + rejected.detail() + ")");
    }

    private Optional<Sentence> otherParty(Accepted accepted) {
        return accepted.party().equals(party)
                ? Optional.empty()
                : Optional.of(new Sentence(
                        "la clé « liptako.tls.certificate » nomme le certificat de " + accepted.party()
                                + ", alors que « liptako.node » dit " + party,
                        "the key liptako.tls.certificate names the certificate of " + accepted.party()
                                + ", but liptako.node says " + party));
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

    /** Tells who signed what another node hands over: by what is trusted at the time of asking, or was when it was signed. */
    public StatementVerifier verifier() {
        return (statement, context, at) ->
                new ChainStatementVerifier(trust.signatures()).verify(statement, context, at);
    }
}
