package org.liptako.node.journal.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.signature.SignedStatement;

/**
 * The home State grants a placement.
 *
 * @param hostStatement null where no other State was asked
 * @param decision the merged decision document
 * @param rules every rule that permits or obliges, in words
 * @param grant the statement that goes to the host State, context {@code placement-grant}
 * @param versionRoot null where nothing is to be moved
 * @param requestingSite the data centre whose operator asked; null in entries of a node that did not say so yet
 */
public record PlacementGranted(
        Instant at,
        GrantSerial serial,
        RequestId request,
        PlacementTerms terms,
        @Nullable VersionRoot versionRoot,
        Instant expires,
        Digest ruleSet,
        JsonNode decision,
        List<CitedRule> rules,
        SignedStatement homeStatement,
        @Nullable SignedStatement hostStatement,
        SignedStatement grant,
        @Nullable SiteId requestingSite)
        implements PlacementDecided {
    public PlacementGranted {
        rules = List.copyOf(rules);
    }
}
