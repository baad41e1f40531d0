package org.liptako.node.placement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.VersionRoot;

/**
 * The home State's permission, signed by its node, context {@code placement-grant}.
 *
 * @param home home's final judgement: request, terms, instant, rules; {@code answers} binds the host's statement
 * @param decision the merged decision document, whose verdict is PERMIT
 * @param versionRoot the version that may be moved; null where nothing is to be moved
 * @param expires the first instant at which the grant is void
 */
public record GrantStatement(
        GrantSerial serial,
        JudgementStatement home,
        JsonNode decision,
        @Nullable VersionRoot versionRoot,
        Instant expires) {
    public static final String CONTEXT = "placement-grant";

    public GrantStatement {
        requireNonNull(serial, "serial is null");
        requireNonNull(home, "home is null");
        requireNonNull(decision, "decision is null");
        requireNonNull(expires, "expires is null");
    }
}
