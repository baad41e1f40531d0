package org.liptako.pki.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a receipt of each kind does not prove. */
final class StatedWords {
    private StatedWords() {}

    static List<Words> of(ReceiptKind kind) {
        return switch (kind) {
            case COPY ->
                List.of(
                        new Words(
                                "Que les octets sont bien à cet endroit est la parole du nœud qui a scellé la copie.",
                                "That the bytes really lie there is the word of the node that sealed the copy."),
                        new Words(
                                "Ce reçu ne dit pas que la copie existe encore, ni qu'il n'en existe pas d'autre.",
                                "This receipt does not say that the copy still exists, nor that there is no other."));
            case REFUSAL ->
                List.of(
                        new Words(
                                "Les faits sur lesquels il a été jugé sont ceux que le journal rapporte ; leur vérité n'est pas prouvée.",
                                "The facts that it was judged on are those that the journal reports; that they are true is not proved."));
            case ERASURE ->
                List.of(
                        new Words(
                                "Que les octets ont disparu est la parole du nœud, qui ne voit ni instantanés, ni bandes, ni baies répliquées.",
                                "That the bytes are gone is the word of the node, which sees no snapshots, tapes or array replicas."),
                        new Words(
                                "Ce reçu ne dit pas qu'il n'existe pas d'autre copie.",
                                "This receipt does not say that there is no other copy."));
            case STATE ->
                List.of(
                        new Words(
                                "Que ces entrées sont toutes celles qui portent sur ce jeu de données est la parole du nœud qui a fait le reçu :"
                                        + " un contenu qu'il ne connaît pas, ou qu'il tait, ne se voit pas.",
                                "That these are all the entries about this dataset is the word of the node that made the receipt:"
                                        + " content that it does not know, or withholds, does not show."),
                        new Words(
                                "D'un État dont le journal n'est pas nommé ci-dessus, ce reçu ne dit rien.",
                                "Of a State whose journal is not named above, this receipt says nothing."));
        };
    }

    /**
     * What a receipt does not prove that is for the erasure of a copy outside the federation.
     *
     * @param signed whether the people's signatures are in the receipt
     */
    static List<Words> ofErasureAbroad(boolean signed) {
        List<Words> words = new ArrayList<>();
        words.add(new Words(
                "Que la copie n'est plus à l'étranger est déclaré par ces signatures et par ce document ; aucune machine ne l'a prouvé,"
                        + " et aucun nœud n'a vu cet endroit.",
                "That the copy is no longer abroad is stated by these signatures and that document; no machine has proved it,"
                        + " and no node has seen that place."));
        if (!signed) {
            words.add(
                    new Words(
                            "Que ces personnes ont signé est la parole du nœud de leur État, qui a contrôlé les signatures.",
                            "That these people have signed is the word of their State's node, which has checked the signatures."));
        }
        words.add(new Words(
                "Le document n'est pas dans ce reçu : demandez-le, et comparez son SHA-256.",
                "The document is not in this receipt: ask for it, and compare its SHA-256."));
        words.add(new Words(
                "Ce reçu ne dit pas qu'il n'existe pas d'autre copie.",
                "This receipt does not say that there is no other copy."));
        return words;
    }

    /** What an operator has signed of what a node cannot see. */
    static List<Words> ofOperator(ProvedEntry entry) {
        List<Words> words = new ArrayList<>();
        for (JsonNode lookup : entry.node("statement", "lookups")) {
            String medium = Plain.line(lookup.path("medium").asText());
            String looked = Plain.line(lookup.path("lookedAt").asText());
            String found = Plain.line(lookup.path("found").asText(""));
            String done = Plain.line(lookup.path("done").asText("")) + " ("
                    + Plain.line(lookup.path("by").asText("")) + ")";
            String name = Plain.line(entry.text("statement", "name"));
            words.add(new Words(
                    name + " déclare, " + medium + " : regardé « " + looked + " » ; "
                            + (found.isEmpty() ? "rien trouvé." : "trouvé « " + found + " », fait « " + done + " »."),
                    name + " states, " + medium + ": looked at \"" + looked + "\"; "
                            + (found.isEmpty()
                                    ? "found nothing."
                                    : "found \"" + found + "\", done \"" + done + "\".")));
        }
        return words;
    }
}
