package org.liptako.policy.writing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.liptako.policy.vocabulary.Bilingual;

/** Answers from a list, and keeps what was said in French, with plain spaces. */
final class ScriptedDialogue implements Dialogue {
    private final Deque<String> answers;
    private final List<String> said = new ArrayList<>();

    ScriptedDialogue(String answers) {
        this.answers = new ArrayDeque<>(answers.lines().map(String::strip).toList());
    }

    @Override
    public void say(Bilingual line) {
        said.add(line.fr().replace('\u202F', ' ').replace('\u00A0', ' '));
    }

    @Override
    public String ask(Bilingual question) throws AnswersEndedException {
        said.add(question.fr());
        if (answers.isEmpty()) {
            throw new AnswersEndedException(question);
        }
        return answers.remove();
    }

    List<String> said() {
        return said;
    }

    List<String> left() {
        return List.copyOf(answers);
    }
}
