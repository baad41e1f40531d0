package org.liptako.node.rulebook;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.rules.EditionNode;
import org.liptako.policy.edition.EditionCodec;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;

/** Publishes editions of rules at a whole node, each signed by the officers of the trial region whom it takes. */
public final class TrialPress {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Clock clock = Clock.systemUTC();
    private final Map<Jurisdiction, HeldEdition> newest = new EnumMap<>(Jurisdiction.class);
    private final EditionNode node;

    /** @param officer an officer's connection to the node, which stays theirs */
    public TrialPress(NodeConnection officer) {
        this.node = new EditionNode(officer);
    }

    /** Publishes the next edition of a jurisdiction, for an instant or, where that has passed, for at once. */
    public void publish(Jurisdiction jurisdiction, List<SourceFile> files, Instant from) {
        SignedEdition signed = TrialEditions.signed(next(jurisdiction, files, from), files);
        node.publish(signed.content(), signed.signatures(), files);
        newest.put(jurisdiction, TrialEditions.held(signed));
    }

    /** Puts the next edition before the officers, unsigned, and gives the digest under which it waits. */
    public String submit(Jurisdiction jurisdiction, List<SourceFile> files, Instant from) {
        RuleEdition edition = next(jurisdiction, files, from);
        byte[] document = EditionCodec.encode(edition);
        return node.submit(document, new byte[0], files).getEdition().getDigest();
    }

    /** The jurisdiction's next edition is another from now on: somebody else has published the one that waited. */
    public void follows(Jurisdiction jurisdiction, byte[] document, List<SourceFile> files) {
        newest.put(jurisdiction, TrialEditions.held(new SignedEdition(document, new byte[0], files)));
    }

    private RuleEdition next(Jurisdiction jurisdiction, List<SourceFile> files, Instant from) {
        @Nullable HeldEdition before = newest.get(jurisdiction);
        Instant at = after(before);
        await().atMost(SOON).until(() -> clock.instant().isAfter(at));
        return TrialEditions.enactment(jurisdiction, before, at, from, files);
    }

    /** Editions are dated by whole seconds, each after the one before. */
    private Instant after(@Nullable HeldEdition before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return before == null || now.isAfter(before.edition().issuedAt())
                ? now
                : before.edition().issuedAt().plusSeconds(1);
    }
}
