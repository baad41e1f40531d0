package org.liptako.policy.opa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.decision.Role;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.engine.PolicyEngine;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsWriter;
import org.liptako.policy.generated.GeneratedFacts;
import org.liptako.policy.generated.GeneratedRules;
import org.liptako.policy.rules.RuleSet;

/** Section 6: both engines return the same decision document, byte for byte. */
class EnginesAgreeIT {
    private static final int RULE_SETS = 50;
    private static final int DOCUMENTS_EACH = 400;
    private static final List<Set<Role>> ASKED =
            List.of(EnumSet.allOf(Role.class), EnumSet.of(Role.HOME, Role.REGION), EnumSet.of(Role.HOST, Role.REGION));

    @RegisterExtension
    static final OwnOpa OPA = OwnOpa.patient();

    @Test
    void onTwentyThousandDocumentsOverFiftyRuleSets() {
        List<String> differences = IntStream.range(0, RULE_SETS)
                .boxed()
                .flatMap(EnginesAgreeIT::differences)
                .toList();

        assertThat(differences).isEmpty();
    }

    private static Stream<String> differences(int seed) {
        RuleSet rules = GeneratedRules.ruleSet(seed);
        GeneratedFacts generated = new GeneratedFacts(rules, seed);
        List<Facts> documents =
                Stream.generate(generated::facts).limit(DOCUMENTS_EACH).toList();
        PolicyEngine embedded = new CompiledEngine(rules);
        FactsWriter writer = new FactsWriter(rules.vocabulary());
        try (OpaEngine opa = OPA.engine(rules)) {
            return IntStream.range(0, documents.size())
                    .parallel()
                    .filter(i -> !answer(embedded, documents.get(i), i).equals(answer(opa, documents.get(i), i)))
                    .mapToObj(i -> "rules " + seed + ", " + writer.write(documents.get(i)) + "\n embedded "
                            + answer(embedded, documents.get(i), i) + "\n opa      "
                            + answer(opa, documents.get(i), i) + "\n")
                    .limit(3)
                    .toList()
                    .stream();
        }
    }

    private static String answer(PolicyEngine engine, Facts facts, int i) {
        return switch (engine.judge(facts, ASKED.get(i % ASKED.size()))) {
            case Judgement.Decided decided -> DecisionDocuments.text(decided.decision());
            case Judgement.Undecided undecided -> undecided.toString();
        };
    }
}
