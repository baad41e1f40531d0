package org.liptako.node.cli.registry;

import java.util.ArrayList;
import java.util.List;
import org.liptako.node.cli.Language;
import org.liptako.registry.v1.Erasure;
import org.liptako.registry.v1.ErasureLookup;
import org.liptako.registry.v1.Replica;

/** What is known of an erased copy beyond what its node could remove, in words. */
final class ErasureText {
    private ErasureText() {}

    /** Beside the status of the copy. */
    static String standing(Erasure erasure, Language language) {
        return switch (erasure.getStanding()) {
            case "AWAITED" ->
                language.choose(
                        "effacée par le nœud, déclaration de l'exploitant attendue",
                        "removed by the node, operator's statement awaited");
            case "REMAINS" ->
                language.choose(
                        "il en reste jusqu'au " + erasure.getRemainsUntil(),
                        "something remains until " + erasure.getRemainsUntil());
            case "OVERDUE" ->
                language.choose(
                        "il en restait jusqu'au " + erasure.getRemainsUntil() + ", nouvelle déclaration attendue",
                        "something remained until " + erasure.getRemainsUntil() + ", new statement awaited");
            case "SIGNED_ABROAD" ->
                language.choose(
                        "à l'étranger, par la parole de ses signataires ; aucune machine ne l'a prouvé",
                        "abroad, by the word of those who signed; no machine has proved it");
            case "GONE" -> language.choose("déclarée sans reste", "declared to be gone everywhere");
            default -> erasure.getStanding();
        };
    }

    /** What was signed: a line on who, then one for each medium; none while it is awaited. */
    static List<String> lines(Replica replica, Language language) {
        Erasure erasure = replica.getErasure();
        List<String> lines = new ArrayList<>();
        String copy = replica.getDataset() + ", " + replica.getSite();
        String signers = String.join(", ", erasure.getSignersList());
        if (!erasure.getDocument().isEmpty()) {
            lines.add(language.choose(
                    "  " + copy + " : effacement à l'étranger signé par " + signers + " ; document, SHA-256 "
                            + erasure.getDocument() + ", entrée " + erasure.getJournalIndex(),
                    "  " + copy + ": erasure abroad signed by " + signers + "; document, SHA-256 "
                            + erasure.getDocument() + ", entry " + erasure.getJournalIndex()));
        } else if (erasure.getSignersCount() > 0) {
            lines.add(language.choose(
                    "  " + copy + " : effacement déclaré par " + erasure.getName() + " (" + signers + "), "
                            + erasure.getStatedAt() + ", entrée " + erasure.getJournalIndex(),
                    "  " + copy + ": erasure stated by " + erasure.getName() + " (" + signers + "), "
                            + erasure.getStatedAt() + ", entry " + erasure.getJournalIndex()));
            erasure.getLookupsList().forEach(lookup -> lines.add("    " + line(lookup, language)));
        }
        return lines;
    }

    private static String line(ErasureLookup lookup, Language language) {
        String looked = medium(lookup.getMedium(), language)
                + language.choose(" : examiné ", ": looked at ")
                + lookup.getLookedAt();
        if (lookup.getFound().isEmpty()) {
            return looked + language.choose(" ; rien trouvé", "; nothing found");
        }
        return looked
                + language.choose(" ; trouvé ", "; found ") + lookup.getFound()
                + language.choose(" ; fait ", "; done ") + lookup.getDone()
                + " (" + lookup.getBy() + ")";
    }

    private static String medium(String medium, Language language) {
        return switch (medium) {
            case "SNAPSHOTS" -> language.choose("instantanés", "snapshots");
            case "TAPES" -> language.choose("bandes", "tapes");
            case "ARRAY_REPLICAS" -> language.choose("répliques de baie", "array replicas");
            case "OTHER" -> language.choose("autre", "other");
            default -> medium;
        };
    }
}
