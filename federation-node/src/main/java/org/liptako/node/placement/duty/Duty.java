package org.liptako.node.placement.duty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DutyId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;

/**
 * A duty, as it stands at the instant for which it was read.
 *
 * @param about what it comes from
 * @param law the rule in words; empty where the journal has none
 * @param people how many different people must discharge it
 * @param act since when it is owed
 * @param due the first instant at which it is overdue; empty where the law sets no day, or nothing is left to discharge
 * @param keptBy how the node sees to it; empty unless it does
 * @param discharges the last ones, newest first
 */
public record Duty(
        DutyId id,
        Subject about,
        String rule,
        String code,
        Optional<CitedRule> law,
        Rhythm rhythm,
        Debtor debtor,
        int people,
        Instant act,
        Optional<Instant> due,
        DutyStatus status,
        Optional<Sentence> keptBy,
        List<Discharge> discharges) {

    public Duty {
        discharges = List.copyOf(discharges);
    }

    /**
     * What a duty comes from.
     *
     * @param source as its identifier was made from it
     * @param grant empty where the copy lay there without one
     */
    public record Subject(
            String source, DatasetId dataset, String operation, SiteId site, Optional<GrantSerial> grant) {}

    /** The obligation in words. */
    public Sentence label() {
        return DutyTerms.label(code, law);
    }

    Duty discharged(List<Discharge> found) {
        return new Duty(id, about, rule, code, law, rhythm, debtor, people, act, due, status, keptBy, found);
    }
}
