package org.liptako.node.campaign;

import java.time.Instant;
import java.util.List;
import org.liptako.node.journal.event.CitedRule;

/**
 * By when a copy must be home, and gone abroad.
 *
 * @param rules the rules in force that set the day, with their articles; none where whoever opened the campaign has set it
 */
public record DueBy(Instant day, List<CitedRule> rules) {
    public DueBy {
        rules = List.copyOf(rules);
    }

    boolean isPast(Instant now) {
        return !now.isBefore(day);
    }
}
