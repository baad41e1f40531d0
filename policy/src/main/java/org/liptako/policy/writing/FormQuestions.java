package org.liptako.policy.writing;

import java.util.ArrayList;
import java.util.List;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactType;
import org.liptako.policy.vocabulary.Space;
import org.liptako.policy.vocabulary.Vocabulary;

/** Asks what is said of one fact, by the forms that its type allows. */
final class FormQuestions {
    private static final Bilingual WHICH_FACT =
            new Bilingual("Quel fait ? Son numéro ou son nom :", "Which fact? Its number or its name:");
    private static final Bilingual WHICH_FORM = new Bilingual("Que faut-il en dire ?", "What is to be said of it?");

    private final Vocabulary vocabulary;
    private final Dialogue dialogue;
    private final Questions questions;
    private boolean factsShown;

    FormQuestions(Vocabulary vocabulary, Dialogue dialogue) {
        this.vocabulary = vocabulary;
        this.dialogue = dialogue;
        this.questions = new Questions(dialogue);
    }

    /** A fact of the vocabulary; the list is shown the first time only. */
    Fact fact() throws AnswersEndedException {
        Menu facts = facts();
        if (!factsShown) {
            facts.show(dialogue);
            factsShown = true;
        }
        while (true) {
            var name = facts.oneOrNone(dialogue, WHICH_FACT);
            if (name.isPresent()) {
                return vocabulary.factInRules(name.get()).orElseThrow();
            }
            facts.show(dialogue);
        }
    }

    /** A whole form. */
    ConditionPiece.Form form() throws AnswersEndedException {
        Fact fact = fact();
        String operator = operators(fact).size() == 1
                ? operators(fact).getFirst().word()
                : new Menu(operators(fact)).one(dialogue, WHICH_FORM);
        String said = switch (operator) {
            case "est" -> "est: " + YamlText.scalar(value(fact));
            case "parmi", "uniquement" -> operator + ": " + YamlText.list(values(fact));
            case "entre" -> "au_moins: " + YamlText.scalar(lower(fact)) + ", au_plus: " + YamlText.scalar(upper(fact));
            case "au_moins" -> "au_moins: " + YamlText.scalar(lower(fact));
            case "au_plus" -> "au_plus: " + YamlText.scalar(upper(fact));
            case "egale" ->
                "egale: " + comparable(fact).one(dialogue, new Bilingual("À quel fait ?", "To which fact?"));
            default -> "dans: " + spaces().one(dialogue, new Bilingual("Quel espace ?", "Which space?"));
        };
        return new ConditionPiece.Form("{fait: " + fact.name() + ", " + said + "}");
    }

    /** A line of {@code champ}: a value, several, or a range. */
    String scopeValue(Fact fact) throws AnswersEndedException {
        if (fact.type().isComparable()) {
            String operator = new Menu(bounds()).one(dialogue, WHICH_FORM);
            return switch (operator) {
                case "entre" ->
                    "{au_moins: " + YamlText.scalar(lower(fact)) + ", au_plus: " + YamlText.scalar(upper(fact)) + "}";
                case "au_moins" -> "{au_moins: " + YamlText.scalar(lower(fact)) + "}";
                case "au_plus" -> "{au_plus: " + YamlText.scalar(upper(fact)) + "}";
                default -> several(fact);
            };
        }
        return several(fact);
    }

    private String several(Fact fact) throws AnswersEndedException {
        List<String> values = fact.type() == FactType.BOOLEAN ? List.of(value(fact)) : values(fact);
        return values.size() == 1 ? YamlText.scalar(values.getFirst()) : YamlText.list(values);
    }

    private Menu facts() {
        return new Menu(vocabulary.facts().stream()
                .map(fact -> new Menu.Choice(fact.name(), fact.label()))
                .toList());
    }

    private static List<Menu.Choice> bounds() {
        return List.of(
                Menu.Choice.of("est", "vaut une valeur, ou l'une de plusieurs", "is a value, or one of several"),
                Menu.Choice.of("au_moins", "vaut au moins une valeur", "is at least a value"),
                Menu.Choice.of("au_plus", "vaut au plus une valeur", "is at most a value"),
                Menu.Choice.of("entre", "est entre deux valeurs, comprises", "is between two values, both included"));
    }

