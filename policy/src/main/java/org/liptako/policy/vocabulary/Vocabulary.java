package org.liptako.policy.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liptako.policy.Sha256;

/**
 * Everything that rules and facts documents may speak of; immutable. Two vocabularies are the same when they are the same object.
 *
 * <p>The product brings version 1. Later versions are published with the AES's rules, and only add to it.
 */
public final class Vocabulary {

    /** The facts known to a document are held as the bits of a long. */
    static final int MOST_FACTS = 64;

    /** By digest: one file makes one vocabulary, so that what is read by it can be judged by rules that were loaded by it. */
    private static final Map<String, Vocabulary> READ = new ConcurrentHashMap<>();

    private final long version;
    private final List<Fact> facts;
    private final List<Space> spaces;
    private final List<Obligation> obligations;
    private final String digest;
    private final Map<String, Fact> factsByCode;
    private final Map<String, Fact> factsByName;
    private final Map<String, Space> spacesByName;
    private final Map<String, Obligation> obligationsByCode;

    Vocabulary(long version, List<Fact> facts, List<Space> spaces, List<Obligation> obligations, String digest) {
        if (version < 1) {
            throw new IllegalArgumentException("version must be a whole number from 1");
        }
        if (facts.size() > MOST_FACTS) {
            throw new IllegalArgumentException("%d facts, at most %d".formatted(facts.size(), MOST_FACTS));
        }
        this.version = version;
        this.facts = List.copyOf(facts);
        this.spaces = spaces.stream().sorted(Comparator.comparing(Space::code)).toList();
        this.obligations = List.copyOf(obligations);
        this.digest = digest;
        this.factsByCode = index(facts, Fact::code);
        this.factsByName = index(facts, fact -> Folded.of(fact.name()));
        this.spacesByName = index(spaces, space -> Folded.of(space.code()));
        this.obligationsByCode = index(obligations, Obligation::code);
        facts.forEach(fact -> requireNoGroup(fact, facts));
    }

    /** A fact is a value in a document, so no other fact's code may go on from its code. */
    private static void requireNoGroup(Fact fact, List<Fact> facts) {
        if (facts.stream().anyMatch(other -> other.code().startsWith(fact.code() + "."))) {
            throw new IllegalArgumentException(fact + " is a fact and a group");
        }
    }

    /** The product's own vocabulary, version 1. */
    public static Vocabulary standard() {
        return Standard.VOCABULARY;
    }

    /**
     * The vocabulary in a file that follows this one.
     *
     * @throws VocabularyException if the file is none, or is not newer, or changes what this one has
     */
    public Vocabulary followedBy(byte[] file) throws VocabularyException {
        Vocabulary newer = read(file);
        new Succession(this, newer).require();
        return newer;
    }

    /**
     * The newer of this vocabulary and the one in a file: who writes in an older one means the same in the newer.
     *
     * @throws VocabularyException if the file is none, or neither follows the other
     */
    public Vocabulary orNewer(byte[] file) throws VocabularyException {
        if (Sha256.hex(file).equals(digest)) {
            return this;
        }
        Vocabulary other = read(file);
        if (other.version < version) {
            new Succession(other, this).require();
            return this;
        }
        new Succession(this, other).require();
        return other;
    }

    private static Vocabulary read(byte[] file) throws VocabularyException {
        String read = Sha256.hex(file);
        if (read.equals(standard().digest)) {
            return standard();
        }
        Vocabulary known = READ.get(read);
        if (known == null) {
            known = VocabularyReader.read(file);
            known = Objects.requireNonNullElse(READ.putIfAbsent(read, known), known);
        }
        return known;
    }

    /** From 1. */
    public long version() {
        return version;
    }

    /** All facts, by {@link Fact#ordinal()}. */
    public List<Fact> facts() {
        return facts;
    }

    /** All spaces, by code. */
    public List<Space> spaces() {
        return spaces;
    }

    public List<Obligation> obligations() {
        return obligations;
    }

    /** SHA-256 of the vocabulary's file, in lower-case hex. */
    public String digest() {
        return digest;
    }

    /** The fact with this dotted code, exactly as written. */
    public Optional<Fact> fact(String code) {
        return Optional.ofNullable(factsByCode.get(code));
    }

    /** The fact with this dotted code, which must exist. */
    public Fact theFact(String code) {
        return fact(code).orElseThrow(() -> new IllegalArgumentException("no fact has the code " + code));
    }

    /** The fact that a rule file names so, without regard to case or accents. */
    public Optional<Fact> factInRules(String written) {
        return Optional.ofNullable(factsByName.get(Folded.of(written)));
    }

    /** The space that a rule file names so, without regard to case or accents. */
    public Optional<Space> spaceInRules(String written) {
        return Optional.ofNullable(spacesByName.get(Folded.of(written)));
    }

    /** The label of an obligation code, if the vocabulary has one. */
    public Optional<Obligation> obligation(String code) {
        return Optional.ofNullable(obligationsByCode.get(code));
    }

    private static <T> Map<String, T> index(List<T> things, Function<T, String> key) {
        return things.stream().collect(Collectors.toUnmodifiableMap(key, thing -> thing));
    }

    private static final class Standard {
        private static final Vocabulary VOCABULARY = VocabularyReader.standard();
    }
}
