package org.liptako.node.registry;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.pki.name.State;

/** Where stores and journals differ, as the journals known here say and have not taken back. Thread-safe. */
public final class HoldingStatements {
    /** What has no end still holds then, whatever the clocks of nodes say. */
    private static final Instant IN_THE_END = Timeline.LAST.minus(Duration.ofSeconds(1));

    private final Jdbi jdbi;
    private final StatementStore statements = new StatementStore();

    HoldingStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    static StatementKey key(HoldingFinding finding, State saidBy) {
        return new StatementKey(StatementKind.HOLDING, finding.subject(), finding.place(), saidBy);
    }

    /** Whether a State's journal says so, as its entries stand in this transaction. */
    public boolean isSaid(Handle handle, HoldingFinding finding, State saidBy) {
        return statements
                .one(handle, key(finding, saidBy), HoldingWord.class, IN_THE_END)
                .isPresent();
    }

    /** A page of what every State says, by subject and place. */
    public HoldingPage page(Page page) {
        return HoldingPage.of(
                page,
                most -> jdbi
                        .withHandle(handle ->
                                statements.page(handle, StatementKind.HOLDING, HoldingWord.class, most, IN_THE_END))
                        .stream()
                        .map(stated -> new HoldingStatement(stated.value(), stated.source()))
                        .toList());
    }
}
