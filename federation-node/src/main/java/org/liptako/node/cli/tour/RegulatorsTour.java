package org.liptako.node.cli.tour;

import java.util.List;
import org.liptako.node.wire.Sentence;

/** The regulator: where it is, who allowed it, evidence to keep, what is amiss, who has asked. */
final class RegulatorsTour {
    private RegulatorsTour() {}

    static List<Stop> stops() {
        return List.of(
                Stop.done(
                                new Sentence("Où est un jeu de données ?", "Where is a dataset?"),
                                new Sentence(
                                        "Voyez qui affirme chaque copie, si elle est prouvée, et de quand date ce que le nœud sait de chaque État.",
                                        "See who says so of each copy, whether it is proved, and as of when the node knows of each State."),
                                "where",
                                Tours.HEALTH,
                                TourPapers.REGULATOR)
                        .after(Happening.COPY_MADE),
                Stop.done(
                        new Sentence("Les questions", "The questions"),
                        new Sentence(
                                "Ce sont des phrases à trous ; la commande sans rien d'autre les donne toutes.",
                                "They are sentences with blanks; the command by itself lists them all."),
                        "ask",
                        TourPapers.REGULATOR),
                Stop.done(
                        new Sentence("Qui a permis cela ?", "Who allowed it?"),
                        new Sentence(
                                "Ce que chaque État a décidé de ce jeu, sous quelles règles et sur quels faits.",
                                "What each State ruled on this dataset, under which rules and on which facts."),
                        "ask",
                        "rulings",
                        "dataset=" + Tours.HEALTH,
                        TourPapers.REGULATOR),
                Stop.done(
                                new Sentence("Une preuve à garder", "Evidence to keep"),
                                new Sentence(
                                        "Le reçu tient en un fichier : ce que disent les journaux de la copie, et de quoi le vérifier sans aucun nœud.",
                                        "The receipt is one file: what the journals say of the copy, and all that it takes to check it without any node."),
                                "receipt",
                                "copy",
                                Tours.HEALTH,
                                "BF-OUA-1",
                                "--out",
                                "./recu.json",
                                TourPapers.REGULATOR)
                        .after(Happening.COPY_WITNESSED),
                Stop.done(
                        new Sentence("La vérifier seul", "Check it alone"),
                        new Sentence(
                                "Sans réseau et sans nœud, avec la seule racine de la fédération : ce qui est prouvé et ce qui n'est que déclaré sont dits à part.",
                                "Without network or node, with the federation's root alone: what is proved and what is only stated are told apart."),
                        "verify",
                        "./recu.json",
                        "--root",
                        TourPapers.ROOT,
                        "--zone",
                        "aes.localhost"),
                Stop.done(
                        new Sentence("Ce qui ne devrait plus être là", "What should no longer be there"),
                        new Sentence(
                                "Les copies que les règles d'aujourd'hui n'admettent plus ou ne peuvent juger, et pour quand elles doivent partir.",
                                "The copies that today's rules no longer admit or cannot judge, and by when they must move."),
                        "findings",
                        TourPapers.REGULATOR),
                Stop.done(
                        new Sentence("Qui a demandé quoi ?", "Who asked what?"),
                        new Sentence(
                                "Vos questions y sont aussi : chacune est inscrite avec sa réponse.",
                                "Your questions are there too: each is recorded with its answer."),
                        "ask-audit",
                        TourPapers.REGULATOR));
    }
}
