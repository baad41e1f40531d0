package org.liptako.policy.writing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liptako.policy.calendar.DayWords;
import org.liptako.policy.vocabulary.Bilingual;

/** Questions of the kinds that come back: a text, a yes or no, a day. */
record Questions(Dialogue dialogue) {
    private static final Menu YES_OR_NO =
            new Menu(List.of(Menu.Choice.of("oui", "oui", "yes"), Menu.Choice.of("non", "non", "no")));

    void say(String fr, String en, Object... arguments) {
        dialogue.say(new Bilingual(fr, en).with(arguments));
    }

    /** A text that is not empty. */
    String text(String fr, String en) throws AnswersEndedException {
        while (true) {
            String answer = dialogue.ask(new Bilingual(fr, en));
            if (!answer.isEmpty()) {
                return answer;
            }
            say("Il faut une réponse.", "This needs an answer.");
        }
    }

    /** A text, or another where nothing is answered. */
    String textOr(String otherwise, String fr, String en) throws AnswersEndedException {
        String answer = dialogue.ask(new Bilingual(fr, en));
        return answer.isEmpty() ? otherwise : answer;
    }

    /** Yes or no; no where nothing is answered. */
    boolean yes(String fr, String en) throws AnswersEndedException {
        Bilingual question = new Bilingual(fr + " (oui, non ; vide : non)", en + " (oui = yes, non = no; empty: no)");
        return YES_OR_NO.oneOrNone(dialogue, question).filter("oui"::equals).isPresent();
    }

    /** A day in words or figures. */
    LocalDate day(String fr, String en) throws AnswersEndedException {
        while (true) {
            Optional<LocalDate> day = dayOrNone(fr, en);
            if (day.isPresent()) {
                return day.get();
            }
            say("Il faut un jour.", "This needs a day.");
        }
    }

    /** A day, or none where nothing is answered. */
    Optional<LocalDate> dayOrNone(String fr, String en) throws AnswersEndedException {
        while (true) {
            String answer = dialogue.ask(new Bilingual(fr, en));
            Optional<LocalDate> day = DayWords.read(answer);
            if (day.isPresent() || answer.isEmpty()) {
                return day;
            }
            say(
                    "« %s » n'est pas un jour : écrivez par exemple « 1er juillet 2027 » ou 2027-07-01.",
                    "\"%s\" is not a day: write \"1 July 2027\" or 2027-07-01, for example.", answer);
        }
    }
}
