package org.liptako.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.facts.FactsWriter;
import org.liptako.policy.generated.GeneratedFacts;
import org.liptako.policy.generated.GeneratedRules;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.NextVocabulary;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.policy.vocabulary.VocabularyException;

/** A newer vocabulary only adds: rules and documents written in the older mean the same in it. */
class NewerWordsLaws {
    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void oldRulesAndDocumentsAreJudgedTheSameInNewerWords(@ForAll @LongRange(min = 0, max = 1_000_000) long seed)
            throws VocabularyException, FactsException {
        List<SourceFile> files = GeneratedRules.files(seed);
        RuleSet old = GeneratedRules.load(files);
        Vocabulary next = Vocabulary.standard().followedBy(NextVocabulary.file());
        RuleSet now = loaded(next, files);
        FactsWriter writer = new FactsWriter(old.vocabulary());
        FactsReader reader = new FactsReader(next);
        for (Facts facts : new GeneratedFacts(old, seed).facts(40)) {
            String document = writer.write(facts);
            assertThat(decision(now, reader.read(document))).as(document).isEqualTo(decision(old, facts));
        }
    }

    private static String decision(RuleSet rules, Facts facts) {
        return new CompiledEngine(rules).judge(facts) instanceof Judgement.Decided decided
                ? DecisionDocuments.text(decided.decision())
                : "";
    }

    private static RuleSet loaded(Vocabulary vocabulary, List<SourceFile> files) {
        return switch (new RuleLoader(vocabulary).load(files)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw new AssertionError(rejected.errors().toString());
        };
    }
}
