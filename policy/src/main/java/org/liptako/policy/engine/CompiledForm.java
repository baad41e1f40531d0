package org.liptako.policy.engine;

import java.util.Arrays;
import java.util.Set;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.vocabulary.Fact;

/**
 * A condition as the evaluator reads it; what it compares with are already the numbers that {@link Facts#bits} holds. All that its truth needs lies in one
 * object: among ten thousand rules memory is waited for longer than the processor. {@link FormCompiler} makes it. Immutable, thread-safe.
 */
sealed interface CompiledForm {

    /** The truth, in the bits of {@link Kleene} (section 3). Recursion is as deep as conditions may be nested (section 2). */
    int value(Facts document);

    /** True of every document. */
    record Always() implements CompiledForm {
        @Override
        public int value(Facts document) {
            return Kleene.TRUE;
        }
    }

    /** A single value between two, both included. */
    record Between(Fact fact, long least, long most) implements CompiledForm {
        @Override
        public int value(Facts document) {
            long bits = document.bits(fact);
            return told(fact, document, least <= bits && bits <= most);
        }
    }

    /** A listed value or boolean whose rank is one of these bits. */
    record Among(Fact fact, long ranks) implements CompiledForm {
        @Override
        public int value(Facts document) {
            return told(fact, document, ((ranks >>> document.bits(fact)) & 1) != 0);
        }
    }

    /** A country among these bits, see {@link CompiledSpace#bits}. */
    @SuppressWarnings("ArrayRecordComponent") // Shared with nobody, and never compared.
    record AmongCountries(Fact fact, long[] countries) implements CompiledForm {
        @Override
        public int value(Facts document) {
            return told(fact, document, CompiledSpace.isSet(countries, document.bits(fact)));
        }
    }

    /** An integer found among these, which are sorted. */
    @SuppressWarnings("ArrayRecordComponent") // As above.
    record AmongNumbers(Fact fact, long[] numbers) implements CompiledForm {
        @Override
        public int value(Facts document) {
            return told(fact, document, Arrays.binarySearch(numbers, document.bits(fact)) >= 0);
        }
    }

    /** An identifier that is this one. */
    record IsText(Fact fact, String text) implements CompiledForm {
        @Override
        public int value(Facts document) {
            return document.isKnown(fact) ? Kleene.of(text.equals(document.text(fact))) : Kleene.UNKNOWN;
        }
    }

    /** An identifier that is one of these. */
    record AmongTexts(Fact fact, Set<String> texts) implements CompiledForm {
        @Override
        public int value(Facts document) {
            return document.isKnown(fact) ? Kleene.of(texts.contains(document.text(fact))) : Kleene.UNKNOWN;
        }
    }

    /** A set with a member among these bits. */
    record Meets(Fact fact, long ranks) implements CompiledForm {
        @Override
        public int value(Facts document) {
            return told(fact, document, (document.bits(fact) & ranks) != 0);
        }
    }

    /** A set all of whose members are among these bits. */
    record Only(Fact fact, long ranks) implements CompiledForm {
        @Override
        public int value(Facts document) {
            return told(fact, document, (document.bits(fact) & ~ranks) == 0);
        }
    }

    /** Two facts whose numbers are equal. */
    record Same(Fact fact, Fact other) implements CompiledForm {
        @Override
        public int value(Facts document) {
            return document.isKnown(other)
                    ? told(fact, document, document.bits(fact) == document.bits(other))
                    : Kleene.UNKNOWN;
        }
    }

    /** Two identifiers that are equal. */
    record SameText(Fact fact, Fact other) implements CompiledForm {
        @Override
        public int value(Facts document) {
            return document.isKnown(fact) && document.isKnown(other)
                    ? Kleene.of(document.text(fact).equals(document.text(other)))
                    : Kleene.UNKNOWN;
        }
    }

    /** A country that belongs to a space at the instant judged. */
    record Member(Fact fact, CompiledSpace space) implements CompiledForm {
        @Override
        public int value(Facts document) {
            return told(fact, document, space.contains(document.bits(fact), document.atSecond()));
        }
    }

    /** Every part. */
    @SuppressWarnings("ArrayRecordComponent") // As above.
    record All(CompiledForm[] parts) implements CompiledForm {
        @Override
        public int value(Facts document) {
            int value = Kleene.TRUE;
            for (int i = 0; i < parts.length && value != Kleene.FALSE; i++) {
                value = Kleene.and(value, parts[i].value(document));
            }
            return value;
        }
    }

    /** One part at least. */
    @SuppressWarnings("ArrayRecordComponent") // As above.
    record Any(CompiledForm[] parts) implements CompiledForm {
        @Override
        public int value(Facts document) {
            int value = Kleene.FALSE;
            for (int i = 0; i < parts.length && value != Kleene.TRUE; i++) {
                value = Kleene.or(value, parts[i].value(document));
            }
            return value;
        }
    }

    /** Not this. */
    record Not(CompiledForm part) implements CompiledForm {
        @Override
        public int value(Facts document) {
            return Kleene.not(part.value(document));
        }
    }

    private static int told(Fact fact, Facts document, boolean holds) {
        return document.isKnown(fact) ? Kleene.of(holds) : Kleene.UNKNOWN;
    }
}
