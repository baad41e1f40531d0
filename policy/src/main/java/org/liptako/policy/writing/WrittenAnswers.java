package org.liptako.policy.writing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.explain.FrenchText;
import org.liptako.policy.vocabulary.Bilingual;

/** Answers that were given before, and the first question that is still open: an interview with somebody who answers one question a visit. Not thread-safe. */
public final class WrittenAnswers implements Dialogue {
    private final Iterator<String> answers;
    private final List<Turn> turns = new ArrayList<>();
    private List<Bilingual> said = new ArrayList<>();
    private @Nullable Open open;

    public WrittenAnswers(List<String> answers) {
        this.answers = List.copyOf(answers).iterator();
    }

    /**
     * A question that was answered.
     *
     * @param before what was said before it, such as what the machine understood of the answer before
     */
    public record Turn(List<Bilingual> before, Bilingual question, String answer) {
        public Turn {
            before = List.copyOf(before);
        }
    }

    /**
     * The question that is still open.
     *
     * @param offers the words to choose from; none where any text answers
     * @param several whether more than one may be chosen
     */
    public record Open(List<Bilingual> before, Bilingual question, List<Offer> offers, boolean several) {
        public Open {
            before = List.copyOf(before);
            offers = List.copyOf(offers);
        }
    }

    /** What has been answered so far. */
    public List<Turn> turns() {
        return List.copyOf(turns);
    }

    /** What was said since the last answer. */
    public List<Bilingual> last() {
        return List.copyOf(said);
    }

    /** The question that ended the interview. */
    public Open open() {
        if (open == null) {
            throw new IllegalStateException("Every question was answered.");
        }
        return open;
    }

    @Override
    public void say(Bilingual line) {
        said.add(new Bilingual(FrenchText.of(line.fr()), line.en()));
    }

    @Override
    public void show(List<Offer> offers) {
        // Whoever answers is shown the words with the question.
    }

    @Override
    public String ask(Bilingual question) throws AnswersEndedException {
        return ask(question, List.of(), false);
    }

    @Override
    public String ask(Bilingual question, List<Offer> offers, boolean several) throws AnswersEndedException {
        Bilingual asked = new Bilingual(FrenchText.of(question.fr()), question.en());
        List<Bilingual> before = said;
        said = new ArrayList<>();
        if (!answers.hasNext()) {
            open = new Open(before, asked, offers, several);
            throw new AnswersEndedException(question);
        }
        String answer = answers.next().strip();
        turns.add(new Turn(before, asked, answer));
        return answer;
    }
}
