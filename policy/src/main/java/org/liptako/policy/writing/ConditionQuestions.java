package org.liptako.policy.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.explain.ConditionWords;
import org.liptako.policy.explain.FrenchText;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;

/** Asks for {@code champ} and {@code condition}; every form is tried by itself as soon as it is there. */
final class ConditionQuestions {
    private static final Bilingual KIND = new Bilingual("Quelle sorte de condition ?", "Which kind of condition?");
    private static final Menu KINDS = new Menu(List.of(
            Menu.Choice.of("fait", "ce qui est dit d'un fait", "what is said of one fact"),
            Menu.Choice.of(
                    "tous",
                    "plusieurs conditions, vraies toutes à la fois (et)",
                    "several conditions, all of them true (and)"),
            Menu.Choice.of(
                    "un_de",
                    "plusieurs conditions, dont l'une au moins est vraie (ou)",
                    "several conditions, at least one of them true (or)"),
            Menu.Choice.of("pas", "le contraire d'une condition", "the contrary of a condition")));

    private final Desk desk;
    private final RuleDraft draft;
    private final Dialogue dialogue;
    private final Questions questions;
    private final FormQuestions forms;

    ConditionQuestions(Desk desk, RuleDraft draft, Dialogue dialogue) {
        this.desk = desk;
        this.draft = draft;
        this.dialogue = dialogue;
        this.questions = new Questions(dialogue);
        this.forms = new FormQuestions(desk.rules().vocabulary(), dialogue);
    }

    /** The lines of {@code champ}, put into the draft; none are left out. */
    void askScope() throws AnswersEndedException {
        Map<String, String> lines = new LinkedHashMap<>();
        while (questions.yes(
                lines.isEmpty() ? "Limiter la règle à certains cas ?" : "Limiter encore par un autre fait ?",
                lines.isEmpty() ? "Limit the rule to some cases?" : "Limit further by another fact?")) {
            Fact fact = forms.fact();
            String before = lines.get(fact.name());
            lines.put(fact.name(), forms.scopeValue(fact));
            if (!accepted(Key.SCOPE, block(lines))) {
                restore(lines, fact.name(), before);
                restore(Key.SCOPE, lines.isEmpty() ? null : block(lines));
            }
        }
        if (!lines.isEmpty()) {
            understood(desk.reading(draft).rule().scope());
        }
    }

    /** The condition, put into the draft; one that may be left out is left out where nothing is wanted. */
    void askCondition(boolean required) throws AnswersEndedException {
        if (!required && !questions.yes("Ajouter une condition ?", "Add a condition?")) {
            return;
        }
        while (!accepted(Key.CONDITION, ask().behindKey())) {
            draft.remove(Key.CONDITION);
        }
        understood(desk.reading(draft).rule().condition());
    }

    private ConditionPiece ask() throws AnswersEndedException {
        return switch (KINDS.one(dialogue, KIND)) {
            case "fait" -> form();
            case "pas" -> new ConditionPiece.Not(ask());
            case "tous" -> group("tous");
            default -> group("un_de");
        };
    }

    private ConditionPiece group(String word) throws AnswersEndedException {
        List<ConditionPiece> parts = new ArrayList<>();
        do {
            parts.add(ask());
        } while (questions.yes(
                "Une autre condition sous « " + word + " » (%d jusqu'ici) ?".formatted(parts.size()),
                "Another condition under \"" + word + "\" (%d so far)?".formatted(parts.size())));
        return new ConditionPiece.Group(word, parts);
    }

    private ConditionPiece form() throws AnswersEndedException {
        Optional<String> whole = draft.get(Key.CONDITION);
        while (true) {
            ConditionPiece.Form form = forms.form();
            boolean right = accepted(Key.CONDITION, form.text());
            if (right) {
                understood(desk.reading(draft).rule().condition());
            }
            restore(Key.CONDITION, whole.orElse(null));
            if (right) {
                return form;
            }
        }
    }

    /** Puts a piece into the draft and says what is wrong with it, if anything. */
    private boolean accepted(Key key, String piece) {
        draft.put(key, piece);
        List<Bilingual> mistakes = desk.mistakes(draft);
        mistakes.forEach(dialogue::say);
        return mistakes.isEmpty();
    }

    private void understood(Condition condition) {
        Bilingual words = ConditionWords.inLine(condition);
        dialogue.say(
                new Bilingual(FrenchText.of("Compris : si " + words.fr() + "."), "Understood: if " + words.en() + "."));
    }

    private void restore(Key key, @Nullable String piece) {
        if (piece == null) {
            draft.remove(key);
        } else {
            draft.put(key, piece);
        }
    }

    private static void restore(Map<String, String> lines, String name, @Nullable String before) {
        if (before == null) {
            lines.remove(name);
        } else {
            lines.put(name, before);
        }
    }

    private static String block(Map<String, String> lines) {
        return lines.entrySet().stream()
                .map(line -> "\n" + line.getKey() + ": " + line.getValue())
                .collect(Collectors.joining());
    }
}
