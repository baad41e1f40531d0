package org.liptako.node.registry;

import java.util.ArrayList;
import java.util.List;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.yaml.Mistake;
import org.liptako.policy.yaml.Place;
import org.liptako.policy.yaml.YamlListener;

/** The mistakes of a catalogue, each with its line and column. */
final class CatalogueMistakes implements YamlListener {
    /** As many as fit into the trailers of an answer; whoever mends them sees the next. */
    private static final int MOST_TOLD = 10;

    private static final int LONGEST = 300;

    private final List<Sentence> found = new ArrayList<>();
    private int count;

    @Override
    public void mistake(Place place, Mistake mistake, Object... arguments) {
        count++;
        if (found.size() < MOST_TOLD) {
            Bilingual words = mistake.wording().with(arguments);
            found.add(new Sentence(shortened(place + " : " + words.fr()), shortened(place + ": " + words.en())));
        }
    }

    /** Fails with all that was found; nothing happens if nothing was. */
    void refuseIfAny() {
        if (count > 0) {
            throw new Failure(ErrorCode.CATALOGUE_INVALID, words());
        }
    }

    private Sentence words() {
        String fr = String.join(" ", found.stream().map(Sentence::fr).toList());
        String en = String.join(" ", found.stream().map(Sentence::en).toList());
        return new Sentence(
                "Rien n'a été repris ; erreurs du catalogue : " + count + ". " + fr,
                "Nothing was taken; mistakes in the catalogue: " + count + ". " + en);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
