package org.liptako.node.exchange.transfer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.pki.name.State;

/**
 * What came so far for copies that are being mended, for their next attempts: whoever sent wrong chunks is left alone, and told of once. Only
 * for a while: its operator may have mended its disk, and there may be nobody else. Thread-safe.
 */
final class MendingShares {
    static final Duration LEFT_ALONE = Duration.ofHours(1);

    private record Kept(TransferProgress progress, Map<State, Instant> leftAloneSince) {}

    private final InstantSource clock;
    private final Map<DatasetVersion, Kept> soFar = new HashMap<>();

    MendingShares(InstantSource clock) {
        this.clock = clock;
    }

    /** What came before an attempt that begins now. */
    synchronized TransferProgress before(DatasetVersion version) {
        Kept kept = soFar.get(version);
        if (kept == null) {
            return TransferProgress.NONE;
        }
        Instant now = clock.instant();
        // Before it began: the clock was set back.
        kept.leftAloneSince().values().removeIf(since -> now.isBefore(since) || !now.isBefore(since.plus(LEFT_ALONE)));
        List<HolderShare> shares = kept.progress().shares().stream()
                .map(share -> share.isLeftAlone() && !kept.leftAloneSince().containsKey(share.state())
                        ? new HolderShare(share.state(), share.bytes(), 0)
                        : share)
                .toList();
        return kept.progress().with(shares);
    }

    synchronized void keep(DatasetVersion version, TransferProgress progress) {
        Kept before = soFar.get(version);
        Map<State, Instant> since = new EnumMap<>(State.class);
        for (HolderShare share : progress.shares()) {
            if (share.isLeftAlone()) {
                Instant known = before == null ? null : before.leftAloneSince().get(share.state());
                since.put(share.state(), known == null ? clock.instant() : known);
            }
        }
        soFar.put(version, new Kept(progress, since));
    }

    synchronized void forget(DatasetVersion version) {
        soFar.remove(version);
    }

    /** Forgets those that are in order, or gone. */
    synchronized void keepOnly(Collection<DatasetVersion> versions) {
        soFar.keySet().retainAll(versions);
    }
}
