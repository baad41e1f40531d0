package org.liptako.node.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementDecided;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementOffered;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.placement.GrantStatement;
import org.liptako.node.placement.Statements;
import org.liptako.pki.signature.SignedStatement;

/**
 * A decision as a State has journaled it.
 *
 * @param home what the home State's node said; null only for a request that was refused before anyone had judged it
 * @param host what the host State's node said, where the decision rests on it
 */
public record DecisionRecord(
        PlacementDecided entry,
        @Nullable Said home,
        @Nullable Said host) {

    /** The name of the entry's type in the journal. */
    public String kind() {
        return switch (entry) {
            case PlacementOffered offer -> "OFFER";
            case PlacementGranted grant -> "GRANT";
            case PlacementAccepted acceptance -> "ACCEPT";
            case PlacementRefused refusal -> "REFUSAL";
        };
    }

    public RequestId request() {
        return entry.request();
    }

    /** The instant judged; that of the entry where nobody has judged. */
    public Instant at() {
        Said said = home;
        return said == null ? entry.at() : said.content().at();
    }

    /** The grant's serial, for a decision that grants. */
    public Optional<GrantSerial> serial() {
        return switch (entry) {
            case PlacementGranted grant -> Optional.of(grant.serial());
            case PlacementAccepted acceptance -> Optional.of(acceptance.serial());
            case PlacementOffered offer -> Optional.empty();
            case PlacementRefused refusal -> Optional.empty();
        };
    }

    /** The decision document over what both States have found; empty for an offer, and where an engine gave no answer. */
    Optional<JsonNode> decision() {
        return switch (entry) {
            case PlacementGranted grant -> Optional.of(grant.decision());
            case PlacementAccepted acceptance ->
                Optional.of(Grant.in(acceptance.grant()).content().decision());
            case PlacementRefused refusal -> Optional.ofNullable(refusal.decision());
            case PlacementOffered offer -> Optional.empty();
        };
    }

    /** The grant, for a decision that grants. */
    Optional<Grant> grant() {
        return switch (entry) {
            case PlacementGranted grant -> Optional.of(Grant.in(grant.grant()));
            case PlacementAccepted acceptance -> Optional.of(Grant.in(acceptance.grant()));
            case PlacementOffered offer -> Optional.empty();
            case PlacementRefused refusal -> Optional.empty();
        };
    }

    /** What the home State's node signed as its grant. */
    record Grant(SignedStatement signed, GrantStatement content) {
        static Grant in(SignedStatement signed) {
            return new Grant(signed, Statements.read(signed, GrantStatement.class));
        }
    }
}
