package org.liptako.policy.writing;

import java.util.List;
import org.liptako.policy.explain.Explanation;
import org.liptako.policy.explain.FrenchText;
import org.liptako.policy.explain.RuleWords;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Bilingual;

/** Asks for a rule clause by clause. An answer that a rule file may not have is refused at once, with the sentence that {@code rules check} would say. */
public final class Interview {
    private final Desk desk;
    private final Dialogue dialogue;
    private final Questions questions;
    private final ClauseQuestions clauses;

    public Interview(Desk desk, Dialogue dialogue) {
        this.desk = desk;
        this.dialogue = dialogue;
        this.questions = new Questions(dialogue);
        this.clauses = new ClauseQuestions(desk, dialogue);
    }

    /** The whole rule. */
    public RuleDraft ask() throws AnswersEndedException {
        RuleDraft draft = new RuleDraft(clauses.jurisdiction());
        put(draft, Key.ID, clauses::id);
        put(draft, Key.TITLE, () -> clauses.bilingual("Titre", "Title"));
        put(draft, Key.TEXT, () -> clauses.bilingual("Texte de la règle", "Text of the rule"));
        put(draft, Key.BASES, clauses::bases);
        say(words(draft).bases(rule(draft)));
        put(draft, Key.FORCE, clauses::periods);
        say(List.of(words(draft).force(rule(draft))));
        put(draft, Key.EFFECT, () -> clauses.effect(draft.jurisdiction()));
        byEffect(draft);
        if (draft.jurisdiction().isState()) {
            put(draft, Key.CAPACITY, clauses::capacity);
            say(List.of(words(draft).force(rule(draft))));
        }
        ConditionQuestions conditions = new ConditionQuestions(desk, draft, dialogue);
        questions.say(
                "— Champ : dans quels cas la règle parle-t-elle ? Tous les faits donnés doivent y être à la fois.",
                "— Scope: in which cases does the rule speak? All the facts given must hold at once.");
        conditions.askScope();
        questions.say("— Condition : ce que la règle dit alors.", "— Condition: what the rule says then.");
        conditions.askCondition(effect(draft).equals("exiger"));
        if (!effect(draft).equals("interdire")) {
            obligations(draft);
        }
        return draft;
    }

    /** The finished rule in the machine's own sentences, and what deserves a second look. */
    public Explanation understood(RuleDraft draft) {
        Desk.Reading reading = desk.reading(draft);
        reading.warnings().forEach(dialogue::say);
        return new RuleWords(reading.rules()).of(reading.rule());
    }

    /** The key that only some effects have. */
    private void byEffect(RuleDraft draft) throws AnswersEndedException {
        if (effect(draft).equals("deroger")) {
            put(draft, Key.DEROGATES, () -> clauses.derogations(draft.jurisdiction()));
        }
        boolean bans = effect(draft).equals("interdire") || effect(draft).equals("exiger");
        if (bans && questions.yes("Rendre toute dérogation impossible ?", "Make every derogation impossible?")) {
            draft.put(Key.DEROGABLE, "non");
        }
    }

    private void obligations(RuleDraft draft) throws AnswersEndedException {
        boolean required = effect(draft).equals("assortir");
        if (required || questions.yes("Ajouter des obligations ?", "Add obligations?")) {
            Menu known = new Menu(desk.rules().vocabulary().obligations().stream()
                    .map(duty -> new Menu.Choice(duty.code(), duty.label()))
                    .toList());
            put(
                    draft,
                    Key.OBLIGATIONS,
                    () -> YamlText.list(known.some(
                            dialogue,
                            new Bilingual(
                                    "Quelles obligations ? Séparées par des virgules :",
                                    "Which obligations? Separated by commas:"))));
            say(List.of(words(draft).obligations(rule(draft))));
        }
    }

    /** Asks for a clause until the loader takes it. */
    private void put(RuleDraft draft, Key key, Asking asking) throws AnswersEndedException {
        while (true) {
            draft.put(key, asking.ask());
            List<Bilingual> mistakes = desk.mistakes(draft);
            if (mistakes.isEmpty()) {
                return;
            }
            mistakes.forEach(dialogue::say);
        }
    }

    private static String effect(RuleDraft draft) {
        return draft.get(Key.EFFECT).orElse("");
    }

    private Rule rule(RuleDraft draft) {
        return desk.reading(draft).rule();
    }

    private RuleWords words(RuleDraft draft) {
        return new RuleWords(desk.reading(draft).rules());
    }

    private void say(List<Bilingual> sentences) {
        sentences.forEach(sentence -> dialogue.say(
                new Bilingual(FrenchText.of("Compris : " + sentence.fr()), "Understood: " + sentence.en())));
    }

    /** Something that asks for one clause. */
    @FunctionalInterface
    private interface Asking {
        String ask() throws AnswersEndedException;
    }
}
