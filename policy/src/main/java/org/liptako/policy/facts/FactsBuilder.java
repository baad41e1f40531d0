package org.liptako.policy.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * Gathers facts and checks them, for the reader of documents and for a node that knows them one by one: the same checks
 * stand in front of both. Mistakes are kept until {@link #build}, which names the least dotted code. Not thread-safe.
 */
public final class FactsBuilder {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant END =
            OffsetDateTime.of(2200, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant();

    private final Vocabulary vocabulary;
    private final long[] bits;
    private final @Nullable String[] texts;
    private @Nullable Instant at;
    private long known;
    private @Nullable Mistake least;

    FactsBuilder(Vocabulary vocabulary) {
        int size = vocabulary.facts().size();
        this(vocabulary, null, 0, new long[size], new @Nullable String[size]);
    }

    FactsBuilder(Vocabulary vocabulary, @Nullable Instant at, long known, long[] bits, @Nullable String[] texts) {
        this.vocabulary = vocabulary;
        this.at = at;
        this.known = known;
        this.bits = bits;
        this.texts = texts;
    }

    /** Whether a document may be judged at an instant. */
    public static boolean mayBeAt(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(END);
    }

    /** The instant judged: required, from 1970 to 2199. */
    public FactsBuilder at(Instant instant) {
        if (!mayBeAt(instant)) {
            mistake("at", FactsMessages::instantOutOfRange);
        } else {
            at = instant;
        }
        return this;
    }

    /** An ENUM or ORDERED value by code, a COUNTRY or an IDENTIFIER. */
    public FactsBuilder set(Fact fact, String value) {
        switch (fact.type()) {
            case ENUM, ORDERED -> {
                Optional<FactWord> word = fact.wordByCode(value);
                if (word.isPresent()) {
                    known(fact, word.get().rank());
                } else {
                    mistake(fact.code(), () -> FactsMessages.unknownValue(fact, value));
                }
            }
            case COUNTRY -> setCountry(fact, value);
            case IDENTIFIER -> setIdentifier(fact, value);
            case SET, BOOLEAN, INTEGER -> wrongType(fact);
        }
        return this;
    }

    public FactsBuilder set(Fact fact, boolean value) {
        switch (fact.type()) {
            case BOOLEAN -> known(fact, value ? 1 : 0);
            case ENUM, ORDERED, SET, COUNTRY, INTEGER, IDENTIFIER -> wrongType(fact);
        }
        return this;
    }

    public FactsBuilder set(Fact fact, long number) {
        switch (fact.type()) {
            case INTEGER -> {
                if (fact.range().contains(number)) {
                    known(fact, number);
                } else {
                    mistake(fact.code(), () -> FactsMessages.numberOutOfRange(fact));
                }
            }
            case ENUM, ORDERED, SET, COUNTRY, BOOLEAN, IDENTIFIER -> wrongType(fact);
        }
        return this;
    }

    /** The members of a SET by code; an empty set is unknown. */
    public FactsBuilder set(Fact fact, Collection<String> members) {
        switch (fact.type()) {
            case SET -> {
                long ranks = 0;
                for (String member : members) {
                    ranks |= memberBit(fact, member);
                }
                setMembers(fact, ranks);
            }
            case ENUM, ORDERED, COUNTRY, INTEGER, BOOLEAN, IDENTIFIER -> wrongType(fact);
        }
        return this;
    }

    /** Makes a fact unknown. */
    public FactsBuilder forget(Fact fact) {
        known &= ~(1L << fact.ordinal());
        bits[fact.ordinal()] = 0;
        texts[fact.ordinal()] = null;
        return this;
    }

    /** The checked facts, or the least of the mistakes. */
    public Facts build() throws FactsException {
        Instant instant = at;
        if (instant == null) {
            mistake("at", FactsMessages::instantMissing);
        }
        if (least != null) {
            throw new FactsException(least.code(), least.wording().get());
        }
        return new Facts(vocabulary, requireNonNull(instant), known, bits.clone(), texts.clone());
    }

    /** Keeps the mistake if its code is the least so far, the first one for that code; words are made only if they are said. */
    void mistake(String code, Supplier<Bilingual> wording) {
        if (least == null || CodePoints.ORDER.compare(code, least.code()) < 0) {
            least = new Mistake(code, wording);
        }
    }

    void wrongType(Fact fact) {
        mistake(fact.code(), () -> FactsMessages.wrongType(fact));
    }

    /** The bit of one member; 0 and a mistake if the fact has no such value. */
    long memberBit(Fact fact, String member) {
        Optional<FactWord> word = fact.wordByCode(member);
        if (word.isEmpty()) {
            mistake(fact.code(), () -> FactsMessages.unknownValue(fact, member));
            return 0;
        }
        return 1L << word.get().rank();
    }

    void setMembers(Fact fact, long ranks) {
        if (ranks == 0) {
            forget(fact);
        } else {
            known(fact, ranks);
        }
    }

    private void setCountry(Fact fact, String code) {
        if (!Countries.isAssigned(code)) {
            mistake(fact.code(), () -> FactsMessages.notACountry(code));
        } else if (fact.memberStatesOnly() && !Countries.isMemberState(code)) {
            mistake(fact.code(), () -> FactsMessages.notAMemberState(code));
        } else {
            known(fact, Countries.pack(code));
        }
    }

    private void setIdentifier(Fact fact, String text) {
        if (text.isEmpty()) {
            mistake(fact.code(), FactsMessages::emptyIdentifier);
        } else if (CodePoints.hasLoneSurrogate(text)) {
            mistake(fact.code(), FactsMessages::loneSurrogate);
        } else {
            texts[fact.ordinal()] = text;
            known(fact, 0);
        }
    }

    private void known(Fact fact, long value) {
        known |= 1L << fact.ordinal();
        bits[fact.ordinal()] = value;
    }

    private record Mistake(String code, Supplier<Bilingual> wording) {}
}
