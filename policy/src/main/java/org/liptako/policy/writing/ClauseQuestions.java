package org.liptako.policy.writing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.Bilingual;

/** Asks for each clause but the conditions, as the piece that will be written; whether it is right is for the loader to say. */
final class ClauseQuestions {
    private final Desk desk;
    private final Dialogue dialogue;
    private final Questions questions;

    ClauseQuestions(Desk desk, Dialogue dialogue) {
        this.desk = desk;
        this.dialogue = dialogue;
        this.questions = new Questions(dialogue);
    }

    Jurisdiction jurisdiction() throws AnswersEndedException {
        String code = new Menu(Jurisdiction.all().stream()
                        .map(one -> new Menu.Choice(one.name(), one.label()))
                        .toList())
                .one(dialogue, new Bilingual("De qui est cette règle (recueil) ?", "Whose rule is it (recueil)?"));
        return Jurisdiction.of(code).orElseThrow();
    }

    String id() throws AnswersEndedException {
        return questions.text(
                "Identifiant, par exemple ML-SANTE-1 : le recueil, un tiret, un mot, un numéro :",
                "Id, such as ML-SANTE-1: the jurisdiction, a hyphen, a word, a number:");
    }

    String bilingual(String fr, String en) throws AnswersEndedException {
        String french = questions.text(fr + ", en français :", en + ", in French:");
        String english = questions.text(fr + ", en anglais :", en + ", in English:");
        return YamlText.bilingual(french, english);
    }

    String bases() throws AnswersEndedException {
        StringBuilder bases = new StringBuilder();
        do {
            String instrument = questions.text(
                    "Fondement : quel texte ? (loi, décret… avec son numéro et sa date)",
                    "Legal basis: which text? (act, decree… with its number and date)");
            String article = questions.text("Quel article ?", "Which article?");
            String status = new Menu(List.of(
                            Menu.Choice.of("publie", "texte publié", "published text"),
                            Menu.Choice.of("projet", "projet de texte", "draft text"),
                            Menu.Choice.of("exemple", "exemple sans valeur juridique", "sample without legal value")))
                    .one(dialogue, new Bilingual("Où en est ce texte ?", "How far has this text come?"));
            bases.append("\n- {instrument: %s, article: %s, statut: %s}"
                    .formatted(YamlText.quoted(instrument), YamlText.quoted(article), status));
        } while (questions.yes("Un autre fondement ?", "Another legal basis?"));
        return bases.toString();
    }

    String periods() throws AnswersEndedException {
        List<String> periods = new ArrayList<>();
        do {
            LocalDate from = questions.day(
                    "En vigueur à partir de quel jour ? (1er juillet 2027)", "In force from which day? (1 July 2027)");
            Optional<LocalDate> to = questions.dayOrNone(
                    "Jusqu'à quel jour compris ? (vide : sans fin)", "Until which day included? (empty: no end)");
            periods.add(to.map(last -> "{du: %s, au: %s}".formatted(from, last)).orElse("{du: %s}".formatted(from)));
        } while (questions.yes("Une autre période ?", "Another period?"));
        return periods.size() == 1 ? periods.getFirst() : "[" + String.join(", ", periods) + "]";
    }

    String effect(Jurisdiction jurisdiction) throws AnswersEndedException {
        List<Menu.Choice> effects = new ArrayList<>();
        if (jurisdiction.isState()) {
            effects.add(Menu.Choice.of(
                    "autoriser",
                    "permet ; sans permission, c'est refusé",
                    "permits; without permission it is refused"));
        }
        effects.add(Menu.Choice.of("interdire", "défend", "bans"));
        effects.add(Menu.Choice.of(
                "exiger", "défend à qui ne remplit pas la condition", "bans what does not meet the condition"));
        effects.add(Menu.Choice.of(
                "obliger", "dit que l'opération doit être faite", "says that the operation must be done"));
        effects.add(Menu.Choice.of("assortir", "n'ajoute que des obligations", "only adds obligations"));
        effects.add(Menu.Choice.of("deroger", "lève des interdictions ou des exigences", "lifts bans or requirements"));
        return new Menu(effects)
                .one(dialogue, new Bilingual("Que fait la règle (effet) ?", "What does the rule do (effet)?"));
    }

    String derogations(Jurisdiction jurisdiction) throws AnswersEndedException {
        List<Menu.Choice> bans = desk.rules().of(jurisdiction).rules().stream()
                .filter(rule -> rule.effect().isBan() && rule.derogable())
                .map(rule -> new Menu.Choice(rule.id(), rule.title()))
                .toList();
        Bilingual question = new Bilingual(
                "À quelles règles déroge-t-elle ? Séparées par des virgules :",
                "From which rules does it derogate? Separated by commas:");
        if (bans.isEmpty()) {
            questions.say(
                    "Ce recueil n'a aucune règle à laquelle on puisse déroger : écrivez d'abord celle qui interdit.",
                    "This jurisdiction has no rule that can be lifted: write the one that bans first.");
            return YamlText.list(List.of(questions.text(question.fr(), question.en())));
        }
        return YamlText.list(new Menu(bans).some(dialogue, question));
    }

    String capacity() throws AnswersEndedException {
        return new Menu(List.of(
                        Menu.Choice.of(
                                "origine",
                                "les données de l'État, où qu'elles aillent",
                                "the State's own data, wherever they go"),
                        Menu.Choice.of(
                                "accueil",
                                "les données des autres États sur son sol",
                                "other States' data on its soil"),
                        Menu.Choice.of("tous", "les unes et les autres", "both")))
                .one(
                        dialogue,
                        new Bilingual(
                                "De quelles données parle-t-elle (au_titre_de) ?",
                                "Of which data does it speak (au_titre_de)?"));
    }

    String obligations() throws AnswersEndedException {
        Menu known = new Menu(desk.rules().vocabulary().obligations().stream()
                .map(duty -> new Menu.Choice(duty.code(), duty.label()))
                .toList());
        return YamlText.list(known.some(
                dialogue,
                new Bilingual(
                        "Quelles obligations ? Séparées par des virgules :",
                        "Which obligations? Separated by commas:")));
    }
}
