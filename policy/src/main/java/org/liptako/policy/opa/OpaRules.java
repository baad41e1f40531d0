package org.liptako.policy.opa;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Role;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsWriter;
import org.liptako.policy.rules.RuleSet;

/**
 * Knows what to tell OPA and what to ask it. Each jurisdiction's rules go in under their digest, then the rule set that names them under its own, each by one
 * request, which OPA does wholly or not at all; what OPA has is not sent again. A question names the rule set's digest, and the answer names the digest that was
 * found with the rules. Thread-safe.
 */
public final class OpaRules {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final OpaClient client;
    private final JudgeModule module = JudgeModule.CURRENT;
    /** Nothing is taken out while what is given relies on what OPA said that it has. */
    private final ReadWriteLock changes = new ReentrantReadWriteLock();

    public OpaRules(OpaClient client) {
        this.client = client;
    }

    /**
     * Makes OPA ready to judge under a rule set, beside any that it has.
     *
     * @throws OpaException if it could not be done, or if OPA asks for no token although we have one
     */
    public void load(RuleSet rules) {
        alone(changes.readLock(), () -> {
            open();
            Set<String> laws = OpaRuleSets.laws(rules).keySet();
            give(rules, named(module.lacking(), laws).orElse(laws));
        });
    }

    /** The same, sending all of it again: what OPA says that it has has turned out not to do. */
    public void loadAnew(RuleSet rules) {
        alone(changes.readLock(), () -> {
            open();
            give(rules, OpaRuleSets.laws(rules).keySet());
        });
    }

    private static void alone(Lock lock, Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    private void open() {
        client.mustBeClosedToStrangers();
        client.putPolicy(module.policy(), module.text());
    }

    /** The rule set last: it is never there without what it names, unless OPA loses that. */
    private void give(RuleSet rules, Set<String> lacking) {
        OpaRuleSets.laws(rules).forEach((digest, law) -> {
            if (lacking.contains(digest)) {
                client.putData(module.law(digest), json(OpaLaws.data(law, rules.vocabulary())));
            }
        });
        client.putData(module.data(rules.digest()), json(OpaRuleSets.data(rules)));
        if (!holds(rules)) {
            throw new OpaException(
                    "OPA a pris le jeu de règles " + rules.digest()
                            + " et ne l'a pas en entier ; il lui est donné de nouveau. Si cela dure, un autre programme change ce qu'OPA tient.",
                    "OPA took rule set " + rules.digest() + " and does not have it whole; it is given"
                            + " again. If this goes on, another program changes what OPA holds.");
        }
    }

    /** Whether OPA says that it has the rule set, and all that it names. */
    boolean holds(RuleSet rules) {
        byte[] answer = client.query(module.whole(), json(Map.of("input", Map.of(OpaQuestions.SET, rules.digest()))));
        return result(answer, new TypeReference<OpaAnswer.Envelope<String>>() {})
                .filter(rules.digest()::equals)
                .isPresent();
    }

    /** Those of some jurisdictions' digests that OPA names; empty if it says nothing. */
    private Optional<Set<String>> named(String rule, Set<String> laws) {
        byte[] answer = client.query(rule, json(Map.of("input", Map.of("@laws", laws))));
        return result(answer, new TypeReference<>() {});
    }

    /** Takes a rule set that is no longer judged by out of OPA, and the rules that were part of no other. */
    public void forget(RuleSet rules) {
        alone(changes.writeLock(), () -> {
            client.deleteData(module.data(rules.digest()));
            Set<String> laws = OpaRuleSets.laws(rules).keySet();
            named(module.unused(), laws)
                    .ifPresent(unused ->
                            laws.stream().filter(unused::contains).forEach(law -> client.deleteData(module.law(law))));
        });
    }

    /**
     * Asks for a decision under exactly this rule set.
     *
     * @return empty if OPA does not have that rule set, or answers under another: it must be loaded again
     * @throws OpaException if OPA did not answer, or not as it should
     */
    public Optional<Decision> judge(String ruleSetDigest, FactsWriter writer, Facts facts, Set<Role> roles) {
        byte[] answer = client.query(
                module.question(), OpaQuestions.one(ruleSetDigest, writer, new OpaQuestions.Asked(facts, roles)));
        return decision(ruleSetDigest, answer);
    }

    /**
     * Asks for many decisions at once.
     *
     * @return theirs, in the order of the documents; empty if one of them has none under exactly this rule set
     * @throws OpaException if OPA did not answer, or not as it should
     */
    Optional<List<Decision>> judge(String ruleSetDigest, FactsWriter writer, List<OpaQuestions.Asked> documents) {
        byte[] answer = client.query(module.questions(), OpaQuestions.many(ruleSetDigest, writer, documents));
        return result(answer, new TypeReference<OpaAnswer.Envelope<List<OpaAnswer>>>() {})
                .filter(answers -> answers.size() == documents.size()
                        && answers.stream().allMatch(one -> isUnder(ruleSetDigest, one)))
                .map(answers -> answers.stream().map(OpaAnswer::decision).toList());
    }

    /** The decision that an answer gives under this rule set; empty if it is none, or under another. */
    private Optional<Decision> decision(String ruleSetDigest, byte[] answer) {
        return result(answer, new TypeReference<OpaAnswer.Envelope<OpaAnswer>>() {})
                .filter(result -> isUnder(ruleSetDigest, result))
                .map(OpaAnswer::decision);
    }

    private boolean isUnder(String ruleSetDigest, @Nullable OpaAnswer answer) {
        return answer != null
                && answer.set().equals(ruleSetDigest)
                && answer.module().equals(module.digest());
    }

    /** Without a result, the question is undefined there: neither the module nor the rule set may be presumed. */
    private static <T> Optional<T> result(byte[] answer, TypeReference<OpaAnswer.Envelope<T>> type) {
        try {
            OpaAnswer.Envelope<T> envelope = MAPPER.readValue(answer, type);
            return envelope == null ? Optional.empty() : Optional.ofNullable(envelope.result());
        } catch (IOException malformed) {
            throw new OpaException(
                    "La réponse d'OPA n'est pas une décision : " + malformed.getMessage() + ". Relancez-le.",
                    "OPA's answer is no decision: " + malformed.getMessage() + ". Start it again.",
                    malformed);
        }
    }

    /** Version of what judges: a part of every decision's identity. */
    String version() {
        return "rego-" + module.digest();
    }

    /** A document as OPA gets it. */
    static byte[] json(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
