package org.liptako.node.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.SiteUnreachable;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** What challenges have shown, and which sites cannot be reached, as the journals known here say. Thread-safe. */
public final class ChallengeStatements {
    /** What has no end still holds then, whatever the clocks of nodes say. */
    private static final Instant IN_THE_END = Timeline.LAST.minus(Duration.ofSeconds(1));

    private final Jdbi jdbi;
    private final Clock clock;
    private final StatementStore statements = new StatementStore();

    ChallengeStatements(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    static StatementKey key(DatasetId dataset, SiteId site, State challenger) {
        return new StatementKey(StatementKind.CHALLENGE, dataset.value(), place(site, challenger), challenger);
    }

    static String place(SiteId site, State challenger) {
        return site + "/" + challenger;
    }

    static StatementKey reach(SiteId site, State saidBy) {
        return new StatementKey(StatementKind.REACH, site.value(), saidBy);
    }

    /** The last challenge of a copy of a dataset at a site by a State, as its journal's entries stand in this transaction. */
    public Optional<CopyChallenged> last(Handle handle, DatasetId dataset, SiteId site, State challenger) {
        return statements
                .one(handle, key(dataset, site, challenger), CopyChallenged.class, IN_THE_END)
                .map(Stated::value);
    }

    /** Whether a State's journal says that it cannot reach a site, as its entries stand in this transaction. */
    public boolean isUnreachable(Handle handle, SiteId site, State saidBy) {
        return statements
                .one(handle, reach(site, saidBy), SiteUnreachable.class, IN_THE_END)
                .isPresent();
    }

    /** What the last challenges of copies of these datasets have shown. */
    public List<ChallengeStatement> of(Collection<DatasetId> datasets) {
        List<String> subjects = datasets.stream().map(DatasetId::value).toList();
        return jdbi
                .withHandle(handle -> statements.among(
                        handle, StatementKind.CHALLENGE, subjects, CopyChallenged.class, clock.instant()))
                .stream()
                .map(ChallengeStatement::of)
                .toList();
    }

    /** What the last challenges of the copies of a dataset had shown at an instant, as it was known here at another. */
    public List<ChallengeStatement> of(DatasetId dataset, Instant heldAt, Instant knownAt) {
        return jdbi
                .withHandle(handle -> statements.about(
                        handle, StatementKind.CHALLENGE, dataset.value(), CopyChallenged.class, heldAt, knownAt))
                .stream()
                .map(ChallengeStatement::of)
                .toList();
    }

    /** A page of what the last challenges have shown, by dataset, site and challenger. */
    public List<ChallengeStatement> page(Page page) {
        return jdbi
                .withHandle(handle ->
                        statements.page(handle, StatementKind.CHALLENGE, CopyChallenged.class, page, clock.instant()))
                .stream()
                .map(ChallengeStatement::of)
                .toList();
    }

    /** The sites that a State could not reach at an instant, as it was known here at another. */
    public List<SiteSilence> unreachable(Instant heldAt, Instant knownAt) {
        return jdbi
                .withHandle(
                        handle -> statements.all(handle, StatementKind.REACH, SiteUnreachable.class, heldAt, knownAt))
                .stream()
                .map(SiteSilence::of)
                .toList();
    }

    /** The same now, as known now. */
    public List<SiteSilence> unreachable() {
        Instant now = clock.instant();
        return unreachable(now, now);
    }
}
