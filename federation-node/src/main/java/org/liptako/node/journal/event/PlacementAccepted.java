package org.liptako.node.journal.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.signature.SignedStatement;

/**
 * The host State accepts a grant: the copy may move.
 *
 * @param grant the statement of the home State that it accepts
 */
public record PlacementAccepted(
        Instant at,
        GrantSerial serial,
        RequestId request,
        PlacementTerms terms,
        @Nullable VersionRoot versionRoot,
        Instant expires,
        Digest ruleSet,
        SignedStatement grant)
        implements PlacementDecided {}
