package org.liptako.node.console;

import java.util.List;

/**
 * One transfer, in one language.
 *
 * @param ordered when it was ordered
 * @param expires when its grant ends
 * @param version the root of the version that moves
 * @param holders what each State's node brought; empty as long as nothing has come
 * @param allowed which States allowed it; empty where the journal that says so is not read here yet
 * @param rules by which rules, with their articles
 * @param withdrawn why it was forbidden since, with rule and article; empty as long as it stands
 * @param pauses what holds it back
 * @param mayAct whether the reader may act on it
 * @param mayPause whether it is under way and nothing holds it back by itself
 * @param mayStart whether it stopped
 */
public record TransferPage(
        String asOf,
        TransferRow transfer,
        String ordered,
        String expires,
        String version,
        List<String> holders,
        String allowed,
        List<RuleRow> rules,
        String withdrawn,
        List<PauseRow> pauses,
        List<Choice> priorities,
        boolean mayAct,
        boolean mayPause,
        boolean mayStart) {

    public TransferPage {
        holders = List.copyOf(holders);
        rules = List.copyOf(rules);
        pauses = List.copyOf(pauses);
        priorities = List.copyOf(priorities);
    }
}
