package org.liptako.node.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.VersionPublished;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/** Grants that are taken to have been accepted: a copy of a version of Mali's at another State's capital, or the erasure of Mali's own. */
final class TrialGrants {
    private static final SignedStatement STATEMENT =
            new SignedStatement("trial", new byte[0], new byte[0], List.of(new byte[] {1}));
    private static final AtomicLong NUMBER = new AtomicLong();

    private TrialGrants() {}

    static AcceptedGrant plain(VersionPublished version) {
        return plain(version, State.BF);
    }

    static AcceptedGrant plain(VersionPublished version, State receiver) {
        return grant(version, version.versionRoot(), false, receiver);
    }

    static AcceptedGrant encrypted(VersionPublished version) {
        return encrypted(version, State.BF);
    }

    static AcceptedGrant encrypted(VersionPublished version, State receiver) {
        VersionRoot root = version.encryptedRoot();
        if (root == null) {
            throw new IllegalStateException("Every version is published encrypted too.");
        }
        return grant(version, root, true, receiver);
    }

    /** The erasure of what lies at Bamako. */
    static AcceptedGrant erasureAtHome(VersionPublished version) {
        return erasure(version, State.ML);
    }

    /** The erasure of what lies in a State's capital. */
    static AcceptedGrant erasure(VersionPublished version, State state) {
        return grant(
                new PlacementTerms(
                        version.dataset(),
                        "ERASE",
                        TrialRegion.capital(state),
                        Country.of(state),
                        null,
                        null,
                        null,
                        null),
                Optional.empty());
    }

    /** As the home State's journal has it. */
    static PlacementGranted granted(AcceptedGrant grant, Instant at) {
        return new PlacementGranted(
                at,
                grant.serial(),
                grant.requestId(),
                grant.terms(),
                grant.versionRoot().orElse(null),
                grant.expires(),
                grant.ruleSet(),
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                STATEMENT,
                null,
                STATEMENT,
                null);
    }

    /** As the receiving State's journal has it. */
    static PlacementAccepted taken(AcceptedGrant grant, Instant at) {
        return new PlacementAccepted(
                at,
                grant.serial(),
                grant.requestId(),
                grant.terms(),
                grant.versionRoot().orElse(null),
                grant.expires(),
                grant.ruleSet(),
                STATEMENT);
    }

    private static AcceptedGrant grant(VersionPublished version, VersionRoot root, boolean encrypted, State receiver) {
        return grant(
                new PlacementTerms(
                        version.dataset(),
                        "REPLICATE",
                        TrialRegion.capital(receiver),
                        Country.of(receiver),
                        null,
                        null,
                        encrypted,
                        true),
                Optional.of(root));
    }

    private static AcceptedGrant grant(PlacementTerms terms, Optional<VersionRoot> root) {
        String digits = HexFormat.of().toHexDigits(NUMBER.incrementAndGet());
        return new AcceptedGrant(
                new GrantSerial("ML-" + digits + digits),
                new RequestId("trial-" + digits),
                State.ML,
                terms,
                root,
                Instant.now().plus(Duration.ofHours(1)),
                Digest.over(new byte[0]),
                List.of());
    }
}
