package org.liptako.node;

import java.time.Clock;
import java.util.Optional;
import org.liptako.node.config.ConfigException;
import org.liptako.node.config.EvidenceConfig;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.tree.CheckpointKey;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.KeyFiles;
import org.liptako.pki.name.Party;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.NoteKey;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.trust.EvidenceKeys;
import org.liptako.pki.trust.HeldTrustState;
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.Validation.Accepted;
import org.liptako.pki.validation.Validation.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the State's evidence key, and believes it by the trust state, or its certificate no more than a stranger's. */
final class EvidenceKeyFiles {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceKeyFiles.class);

    private EvidenceKeyFiles() {}

    /**
     * The key of these files. One that the trust state does not list, and whose certificate is not believed, signs nothing; the node goes on without it.
     *
     * @throws ConfigException if the files are no Ed25519 key with a certificate of its own, or are another party's
     */
    static CheckpointKey read(EvidenceConfig files, NodeIdentity identity, NodeTrust trust, Clock clock) {
        try {
            KeyFiles.requirePrivate(files.key());
            Credential credential = new CredentialFiles(files.certificate(), files.key()).read();
            NoteKey key = EvidenceKeys.noteKey(
                    EvidenceKeys.journalOf(identity.state()), identity.zone(), credential.certificate());
            return isListed(key, identity, trust, clock) || isBelieved(credential, identity, clock)
                    ? new CheckpointKey(new NoteSigner(key, credential.key(), clock))
                    : CheckpointKey.NONE;
        } catch (IssuingException | MalformedLogException e) {
            throw new ConfigException(
                    "les fichiers que nomment les clés « liptako.journal.checkpoint- » ne peuvent servir : "
                            + e.getMessage(),
                    "the files that the keys liptako.journal.checkpoint- name cannot be used: " + e.getMessage());
        }
    }

    /** Whether the trust state in force lists the key: a quorum has signed that, also for a key certified under a root that was replaced since. */
    private static boolean isListed(NoteKey key, NodeIdentity identity, NodeTrust trust, Clock clock) {
        return trust.believed()
                .newest()
                .map(HeldTrustState::state)
                .map(state -> EvidenceKeys.in(state, identity.zone()).journalsOf(identity.state(), clock.instant()))
                .filter(listed -> listed.contains(key))
                .isPresent();
    }

    private static boolean isBelieved(Credential credential, NodeIdentity identity, Clock clock) {
        return switch (identity.trust()
                .validator()
                .validate(CandidateChain.of(credential.chain()), Expectation.signing(clock.instant()))) {
            case Accepted accepted -> {
                otherParty(accepted.party(), identity).ifPresent(why -> {
                    throw why;
                });
                yield true;
            }
            case Rejected rejected -> {
                LOG.error(
                        "No checkpoint is signed: the certificate that liptako.journal.checkpoint-certificate names is refused: {} ({})",
                        rejected.reason().english(),
                        rejected.detail());
                yield false;
            }
        };
    }

    private static Optional<ConfigException> otherParty(Party party, NodeIdentity identity) {
        return party.equals(EvidenceKeys.journalOf(identity.state()))
                ? Optional.empty()
                : Optional.of(new ConfigException(
                        "la clé « liptako.journal.checkpoint-certificate » nomme le certificat de " + party
                                + " : il faut celui de la clé « journal » de "
                                + identity.state().french(),
                        "the key liptako.journal.checkpoint-certificate names the certificate of " + party
                                + ": it must be that of the key named journal of "
                                + identity.state().english()));
    }
}
