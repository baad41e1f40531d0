package org.liptako.policy.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.liptako.policy.generated.GeneratedRules;
import org.liptako.policy.vocabulary.Vocabulary;

/** What is written in another order means the same. */
class RuleSetLaws {

    private static final List<RuleMistakesTest.Case> CASES =
            RuleMistakesTest.cases().toList();
    private static final String DISTURBING = "{}[]:,-#&*!|>'\"%@`?\n\t aÿ0";

    @Property(tries = 25)
    void theOrderOfFilesChangesNothingAtAll(
            @ForAll @LongRange(min = 0, max = 10_000) long seed, @ForAll Random random) {
        List<SourceFile> files = new ArrayList<>(GeneratedRules.files(seed));
        Collections.shuffle(files, random);

        assertThat(GeneratedRules.load(files).digest())
                .isEqualTo(GeneratedRules.ruleSet(seed).digest());
    }

    @Property(tries = 25)
    void theOrderOfRulesKeysAndMembersChangesNoRule(
            @ForAll @LongRange(min = 0, max = 10_000) long seed, @ForAll Random random) {
        YamlShuffle shuffle = new YamlShuffle(random);
        List<SourceFile> files =
                GeneratedRules.files(seed).stream().map(shuffle::shuffled).toList();

        assertThat(GeneratedRules.load(files).rules())
                .isEqualTo(GeneratedRules.ruleSet(seed).rules());
    }

    @Property(tries = 300)
    void noBytesBreakTheLoader(@ForAll Random random) {
        String text = CASES.get(random.nextInt(CASES.size()))
                .files()
                .values()
                .iterator()
                .next();
        byte[] bytes = text.getBytes(UTF_8);
        for (int i = 0; i < 3; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) DISTURBING.charAt(random.nextInt(DISTURBING.length()));
        }

        LoadResult result = new RuleLoader(Vocabulary.standard()).load(List.of(new SourceFile("bf.yaml", bytes)));

        assertThat(result).isInstanceOf(LoadResult.Rejected.class);
    }
}
