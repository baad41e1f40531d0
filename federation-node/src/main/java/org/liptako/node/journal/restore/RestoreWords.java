package org.liptako.node.journal.restore;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** Why the journal is held, and what mends it. */
final class RestoreWords {
    private RestoreWords() {}

    static Sentence older(long here, long signed) {
        return new Sentence(
                "La base est plus ancienne que le journal : elle en a " + Count.fr(here, "entrée") + ", sur "
                        + Count.fr(signed, "signée")
                        + ". Rien n'est inscrit ni signé tant que les pairs n'ont pas rendu celles qui manquent ; la lecture continue.",
                "The database is older than the journal: it has " + Count.en(here, "entry", "entries")
                        + " of it, out of " + signed
                        + " signed. Nothing is journaled or signed until the peers have given the missing ones back; reading goes on.");
    }

    static Sentence silent(long here, long signed, List<State> silent) {
        return new Sentence(
                "La base est plus ancienne que le journal : "
                        + missing(here, signed).fr()
                        + ", et ne répond pas, ou rien de croyable : "
                        + silent.stream().map(State::french).collect(Collectors.joining(", "))
                        + ". Rien n'est inscrit ni signé en attendant ; la lecture continue.",
                "The database is older than the journal: "
                        + missing(here, signed).en()
                        + ", and no answer that can be believed comes from "
                        + silent.stream().map(State::english).collect(Collectors.joining(", "))
                        + ". Nothing is journaled or signed until then; reading goes on.");
    }

    private static Sentence missing(long here, long signed) {
        long last = signed - 1;
        return here == last
                ? new Sentence("l'entrée " + last + " manque", "entry " + last + " is missing")
                : new Sentence(
                        "les entrées " + here + " à " + last + " manquent",
                        "entries " + here + " to " + last + " are missing");
    }

    static Sentence withheld(State keeper, long signed, long here) {
        return new Sentence(
                "Le " + keeper.french() + " montre que cet État a signé " + Count.fr(signed, "entrée")
                        + ", et n'en donne pas de quoi aller au-delà de " + here
                        + ". Rien n'est inscrit ni signé ; la lecture continue.",
                keeper.english() + " shows that this State signed " + Count.en(signed, "entry", "entries")
                        + ", and gives none that lead beyond " + here
                        + ". Nothing is journaled or signed; reading goes on.");
    }

    /** One sentence after the other. */
    static Sentence both(Sentence first, Sentence second) {
        return new Sentence(first.fr() + " " + second.fr(), first.en() + " " + second.en());
    }

    static Sentence order(Instant from) {
        return new Sentence(
                "Si elles ne reviennent pas : à partir du " + from + ", l'ordre de les abandonner, « " + LossOrders.FILE
                        + " » dans data-dir, vaut signé par deux agents juridiques de l'État (liptako sign, --out "
                        + LossOrders.FILE + ".p7s).",
                "If they do not come back: from " + from + " on the order to give them up, " + LossOrders.FILE
                        + " in data-dir, counts once two legal officers of the State have signed it (liptako sign, --out "
                        + LossOrders.FILE + ".p7s).");
    }

    static Sentence cosigned(State witness, long cosigned, long here) {
        return new Sentence(
                "Le " + witness.french() + " a cosigné " + Count.fr(cosigned, "entrée")
                        + " de ce journal et n'en a gardé, comme ce nœud, que " + here
                        + " : le même arbre ne peut continuer. Restaurez une sauvegarde plus récente.",
                witness.english() + " has cosigned " + Count.en(cosigned, "entry", "entries")
                        + " of this journal and has kept, like this node, " + here
                        + " only: the same tree cannot go on. Restore a newer backup.");
    }

    static Sentence cosignedOther(State witness, long cosigned) {
        return new Sentence(
                "La base contredit ce qui a été signé : son début, de "
                        + Count.fr(cosigned, "entrée") + ", n'est pas celui que cet État a signé et que le "
                        + witness.french() + " a cosigné. Rien n'est plus inscrit ni signé ; restaurez la bonne base.",
                "The database contradicts what was signed: its beginning, "
                        + Count.en(cosigned, "entry", "entries") + " long, is not the one that this State signed and "
                        + witness.english()
                        + " cosigned. Nothing is journaled or signed any more; restore the right database.");
    }

    static Sentence other(long signed) {
        return new Sentence(
                "La base contredit ce qui a été signé : son début, de " + Count.fr(signed, "entrée")
                        + ", n'est pas celui du journal. Rien n'est plus inscrit ni signé ; restaurez la bonne base.",
                "The database contradicts what was signed: its beginning, " + Count.en(signed, "entry", "entries")
                        + " long, is not that of the journal. Nothing is journaled or signed any more; restore the right database.");
    }

    static Sentence forked(long index, State keeper) {
        return new Sentence(
                "La base contredit ce qui a été signé : son entrée " + index
                        + " n'est pas celle que cet État a signée et que le " + keeper.french()
                        + " a gardée. Rien n'est plus inscrit ni signé ; restaurez la bonne base.",
                "The database contradicts what was signed: its entry " + index
                        + " is not the one that this State signed and that " + keeper.english()
                        + " has kept. Nothing is journaled or signed any more; restore the right database.");
    }
}
