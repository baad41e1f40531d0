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
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** What is written in another order means the same. */
class RuleSetLaws {

    private static final List<RuleMistakesTest.Case> CASES =
            RuleMistakesTest.cases().toList();
    private static final String DISTURBING = "{}[]:,-#&*!|>'\"%@`?\n\t aÿ0";
    private static final List<String> LISTS_OF_MEMBERS = List.of("parmi", "uniquement", "deroge_a");

    @Property(tries = 25)
    void theOrderOfFilesChangesNothingAtAll(
            @ForAll @LongRange(min = 0, max = 10_000) long seed, @ForAll Random random) {
        List<SourceFile> files = new ArrayList<>(GeneratedRules.files(seed));
        Collections.shuffle(files, random);

        assertThat(load(files).digest()).isEqualTo(GeneratedRules.ruleSet(seed).digest());
    }

    @Property(tries = 25)
    void theOrderOfRulesKeysAndMembersChangesNoRule(
            @ForAll @LongRange(min = 0, max = 10_000) long seed, @ForAll Random random) {
        List<SourceFile> files = GeneratedRules.files(seed).stream()
                .map(file -> new SourceFile(file.path(), shuffled(file.bytes(), random)))
                .toList();

        assertThat(load(files).rules()).isEqualTo(GeneratedRules.ruleSet(seed).rules());
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

    private static byte[] shuffled(byte[] file, Random random) {
        String text = new String(file, UTF_8);
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                // As in YamlReader: a surrogate pair where two windows meet breaks the parser.
                .setBufferSize(text.length() + 1)
                .build();
        Object tree = new Load(settings).loadFromString(text);
        Object other = new YamlShuffle(LISTS_OF_MEMBERS, random).shuffled("", tree);
        return new Dump(DumpSettings.builder().build()).dumpToString(other).getBytes(UTF_8);
    }

    private static RuleSet load(List<SourceFile> files) {
        LoadResult result = new RuleLoader(Vocabulary.standard()).load(files);
        assertThat(result).isInstanceOf(LoadResult.Loaded.class);
        return ((LoadResult.Loaded) result).ruleSet();
    }
}
