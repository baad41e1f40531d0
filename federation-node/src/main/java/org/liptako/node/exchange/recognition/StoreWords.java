package org.liptako.node.exchange.recognition;

import java.util.UUID;
import org.liptako.node.exchange.store.StoreIdentity;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;

/**
 * Says why a store is not taken for this site's, and how to mend it.
 *
 * @param place where it is, for an operator
 */
record StoreWords(String place, SiteId site) {
    Sentence nothing(UUID known) {
        return new Sentence(
                "Le magasin du site " + site + " (" + place
                        + ") est vide ou sans marque, alors que ce nœud a utilisé le"
                        + " magasin " + known + " : rien n'y est pris ni jugé. Montez son disque"
                        + replaced(" ; si un autre le remplace vraiment, écrivez", known.toString())
                        + " et redémarrez.",
                "The store of site " + site + " (" + place + ") is empty or unmarked, where this node has used store "
                        + known + ": nothing is fetched or judged there. Mount its disk"
                        + replaced("; if another really takes its place, write", known.toString())
                        + " and start the node again.");
    }

    Sentence another(UUID known, StoreIdentity found) {
        return new Sentence(
                "Le magasin du site " + site + " (" + place + ") est " + found.name() + ", et non " + known
                        + " que ce nœud a utilisé : rien n'y est pris ni jugé. Rendez-lui l'autre"
                        + replaced(" ; s'il est vraiment remplacé, écrivez", known.toString()) + " et redémarrez.",
                "The store of site " + site + " (" + place + ") is " + found.name() + ", and not " + known
                        + ", which this node has used: nothing is fetched or judged there. Give the other one back"
                        + replaced("; if it is really replaced, write", known.toString())
                        + " and start the node again.");
    }

    Sentence withoutItsCopies(ClaimedCopies copies) {
        return new Sentence(
                "Les journaux placent " + Count.fr(copies.claimed(), "copie") + " au site " + site
                        + ", et son magasin ("
                        + place + ") en a " + copies.here() + " : rien n'y est pris ni jugé. Montez son disque"
                        + replaced(" ; si elles sont vraiment perdues, écrivez", "unmarked") + " et redémarrez.",
                "The journals place " + Count.en(copies.claimed(), "copy", "copies") + " at site " + site
                        + ", and its store ("
                        + place + ") has " + copies.here()
                        + " of them: nothing is fetched or judged there. Mount its disk"
                        + replaced("; if they are really lost, write", "unmarked") + " and start the node again.");
    }

    Sentence ofAnotherSite(StoreIdentity found) {
        return new Sentence(
                "Le magasin " + place + " est celui du site " + found.site() + " : le site " + site
                        + " n'y prend rien. Donnez-lui le sien (liptako.exchange.store-dir, liptako.exchange.s3.prefix)"
                        + " et redémarrez.",
                "The store " + place + " is that of site " + found.site() + ": site " + site
                        + " uses nothing of it. Give it its own (liptako.exchange.store-dir, liptako.exchange.s3.prefix)"
                        + " and start the node again.");
    }

    private static String replaced(String before, String name) {
        return before + " liptako.exchange.replaces-store: " + name;
    }
}
