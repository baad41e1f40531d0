package org.liptako.node.cli.tour;

import java.util.List;
import org.liptako.node.wire.Sentence;

/** The State's administrator: what the node believes, how it does, and the inventory that it is given. */
final class AdministratorsTour {
    private AdministratorsTour() {}

    static List<Stop> stops() {
        return List.of(
                Stop.done(
                        new Sentence("Ce que le nœud croit", "What the node believes"),
                        new Sentence(
                                "Jusqu'à quand vaut son certificat, quelles autorités il croit, et de quand sont ses listes de révocation.",
                                "Until when its certificate is good, which authorities it believes, and how old its revocation lists are."),
                        "pki",
                        "trust",
                        TourPapers.ADMINISTRATOR),
                Stop.done(
                        new Sentence("Le journal de l'État", "The State's journal"),
                        new Sentence(
                                "Jusqu'où il est signé, et jusqu'où les autres États l'ont contresigné : sans eux, aucun acte entre États n'aboutit.",
                                "How far it is signed, and how far the other States have cosigned it: without them no act between States goes through."),
                        "journal",
                        "status",
                        TourPapers.ADMINISTRATOR),
                Stop.done(
                        new Sentence("La promesse de service", "The promise of service"),
                        new Sentence(
                                "Ce que chaque site dit de lui-même, ce que les autres en ont mesuré, et ce qui reste de la promesse.",
                                "What each site says of itself, what the others have measured of it, and what is left of the promise."),
                        "operations",
                        "availability",
                        TourPapers.ADMINISTRATOR),
                Stop.mistaken(
                                new Sentence("Éprouver un inventaire", "Try an inventory"),
                                new Sentence(
                                        "Rien n'est repris avec --check. Chaque faute est dite avec sa ligne, sa colonne et la façon de la corriger.",
                                        "With --check nothing is taken. Every mistake is told with its row, its column and its mend."),
                                "register",
                                "import",
                                "./jeux.csv",
                                "--check",
                                TourPapers.ADMINISTRATOR)
                        .after(Happening.TABLES_WRITTEN),
                Stop.done(
                        new Sentence("Le reprendre, corrigé", "Take it, mended"),
                        new Sentence(
                                "Tout ou rien : une seule case refusée, et rien n'est inscrit. Le même fichier peut revenir, rien n'est inscrit deux fois.",
                                "All or nothing: one cell refused, and nothing is recorded. The same file may come again, nothing is recorded twice."),
                        "register",
                        "import",
                        "./jeux-corriges.csv",
                        TourPapers.ADMINISTRATOR),
                Stop.done(
                        new Sentence("Ce que le registre en sait", "What the registry knows of it"),
                        new Sentence(
                                "Une copie reprise d'un inventaire est affirmée, et non prouvée, tant que personne n'en a relu les octets.",
                                "A copy taken from an inventory is stated, and not proved, as long as nobody has read its bytes again."),
                        "where",
                        Tours.LIBRARIES,
                        TourPapers.ADMINISTRATOR));
    }
}
