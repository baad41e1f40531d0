package org.liptako.node;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liptako.node.identity.NodeTrust;
import org.liptako.pki.name.Zone;
import org.liptako.pki.trust.BelievedTrust;
import org.liptako.pki.trust.EvidenceKeys;

/** The evidence keys that this node believes now, found out once for each change of what it believes. Thread-safe. */
final class BelievedEvidence implements Supplier<Optional<EvidenceKeys>> {
    private final NodeTrust trust;
    private final Zone zone;
    private volatile @Nullable Found last;

    BelievedEvidence(NodeTrust trust, Zone zone) {
        this.trust = trust;
        this.zone = zone;
    }

    private record Found(long epoch, Optional<EvidenceKeys> keys) {}

    @Override
    public Optional<EvidenceKeys> get() {
        BelievedTrust now = trust.believed();
        Found found = last;
        if (found == null || found.epoch() != now.epoch()) {
            found = new Found(now.epoch(), EvidenceKeys.believed(now, zone));
            last = found;
        }
        return found.keys();
    }
}
