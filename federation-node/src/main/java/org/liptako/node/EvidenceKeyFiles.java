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
import org.liptako.pki.validation.CandidateChain;
import org.liptako.pki.validation.Expectation;
import org.liptako.pki.validation.RejectionReason;
import org.liptako.pki.validation.Validation.Accepted;
import org.liptako.pki.validation.Validation.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the State's evidence key, and believes it by its chain like a stranger's, or, where that leads nowhere here, by the trust state: a quorum lists a key that was certified under a root which was
 * replaced since. One that was revoked, or whose authority is distrusted, is believed by neither.
 */
final class EvidenceKeyFiles {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceKeyFiles.class);

    private EvidenceKeyFiles() {}

    /**
     * The key of these files. One that is not believed signs nothing, nor does one from when it is revoked; the node goes on without it.
     *
     * @throws ConfigException if the files are no Ed25519 key with a certificate of its own, or are another party's
     */
    static CheckpointKey read(EvidenceConfig files, NodeIdentity identity, NodeTrust trust, Clock clock) {
        try {
            KeyFiles.requirePrivate(files.key());
            Credential credential = new CredentialFiles(files.certificate(), files.key()).read();
            NoteKey key = EvidenceKeys.noteKey(
                    EvidenceKeys.journalOf(identity.state()), identity.zone(), credential.certificate());
            return isBelieved(credential, key, identity, trust, clock)
                    ? new CheckpointKey(
                            new NoteSigner(key, credential.key(), clock),
                            () -> !trust.believed().shelf().revokes(credential.certificate()))
                    : CheckpointKey.NONE;
        } catch (MalformedLogException e) {
            throw unusable(e.french(), e.english());
        } catch (IssuingException e) {
            throw unusable(e.french(), e.english());
        }
    }

    private static ConfigException unusable(String french, String english) {
        return new ConfigException(
                "les fichiers que nomment les clés « liptako.journal.checkpoint- » ne peuvent servir : " + french,
                "the files that the keys liptako.journal.checkpoint- name cannot be used: " + english);
    }

    private static boolean isBelieved(
            Credential credential, NoteKey key, NodeIdentity identity, NodeTrust trust, Clock clock) {
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
                boolean listed = !isTakenBack(rejected) && isListed(key, identity, trust, clock);
                if (!listed) {
                    LOG.error(
                            "No checkpoint is signed: the certificate that liptako.journal.checkpoint-certificate names is refused: {} ({})",
                            rejected.reason().english(),
                            rejected.detail());
                }
                yield listed;
            }
        };
    }

    /** Whether somebody who may has said that it counts no more; a list of keys says nothing against that. */
    private static boolean isTakenBack(Rejected rejected) {
        return rejected.reason() == RejectionReason.REVOKED || rejected.reason() == RejectionReason.DISTRUSTED;
    }

    private static boolean isListed(NoteKey key, NodeIdentity identity, NodeTrust trust, Clock clock) {
        return EvidenceKeys.believed(trust.believed(), identity.zone())
                .map(keys -> keys.journalsOf(identity.state(), clock.instant()))
                .filter(listed -> listed.contains(key))
                .isPresent();
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
