package org.liptako.pki.trust;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Zone;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.validation.ChainValidator;
import org.liptako.pki.validation.TrustMaterial;

/**
 * What was believed when something was signed, and what has become known since.
 *
 * @param line every trust state that was held
 * @param lists what a chain must be shown unrevoked by; none where whoever asks looks at lists itself
 * @param distrusted CA certificates that count for nothing, whenever the signature was made
 * @param untilRevoked whether a State CA's word stands until it was revoked even if its key was compromised
 */
public record PastTrust(TrustLine line, RevocationLists lists, Set<Digest> distrusted, boolean untilRevoked) {
    /** Nothing was ever believed but what is believed today. */
    public static final PastTrust NONE =
            new PastTrust(new TrustLine(List.of()), RevocationLists.none(), Set.of(), false);

    public PastTrust {
        distrusted = Set.copyOf(distrusted);
    }

    /** What judges a signature of that time; empty if today's trust state was the newest then already. */
    Optional<ChainValidator> at(Instant signedAt, Zone zone) {
        return line.formerAt(signedAt).map(former -> new ChainValidator(zone, material(former, signedAt)));
    }

    private TrustMaterial material(TrustState former, Instant signedAt) {
        Set<Digest> ended = new HashSet<>(distrusted);
        line.revoked()
                .filter(authority -> isEnded(authority.standing(), signedAt))
                .forEach(authority -> ended.add(authority.digest()));
        Anchors anchors = former.anchors();
        return new TrustMaterial(anchors.roots(), anchors.crossCertificates(), lists, ended, former.namedStateCas());
    }

    private boolean isEnded(Standing standing, Instant signedAt) {
        return switch (standing) {
            case Standing.Good ignored -> false;
            case Standing.Revoked revoked ->
                !revoked.since().isAfter(signedAt)
                        || (!untilRevoked && revoked.reason().isCompromise());
        };
    }
}
