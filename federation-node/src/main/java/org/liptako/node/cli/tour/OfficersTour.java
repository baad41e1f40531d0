package org.liptako.node.cli.tour;

import java.util.List;
import org.liptako.node.wire.Sentence;

/** The legal officer: read the rules, try them, have them on paper, record a fact that they judge by. */
final class OfficersTour {
    private static final String PAYROLL = "ML-DS-006";

    private OfficersTour() {}

    static List<Stop> stops() {
        return List.of(
                Stop.done(
                        new Sentence("Quelles règles valent ?", "Which rules are in force?"),
                        new Sentence(
                                "Chaque État publie les siennes, signées par deux juristes ; l'AES a les communes.",
                                "Each State publishes its own, signed by two legal officers; the AES has those in common."),
                        "rules",
                        "status",
                        TourPapers.OFFICER),
                Stop.done(
                        new Sentence("Lire une règle comme la machine", "Read a rule as the machine does"),
                        new Sentence(
                                "La phrase dit ce que la machine a compris. Si elle ne dit pas ce que dit l'article, la règle est à corriger.",
                                "The sentence tells what the machine has understood. If it does not say what the article says, the rule is to be mended."),
                        "rules",
                        "explain",
                        "ML-SOL-2",
                        "--rules",
                        "./rules"),
                Stop.done(
                        new Sentence("Vérifier un dossier de règles", "Check a directory of rules"),
                        new Sentence(
                                "Chaque faute serait dite avec sa place et la façon de la corriger.",
                                "Every mistake would be told with its place and its mend."),
                        "rules",
                        "check",
                        "--rules",
                        "./rules"),
                Stop.done(
                        new Sentence("Ce qui ne peut pas être voulu", "What cannot be meant"),
                        new Sentence(
                                "Règles mortes, contradictions, cas que rien ne règle : chaque remarque a son exemple. Ces règles d'exemple en ont des dizaines : lire la première suffit ici.",
                                "Dead rules, contradictions, cases that nothing settles: each remark has its example. These sample rules have dozens: to read the first will do here."),
                        "rules",
                        "analyse",
                        "--rules",
                        "./rules",
                        "--at",
                        "2027-07-01"),
                Stop.done(
                        new Sentence("Le document à signer", "The document to sign"),
                        new Sentence(
                                "Ouvrez ml.pdf dans le dossier de la visite : les articles en toutes lettres, les tableaux de décision, l'empreinte sur chaque page. Ce qui se signe est ce qui se lit.",
                                "Open ml.pdf in the tour's directory: the articles in words, the decision tables, the digest on each page. What is signed is what is read."),
                        "rules",
                        "print",
                        "--rules",
                        "./rules",
                        "--jurisdiction",
                        "ML",
                        "--on",
                        "2027-07-01",
                        "--out",
                        "./ml.pdf"),
                Stop.done(
                        new Sentence("Inscrire un gel judiciaire", "Record a judicial hold"),
                        new Sentence(
                                "Un fait au registre change les verdicts dès qu'il est inscrit.",
                                "A fact in the register changes verdicts as soon as it is recorded."),
                        "register",
                        "hold",
                        PAYROLL,
                        "--reference",
                        "TGI Bamako 2026-44",
                        TourPapers.OFFICER),
                Stop.refused(
                        new Sentence("Ce qu'un juge a gelé ne s'efface pas", "What a judge has frozen is not erased"),
                        new Sentence(
                                "La réponse nomme la règle qui l'interdit depuis l'inscription que vous venez de faire.",
                                "The answer names the rule that forbids it since the entry that you have just made."),
                        "check",
                        "--dataset",
                        PAYROLL,
                        "--operation",
                        "ERASE",
                        "--target",
                        "ML-BKO-1",
                        TourPapers.OFFICER));
    }
}
