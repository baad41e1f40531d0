package org.liptako.pki.validation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.Zone;

/** The 208 cases of x509-limbo, through the command's own reading and writing. */
class X509LimboTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "x509-limbo.md");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<Outcome> outcomes = List.of();

    /** What a case expects and what it got. */
    private record Outcome(LimboCase asked, boolean accepted, String reason) {
        boolean isWrongAcceptance() {
            return accepted && !asked.expectsAcceptance();
        }

        boolean isWrongRejection() {
            return !accepted && asked.expectsAcceptance();
        }
    }

    @BeforeAll
    static void judgeAll() throws IOException, MalformedLineException, InterruptedException {
        List<LimboCase> cases = LimboCase.all();
        String lines = cases.stream().map(LimboCase::line).collect(Collectors.joining("\n"));
        StringWriter answers = new StringWriter();
        new ChainBatch(BatchProfile.RFC5280, Zone.INTERNAL).run(new BufferedReader(new StringReader(lines)), answers);
        List<Outcome> judged = new ArrayList<>();
        List<String> answered = answers.toString().lines().toList();
        for (int i = 0; i < answered.size(); i++) {
            JsonNode answer = JSON.readTree(answered.get(i));
            assertThat(answer.get("id").asText()).isEqualTo(cases.get(i).id());
            judged.add(new Outcome(
                    cases.get(i),
                    answer.get("verdict").asText().equals("ACCEPT"),
                    answer.get("reason").asText()));
        }
        outcomes = List.copyOf(judged);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "x509-limbo.md"), page());
    }

    @Test
    void answersEveryCase() {
        assertThat(outcomes).hasSize(208);
    }

    @Test
    void differsOnlyWhereAWaiverSaysWhy() throws IOException {
        Map<String, String> differing = outcomes.stream()
                .filter(outcome -> outcome.isWrongAcceptance() || outcome.isWrongRejection())
                .collect(Collectors.toMap(outcome -> outcome.asked().id(), Outcome::reason));

        assertThat(differing.keySet())
                .as(differing.toString())
                .isEqualTo(waivers().keySet());
        assertThat(waivers().values()).allMatch(reason -> reason.endsWith("."));
    }

    @Test
    void differsSeldom() {
        assertThat(outcomes.stream().filter(Outcome::isWrongAcceptance).count()).isLessThanOrEqualTo(10);
        assertThat(outcomes.stream().filter(Outcome::isWrongRejection).count()).isLessThanOrEqualTo(6);
    }

    @Test
    void thePageTellsTheOutcome() throws IOException {
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    private static Map<String, String> waivers() throws IOException {
        try (InputStream resource = X509LimboTest.class.getResourceAsStream("/x509-limbo/waivers.tsv")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf('\t')),
                            line -> line.substring(line.indexOf('\t') + 1),
                            (one, two) -> one,
                            TreeMap::new));
        }
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder("""
                # x509-limbo

                What `liptako pki validate --profile rfc5280` says to the 208 cases of the C2SP x509-limbo suite. Made and checked by `X509LimboTest`.

                | validator | wrong accepts | wrong rejects |
                |---|---|---|
                """);
        row(page, "Liptako", count(outcomes, true), count(outcomes, false));
        page.append("""
                | Python cryptography | 36 | 6, one of them a time-out |
                | OpenSSL 3.0 | 45 | 10 |
                | Go 1.26 | 56 | 5 |
                | JDK 25 | 74 | 4 |

                ## By group

                | group | cases | wrong accepts | wrong rejects |
                |---|---|---|---|
                """);
        Map<String, List<Outcome>> groups = outcomes.stream()
                .collect(Collectors.groupingBy(outcome -> outcome.asked().group(), TreeMap::new, Collectors.toList()));
        groups.forEach((group, members) ->
                row(page, "`" + group + "`", members.size(), count(members, true), count(members, false)));
        page.append("\n## Waivers\n\n| case | expected | why we differ |\n|---|---|---|\n");
        Map<String, String> waivers = waivers();
        outcomes.stream()
                .filter(outcome -> waivers.containsKey(outcome.asked().id()))
                .forEach(outcome -> row(
                        page,
                        "`" + outcome.asked().id() + "`",
                        outcome.asked().expectsAcceptance() ? "accept" : "reject",
                        waivers.getOrDefault(outcome.asked().id(), "")));
        return page.toString();
    }

    private static long count(List<Outcome> among, boolean acceptances) {
        return among.stream()
                .filter(outcome -> acceptances ? outcome.isWrongAcceptance() : outcome.isWrongRejection())
                .count();
    }

    private static void row(StringBuilder page, Object... cells) {
        page.append('|');
        for (Object cell : cells) {
            page.append(' ').append(cell).append(" |");
        }
        page.append('\n');
    }
}
