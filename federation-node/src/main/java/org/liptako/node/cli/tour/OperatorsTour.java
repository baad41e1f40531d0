package org.liptako.node.cli.tour;

import java.util.List;
import org.liptako.node.wire.Sentence;

/** The operator of a data centre: may a copy be there, have it made, see that it is. */
final class OperatorsTour {
    private OperatorsTour() {}

    static List<Stop> stops() {
        return List.of(
                Stop.done(
                        new Sentence("Une copie est-elle permise ?", "Is a copy permitted?"),
                        new Sentence(
                                "La question n'engage personne. La réponse donne le verdict, ce que dit chaque État, les règles avec leur article et les obligations.",
                                "The question binds nobody. The answer gives the verdict, what each State says, the rules with their article, and the obligations."),
                        check(Tours.HEALTH, "BF-OUA-1")),
                Stop.refused(
                        new Sentence("Un refus dit pourquoi", "A refusal says why"),
                        new Sentence(
                                "L'état civil est une base stratégique : il ne quitte pas le sol malien. Lisez quelle règle et quel article le refusent.",
                                "The civil registry is a strategic database: it does not leave Malian soil. Read which rule and which article refuse."),
                        check("ML-DS-001", "BF-OUA-1")),
                Stop.refused(
                        new Sentence("Ce qui n'est pas su ne permet rien", "What is not known permits nothing"),
                        new Sentence(
                                "Pour ces données personnelles, il manque un fait que le Niger doit tenir : la réponse le nomme, et dit de qui il vient.",
                                "For these personal data a fact is missing that Niger must keep: the answer names it, and says whose it is."),
                        check("ML-DS-011", "NE-NIM-1")),
                Stop.done(
                                new Sentence("Publier une version", "Publish a version"),
                                new Sentence(
                                        "Les fichiers sont lus une fois et découpés en blocs, dont chacun a son empreinte ; l'empreinte de l'ensemble est le nom de la version.",
                                        "The files are read once and cut into chunks of which each has its digest; the digest of all of them is the version's name."),
                                "replica",
                                "publish",
                                Tours.HEALTH,
                                Tours.HEALTH,
                                TourPapers.OPERATOR)
                        .after(Happening.FILES_PUT),
                Stop.done(
                        new Sentence("Demander la copie", "Ask for the copy"),
                        new Sentence(
                                "Cette fois les deux États jugent, signent et inscrivent. La même commande, avec le même --id, redonne la même demande.",
                                "This time both States judge, sign and journal. The same command, with the same --id, gives the same request again."),
                        "request",
                        "--id",
                        "visite-1",
                        "--dataset",
                        Tours.HEALTH,
                        "--operation",
                        "REPLICATE",
                        "--target",
                        "BF-OUA-1",
                        "--encrypted",
                        "--return-clause",
                        TourPapers.OPERATOR),
                Stop.done(
                                new Sentence("Suivre le transfert", "Follow the transfer"),
                                new Sentence(
                                        "Il commence de lui-même et reprend de lui-même après une coupure. C'est l'opérateur de Ouagadougou qui le suit, là où la copie arrive.",
                                        "It begins by itself and goes on by itself after a cut. It is Ouagadougou's operator who follows it, where the copy arrives."),
                                "replica",
                                "transfers",
                                TourPapers.OUAGADOUGOU)
                        .after(Happening.COPY_ARRIVED),
                Stop.done(
                        new Sentence("Où est le jeu maintenant ?", "Where is the dataset now?"),
                        new Sentence(
                                "Chaque nœud le dit de chaque copie : qui l'affirme, si c'est prouvé, et de quand date ce qu'il sait.",
                                "Any node tells of each copy: who says so, whether it is proved, and as of when."),
                        "where",
                        Tours.HEALTH,
                        TourPapers.OPERATOR));
    }

    private static String[] check(String dataset, String site) {
        return new String[] {
            "check",
            "--dataset",
            dataset,
            "--operation",
            "REPLICATE",
            "--target",
            site,
            "--encrypted",
            "--return-clause",
            TourPapers.OPERATOR
        };
    }
}
