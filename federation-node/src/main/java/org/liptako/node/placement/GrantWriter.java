package org.liptako.node.placement;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.registry.PublishedVersion;
import org.liptako.node.registry.Registry;
import org.liptako.pki.name.State;
import org.liptako.policy.decision.Decision;

/** Draws up grants: serial, version, term. */
final class GrantWriter {
    private static final int SERIAL_BYTES = 16;

    private final Registry registry;
    private final SecureRandom random = new SecureRandom();

    GrantWriter(Registry registry) {
        this.registry = registry;
    }

    GrantStatement write(Opinion last, Decision merged) {
        Instant expires = GrantTerm.end(last.question().at(), merged.validUntil());
        return new GrantStatement(
                serial(last.question().parties().home()),
                last.content(),
                JudgementWriter.document(merged),
                version(last.question().terms()),
                expires);
    }

    private GrantSerial serial(State home) {
        byte[] bytes = new byte[SERIAL_BYTES];
        random.nextBytes(bytes);
        return new GrantSerial(home.name() + "-" + HexFormat.of().formatHex(bytes));
    }

    /** The version that is published now, in the form in which it may move; a dataset that was never published so has nothing to move. */
    private @Nullable VersionRoot version(PlacementTerms terms) {
        if (!terms.bringsACopy()) {
            return null;
        }
        Optional<PublishedVersion> latest = registry.latestVersion(terms.dataset());
        return latest.map(version -> Boolean.TRUE.equals(terms.encrypted()) ? version.encryptedRoot() : version.root())
                .orElse(null);
    }
}
