package org.liptako.node.journal.witness;

import java.util.ArrayList;
import java.util.List;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** Says which witnesses are missing, since when and why. */
final class WitnessWords {
    private WitnessWords() {}

    static Sentence lacking(State own, WitnessStanding standing) {
        List<String> fr = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (WitnessStanding.Witness witness : standing.witnesses()) {
            witness.missing().ifPresent(missing -> {
                fr.add(witness.state().french() + " ne témoigne pas depuis le " + missing.since() + " ("
                        + missing.why().fr() + ")");
                en.add(witness.state().english() + " has not witnessed since " + missing.since() + " ("
                        + missing.why().en() + ")");
            });
        }
        return new Sentence(
                "Le journal de l'État " + own.french() + " n'est attesté que jusqu'à "
                        + Count.fr(standing.size(), "entrée") + ", et cet acte entre États attend "
                        + Count.fr(standing.needed(), "témoin") + told(fr)
                        + ".",
                "The journal of " + own.english() + " is witnessed up to "
                        + Count.en(standing.size(), "entry", "entries")
                        + " only, and this act between States waits for "
                        + Count.en(standing.needed(), "witness", "witnesses")
                        + told(en) + ".");
    }

    private static String told(List<String> missing) {
        return missing.isEmpty() ? "" : (": " + String.join("; ", missing));
    }
}
