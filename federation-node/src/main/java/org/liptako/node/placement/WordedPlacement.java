package org.liptako.node.placement;

import java.time.Instant;
import java.util.Optional;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.wire.Sentence;

/**
 * A binding request as it stands, in words.
 *
 * @param reason why it stands so
 * @param withdrawn why its grant was taken back since, with rule and article; empty as long as it stands
 * @param requester who asked
 * @param decision what it was last judged to be; empty as long as nobody has judged
 */
public record WordedPlacement(
        RequestId request,
        PlacementState state,
        Sentence reason,
        Optional<Sentence> withdrawn,
        PlacementTerms terms,
        String requester,
        Instant askedAt,
        Optional<WordedDecision> decision,
        Optional<AcceptedGrant> grant) {}
