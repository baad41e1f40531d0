package org.liptako.policy.explain;

import java.util.List;
import org.liptako.policy.rules.Condition;
import org.liptako.policy.vocabulary.Bilingual;

/** A condition in words: one statement, or several of which all or one must hold. */
sealed interface Clause {

    /**
     * A statement.
     *
     * @param form what it says in words
     * @param holds whether it says that the form holds, or that it does not
     */
    record Statement(Bilingual words, Condition form, boolean holds) implements Clause {}

    record Every(List<Clause> parts) implements Clause {
        public Every {
            parts = List.copyOf(parts);
        }
    }

    record Some(List<Clause> parts) implements Clause {
        public Some {
            parts = List.copyOf(parts);
        }
    }

    /** In one line; what stands inside something else is in brackets, so that nobody can read it otherwise. */
    default Bilingual inLine() {
        return switch (this) {
            case Statement statement -> statement.words();
            case Every every ->
                Enumeration.and(every.parts().stream().map(Clause::bracketed).toList());
            case Some some ->
                Enumeration.or(some.parts().stream().map(Clause::bracketed).toList());
        };
    }

    private Bilingual bracketed() {
        return this instanceof Statement statement
                ? statement.words()
                : new Bilingual("(" + inLine().fr() + ")", "(" + inLine().en() + ")");
    }
}
