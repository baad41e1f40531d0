package org.liptako.node.journal.restore;

import java.util.List;
import java.util.Set;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/**
 * Entries that this State signed and nobody gives back.
 *
 * @param first the first index that is missing
 * @param end the first index after all that was signed, as far as it is known
 * @param withheldBy who shows that it was signed
 * @param silent who does not answer, or nothing that can be believed
 * @param words what is wrong
 */
record Gap(long first, long end, Set<State> withheldBy, List<State> silent, Sentence words) {
    Gap {
        withheldBy = Set.copyOf(withheldBy);
        silent = List.copyOf(silent);
    }
}
