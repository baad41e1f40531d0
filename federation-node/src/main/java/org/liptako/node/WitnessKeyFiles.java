package org.liptako.node;

import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.liptako.node.config.ConfigException;
import org.liptako.node.config.NodeConfig;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.issuing.KeyFiles;
import org.liptako.pki.tlog.MalformedLogException;
import org.liptako.pki.tlog.NoteSigner;
import org.liptako.pki.trust.EvidenceKeys;

/**
 * The key by which a node cosigns other States' checkpoints, where it has one: {@code evidence/witness.pem} and {@code witness.key.pem} in its data directory. What
 * its certificate is worth, the trust state says, which must list it.
 */
final class WitnessKeyFiles {
    private WitnessKeyFiles() {}

    /**
     * The signer of these files; empty where there are none.
     *
     * @throws ConfigException if they are no Ed25519 key with a certificate of its own, or others may read the key
     */
    static Optional<NoteSigner> read(NodeConfig node, Clock clock) {
        CredentialFiles files = CredentialFiles.named(node.dataDir().resolve("evidence"), "witness");
        if (!Files.exists(files.certificate())) {
            return Optional.empty();
        }
        try {
            KeyFiles.requirePrivate(files.key());
            Credential credential = files.read();
            return Optional.of(new NoteSigner(
                    EvidenceKeys.noteKey(EvidenceKeys.witnessOf(node.state()), node.zone(), credential.certificate()),
                    credential.key(),
                    clock));
        } catch (MalformedLogException e) {
            throw unusable(e.french(), e.english());
        } catch (IssuingException e) {
            throw unusable(e.french(), e.english());
        }
    }

    private static ConfigException unusable(String french, String english) {
        return new ConfigException(
                "la clé de témoin « evidence/witness.pem » de « liptako.node.data-dir » ne peut servir : " + french,
                "the witness key evidence/witness.pem in liptako.node.data-dir cannot be used: " + english);
    }
}