    private List<Menu.Choice> operators(Fact fact) {
        List<Menu.Choice> operators = new ArrayList<>();
        if (fact.type() == FactType.BOOLEAN) {
            operators.add(Menu.Choice.of("est", "oui ou non", "yes or no"));
            return operators;
        }
        boolean set = fact.type().isSet();
        operators.add(
                set
                        ? Menu.Choice.of("est", "contient une valeur", "contains a value")
                        : Menu.Choice.of("est", "vaut une valeur", "is a value"));
        operators.add(
                set
                        ? Menu.Choice.of(
                                "parmi", "contient l'une de plusieurs valeurs", "contains one of several values")
                        : Menu.Choice.of("parmi", "vaut l'une de plusieurs valeurs", "is one of several values"));
        if (set) {
            operators.add(Menu.Choice.of(
                    "uniquement", "ne contient rien d'autre que ces valeurs", "contains nothing but these values"));
        }
        if (fact.type().isComparable()) {
            operators.addAll(bounds().subList(1, bounds().size()));
        }
        if (fact.type().isCountry()) {
            operators.add(Menu.Choice.of("dans", "est membre d'un espace", "is a member of a space"));
        }
        if (!comparable(fact).choices().isEmpty()) {
            operators.add(
                    Menu.Choice.of("egale", "a la même valeur qu'un autre fait", "has the same value as another fact"));
        }
        return operators;
    }

    private Menu comparable(Fact fact) {
        return new Menu(vocabulary.facts().stream()
                .filter(other -> other != fact && fact.isComparableWith(other))
                .map(other -> new Menu.Choice(other.name(), other.label()))
                .toList());
    }

    private Menu spaces() {
        return new Menu(vocabulary.spaces().stream()
                .map(Space::code)
                .map(code ->
                        Menu.Choice.of(code, "les États membres, à la date jugée", "its members, at the date judged"))
                .toList());
    }

    private String lower(Fact fact) throws AnswersEndedException {
        questions.say("La valeur la plus basse, comprise.", "The lowest value, included.");
        return value(fact);
    }

    private String upper(Fact fact) throws AnswersEndedException {
        questions.say("La valeur la plus haute, comprise.", "The highest value, included.");
        return value(fact);
    }

    private String value(Fact fact) throws AnswersEndedException {
        Bilingual question = new Bilingual("Quelle valeur ?", "Which value?");
        return hasMenu(fact) ? words(fact).one(dialogue, question) : free(fact, question);
    }

    private List<String> values(Fact fact) throws AnswersEndedException {
        Bilingual question =
                new Bilingual("Quelles valeurs ? Séparées par des virgules :", "Which values? Separated by commas:");
        return hasMenu(fact)
                ? words(fact).some(dialogue, question)
                : List.of(free(fact, question).split("\\s*,\\s*"));
    }

    private static boolean hasMenu(Fact fact) {
        return fact.type().hasListedValues() || fact.type() == FactType.BOOLEAN;
    }

    private static Menu words(Fact fact) {
        return fact.type() == FactType.BOOLEAN
                ? new Menu(List.of(Menu.Choice.of("oui", "oui", "yes"), Menu.Choice.of("non", "non", "no")))
                : new Menu(fact.words().stream()
                        .map(word -> new Menu.Choice(word.word(), word.label()))
                        .toList());
    }

    private String free(Fact fact, Bilingual question) throws AnswersEndedException {
        switch (fact.type()) {
            case COUNTRY ->
                questions.say(
                        "Un code de pays, deux majuscules : ML, BF, NE, FR…",
                        "A country code, two capitals: ML, BF, NE, FR…");
            case INTEGER -> questions.say("Un nombre entier.", "A whole number.");
            case IDENTIFIER, ENUM, ORDERED, SET, BOOLEAN ->
                questions.say("Un identifiant, exactement.", "An identifier, exactly.");
        }
        return questions.text(question.fr(), question.en());
    }
}
