package org.liptako.policy.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.liptako.policy.explain.FrenchText;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Folded;
import org.liptako.policy.vocabulary.Nearest;

/** A choice of words, each with what it means; it is made by number, by word or by meaning. */
record Menu(List<Choice> choices) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /**
     * One word of a menu.
     *
     * @param word as it is written in rule files
     * @param meaning for people
     */
    record Choice(String word, Bilingual meaning) {
        static Choice of(String word, String fr, String en) {
            return new Choice(word, new Bilingual(fr, en));
        }

        /** By its word, or by its meaning in either language. */
        boolean isCalled(String folded) {
            return Stream.of(word, meaning.fr(), meaning.en()).map(Folded::of).anyMatch(folded::equals);
        }
    }

    Menu {
        choices = List.copyOf(choices);
    }

    void show(Dialogue dialogue) {
        dialogue.show(offers());
    }

    private List<Offer> offers() {
        return choices.stream()
                .map(choice -> new Offer(choice.word(), choice.meaning()))
                .toList();
    }

    /** Asks until one of the words is chosen. */
    String one(Dialogue dialogue, Bilingual question) throws AnswersEndedException {
        show(dialogue);
        while (true) {
            Optional<String> word = word(dialogue.ask(question, offers(), false), dialogue);
            if (word.isPresent()) {
                return word.get();
            }
        }
    }

    /** Asks until one of the words, or nothing, is chosen. */
    Optional<String> oneOrNone(Dialogue dialogue, Bilingual question) throws AnswersEndedException {
        while (true) {
            String answer = dialogue.ask(question, offers(), false);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> word = word(answer, dialogue);
            if (word.isPresent()) {
                return word;
            }
        }
    }

    /** Asks until at least one of the words is chosen; several are separated by commas. */
    List<String> some(Dialogue dialogue, Bilingual question) throws AnswersEndedException {
        show(dialogue);
        while (true) {
            List<String> words = new ArrayList<>();
            List<String> answers = List.of(COMMA.split(dialogue.ask(question, offers(), true)));
            answers.forEach(answer -> word(answer, dialogue).ifPresent(words::add));
            if (words.size() == answers.size()) {
                return words.stream().distinct().toList();
            }
        }
    }

    /** The word that is meant; says what is wrong if there is none. */
    private Optional<String> word(String answer, Dialogue dialogue) {
        if (NUMBER.matcher(answer).matches()) {
            int number = Integer.parseInt(answer);
            if (number >= 1 && number <= choices.size()) {
                return Optional.of(choices.get(number - 1).word());
            }
        }
        String folded = Folded.of(answer);
        Optional<String> word = choices.stream()
                .filter(choice -> choice.isCalled(folded))
                .map(Choice::word)
                .findFirst();
        if (word.isEmpty()) {
            dialogue.say(unknown(answer));
        }
        return word;
    }

    private Bilingual unknown(String answer) {
        Bilingual said = new Bilingual("« %s » n'est pas dans la liste : %s", "\"%s\" is not in the list: %s")
                .with(
                        answer,
                        Nearest.to(answer, choices.stream().map(Choice::word).toList())
                                .map(word ->
                                        new Bilingual("vouliez-vous dire « %s » ?", "did you mean \"%s\"?").with(word))
                                .orElse(new Bilingual(
                                                "donnez un mot ou son numéro, de 1 à %d.",
                                                "give a word or its number, from 1 to %d.")
                                        .with(choices.size())));
        return new Bilingual(FrenchText.of(said.fr()), said.en());
    }
}
