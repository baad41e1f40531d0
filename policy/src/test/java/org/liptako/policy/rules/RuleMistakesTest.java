package org.liptako.policy.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liptako.policy.vocabulary.Vocabulary;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Golden cases: each mistake, its place and its sentence in both languages. */
class RuleMistakesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void namesTheMistakeItsPlaceAndTheMend(Case one) {
        assertThat(one.found()).isEqualTo(one.errors());
    }

    @Test
    void coversEveryKindOfMistakeThatAFileCanHave() {
        Set<String> kinds = new LinkedHashSet<>();
        Stream.of(RuleMistake.values(), ConditionMistake.values())
                .flatMap(Stream::of)
                .map(Enum::name)
                .forEach(kinds::add);
        cases().flatMap(one -> one.errors().stream())
                .map(error -> error.get("code"))
                .forEach(kinds::remove);

        assertThat(kinds)
                .as("only warnings, which RuleWarningsTest covers, are left")
                .containsExactlyInAnyOrder(
                        "OBLIGATION_UNKNOWN",
                        "DEROGATION_REPEATED",
                        "PERIODS_OVERLAP",
                        "NEVER_A_MEMBER_STATE",
                        "EMPTY_RANGE",
                        "VALUE_REPEATED");
    }

    static Stream<Case> cases() {
        try (InputStream in = Objects.requireNonNull(RuleMistakesTest.class.getResourceAsStream("/mistakes.yaml"))) {
            Object cases = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return ((List<?>) Objects.requireNonNull(cases)).stream().map(Case::of);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    record Case(String name, Map<String, String> files, List<Map<String, String>> errors) {

        @SuppressWarnings("unchecked")
        static Case of(Object node) {
            Map<String, Object> map = (Map<String, Object>) node;
            return new Case(
                    (String) Objects.requireNonNull(map.get("name")),
                    (Map<String, String>) Objects.requireNonNull(map.get("files")),
                    (List<Map<String, String>>) Objects.requireNonNull(map.get("errors")));
        }

        List<Map<String, String>> found() {
            return switch (new RuleLoader(Vocabulary.standard()).load(sources())) {
                case LoadResult.Loaded loaded -> List.of();
                case LoadResult.Rejected rejected ->
                    rejected.errors().stream().map(Case::written).toList();
            };
        }

        private List<SourceFile> sources() {
            List<SourceFile> sources = new ArrayList<>();
            files.forEach((path, text) -> sources.add(new SourceFile(path, text.getBytes(UTF_8))));
            for (String jurisdiction : List.of("ml", "bf", "ne", "aes")) {
                if (!files.containsKey(jurisdiction + ".yaml")) {
                    sources.add(BookTexts.file(jurisdiction + ".yaml", BookTexts.empty(jurisdiction)));
                }
            }
            return sources;
        }

        private static Map<String, String> written(RuleError error) {
            return Map.of(
                    "at",
                    error.where(),
                    "code",
                    error.code(),
                    "fr",
                    error.wording().fr(),
                    "en",
                    error.wording().en());
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
