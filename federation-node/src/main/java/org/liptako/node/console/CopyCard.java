package org.liptako.node.console;

import java.util.List;

/**
 * One copy with all that is told of it, in words. Where it lies, who operates the place, who owns it, who can reach it from afar and who holds the keys are kept
 * apart.
 *
 * @param status how it stands
 * @param tone of its status
 * @param since RFC 3339, for machines
 * @param proofs what proves it, and how old that is; then what challenges have shown
 * @param allowed which States allowed it and until when
 * @param rules under which it was allowed
 * @param objections what States have against it
 * @param receipts of it, or of its erasure; empty for a reader who may have none made
 * @param others what the States without the last word say of it
 */
public record CopyCard(
        PlaceRow place,
        String keys,
        String status,
        String tone,
        String since,
        String sinceWords,
        String said,
        List<NoteRow> proofs,
        String allowed,
        List<CitedRow> rules,
        List<NoteRow> objections,
        List<FileLink> receipts,
        List<String> others) {
    public CopyCard {
        proofs = List.copyOf(proofs);
        rules = List.copyOf(rules);
        objections = List.copyOf(objections);
        receipts = List.copyOf(receipts);
        others = List.copyOf(others);
    }
}
