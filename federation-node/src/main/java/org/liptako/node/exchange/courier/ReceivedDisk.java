package org.liptako.node.exchange.courier;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.courier.disk.DiskLabel;
import org.liptako.node.exchange.courier.key.KeyId;
import org.liptako.node.exchange.manifest.SignedManifest;
import org.liptako.node.exchange.transfer.TransferPlan;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.sealing.SealingKey;
import org.liptako.pki.signature.SignedStatement;

/**
 * A disk of which is known whose it is.
 *
 * @param plan the transfer that it serves
 * @param label empty where it is missing, damaged or not to be believed
 * @param word the label as the source signed it
 * @param seal over the label's file
 * @param manifest of the copy, checked
 */
record ReceivedDisk(
        TransferPlan plan,
        KeyId keyId,
        SealingKey key,
        Optional<DiskLabel> label,
        Optional<SignedStatement> word,
        Optional<Digest> seal,
        SignedManifest manifest,
        List<Path> containers) {
    ReceivedDisk {
        containers = List.copyOf(containers);
    }
}
