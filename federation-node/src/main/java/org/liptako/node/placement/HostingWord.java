package org.liptako.node.placement;

import java.util.List;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;

/**
 * What the rules say of a copy at a place, by advice.
 *
 * @param rules those that decide
 * @param why what no rule says: who is silent, which fact is missing and who has it, who does not answer
 */
public record HostingWord(SiteId site, HostingVerdict verdict, List<CitedRule> rules, List<Sentence> why) {
    public HostingWord {
        rules = List.copyOf(rules);
        why = List.copyOf(why);
    }
}
