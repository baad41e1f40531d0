package org.liptako.node.console;

import java.util.List;

/**
 * What a reader sees first.
 *
 * @param session until when they are signed in, in words
 * @param waiting the duties that they owe, overdue ones first
 * @param matters what else waits for them by their role
 * @param changes what the journals said last
 * @param counts how many duties there are in the federation
 * @param trust which trust state is held, and since when
 * @param common the version of the rules that the three States share
 */
public record HomePage(
        String asOf,
        String session,
        List<DutyRow> waiting,
        List<MatterRow> matters,
        List<ChangeRow> changes,
        String counts,
        List<StateCard> states,
        String trust,
        String common) {

    public HomePage {
        waiting = List.copyOf(waiting);
        matters = List.copyOf(matters);
        changes = List.copyOf(changes);
        states = List.copyOf(states);
    }
}
