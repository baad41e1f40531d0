package org.liptako.policy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.policy.vocabulary.Vocabulary;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

class SchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLES = Path.of("../federation-node/src/main/samples/rules");
    private static final Path KEPT = Path.of("../docs/reference/schema");
    private static final Schema RULES = schema(RuleSchema.of(Vocabulary.standard()));
    private static final Schema SCENARIOS = schema(ScenarioSchema.of(Vocabulary.standard()));

    /** Mistakes of the text as YAML, of two keys or rules together, or of the calendar: no schema sees these. */
    private static final Set<String> UNSEEN = Set.of(
            "DUPLICATE_KEY",
            "DUPLICATE_ID",
            "NO_SUCH_DAY",
            "ENDS_BEFORE_IT_STARTS",
            "TOO_NESTED",
            "TOO_MANY_FORMS",
            "DEROGATION_UNKNOWN",
            "DEROGATION_FOREIGN",
            "DEROGATION_FROM_NO_BAN",
            "DEROGATION_FROM_FIRM_BAN",
            "ANCHOR",
            "ALIAS",
            "DIRECTIVE",
            "TAG");

    @ParameterizedTest
    @ValueSource(strings = {"ml.yaml", "bf.yaml", "ne.yaml", "aes.yaml"})
    void takesTheSampleRules(String file) throws IOException {
        assertThat(RULES.validate(yaml(Files.readString(SAMPLES.resolve(file)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ml", "bf", "ne", "aes", "commun"})
    void takesTheSampleScenarios(String name) throws IOException {
        assertThat(SCENARIOS.validate(yaml(Files.readString(SAMPLES.resolve(name + ".essais.yaml")))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void refusesTheMistakesThatItCanSee(String name, List<String> codes, List<JsonNode> files) {
        List<Error> errors = new ArrayList<>();
        files.forEach(file -> errors.addAll(RULES.validate(file)));

        if (!UNSEEN.containsAll(codes)) {
            assertThat(errors).as(codes.toString()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "essais: []",
                "essais: [{nom: a, date: 2027-02-30T00:00, attendu: permis}]",
                "essais: [{nom: a, date: 2027-02-01, attendu: permit}]",
                "essais: [{nom: a, date: 2027-02-01, faits: {jeu.etat: XX}, attendu: permis}]",
                "essais: [{nom: a, date: 2027-02-01, faits: {lieu.niveau: 5}, attendu: permis}]",
                "essais: [{nom: a, date: 2027-02-01, sans: [lieu], attendu: permis}]",
                "bases: {a: {fait: {}}}",
                "matrices: [{nom: a, date: 2027-02-01, lignes: [a], attendu: {a: [permis]}}]"
            })
    void refusesMistakesInScenarios(String text) {
        assertThat(SCENARIOS.validate(yaml(text))).isNotEmpty();
    }

    @Test
    void isKeptInTheRepositoryAsItIsMade() throws IOException {
        assertThat(kept("regles.schema.json"))
                .as("liptako rules schema --out docs/reference/schema/regles.schema.json")
                .isEqualTo(RuleSchema.of(Vocabulary.standard()).toString());
        assertThat(kept("essais.schema.json"))
                .as("liptako rules schema --scenarios --out docs/reference/schema/essais.schema.json")
                .isEqualTo(ScenarioSchema.of(Vocabulary.standard()).toString());
    }

    private static String kept(String file) throws IOException {
        return JSON.readTree(KEPT.resolve(file).toFile()).toString();
    }

    /** The golden cases of the loader whose files are YAML at all. */
    static Stream<Object[]> mistakes() throws IOException {
        List<?> cases = (List<?>) load(Files.readString(Path.of("src/test/resources/mistakes.yaml")));
        return cases.stream().map(Map.class::cast).flatMap(one -> {
            List<String> codes = ((List<?>) Objects.requireNonNull(one.get("errors")))
                    .stream()
                            .map(error -> String.valueOf(((Map<?, ?>) error).get("code")))
                            .toList();
            try {
                List<JsonNode> files = ((Map<?, ?>) Objects.requireNonNull(one.get("files")))
                        .entrySet().stream()
                                .filter(file -> String.valueOf(file.getKey()).endsWith(".yaml"))
                                .map(file -> yaml(String.valueOf(file.getValue())))
                                .toList();
                return files.isEmpty()
                        ? Stream.empty()
                        : Stream.of(new Object[][] {{String.valueOf(one.get("name")), codes, files}});
            } catch (YamlEngineException notYaml) {
                return Stream.empty();
            }
        });
    }

    private static Schema schema(ObjectNode node) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(node);
    }

    private static JsonNode yaml(String text) {
        return JSON.valueToTree(load(text));
    }

    private static Object load(String text) {
        return Objects.requireNonNullElse(new Load(LoadSettings.builder().build()).loadFromString(text), "");
    }
}
