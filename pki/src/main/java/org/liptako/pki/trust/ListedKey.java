package org.liptako.pki.trust;

import java.security.cert.X509Certificate;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;

/**
 * A key that outlives nodes: one that signs checkpoints, or one that courier disks are encrypted to.
 *
 * @param holder of role evidence or storage
 * @param certificate the key's certificate
 */
public record ListedKey(Party holder, X509Certificate certificate) {
    public ListedKey {
        if (holder.role() != Role.EVIDENCE && holder.role() != Role.STORAGE) {
            throw new IllegalArgumentException(
                    "Only checkpoint and storage keys are listed, not that of " + holder + ".");
        }
    }
}
