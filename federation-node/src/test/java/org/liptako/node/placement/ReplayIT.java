package org.liptako.node.placement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.CIVIL_REGISTRY;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;
import static org.liptako.node.placement.TrialTerms.copy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.replay.DecisionInspection;
import org.liptako.node.replay.DecisionReader;
import org.liptako.node.replay.Flaw;
import org.liptako.node.replay.Replay;
import org.liptako.node.replay.Replay.Result;
import org.liptako.node.replay.ReplayWords;
import org.liptako.node.replay.Retrial;
import org.liptako.node.replay.Retried;
import org.liptako.node.replay.RuleShelf;
import org.liptako.node.replay.RuleSource;
import org.liptako.node.replay.UnreadableDecisionException;
import org.liptako.node.replay.Why;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.policy.engine.CompiledEngine;

/** Decisions of two real nodes, judged again from their journals and the files of the rules alone. */
class ReplayIT {
    private static final RuleSource SAMPLES = (jurisdiction, digest) ->
            Optional.of(List.of(TrialRules.file(jurisdiction.name().toLowerCase(Locale.ROOT) + ".yaml")));

    private static final TrialNode MALI = new TrialNode(State.ML, TrialNode.Means.USUAL);
    private static final TrialNode BURKINA = new TrialNode(State.BF, TrialNode.Means.USUAL);

    @BeforeAll
    static void decide() {
        TrialNodes.introduce(MALI, BURKINA);
        MALI.requests.request(MALI.operator(), new RequestId("permitted"), copy(AGGREGATED_HEALTH, OUAGADOUGOU));
        MALI.requests.request(MALI.operator(), new RequestId("forbidden"), copy(CIVIL_REGISTRY, OUAGADOUGOU));
    }

    @AfterAll
    static void close() {
        MALI.close();
        BURKINA.close();
    }

    @Test
    void homesGrantAndRefusalComeOutTheSame() throws Exception {
        List<Replay> replayed = replay(SAMPLES, payloads(MALI));

        assertThat(replayed).extracting(replay -> replay.record().kind()).containsExactly("GRANT", "REFUSAL");
        assertThat(replayed).allSatisfy(replay -> {
            assertThat(replay.result()).as(ReplayWords.of(replay).toString()).isEqualTo(Result.SAME);
            assertThat(ReplayWords.of(replay).toString()).contains("vocabulaire 1", "software development");
            assertThat(replay.retried())
                    .extracting(Retried::field)
                    .containsExactly("homeStatement.decision", "hostStatement.decision", "decision");
        });
    }

    @Test
    void theHostsOfferAndAcceptanceComeOutTheSame() throws Exception {
        List<Replay> replayed = replay(SAMPLES, payloads(BURKINA));

        assertThat(replayed).extracting(replay -> replay.record().kind()).containsExactly("OFFER", "ACCEPT");
        assertThat(replayed)
                .allSatisfy(replay -> assertThat(replay.result())
                        .as(ReplayWords.of(replay).toString())
                        .isEqualTo(Result.SAME));
    }

    @Test
    void anAcceptanceWithoutTheOfferThatItRestsOnIsNotJudged() throws Exception {
        Replay replay = replay(SAMPLES, payloads(BURKINA).subList(1, 2)).getFirst();

        assertThat(replay.result()).isEqualTo(Result.NOT_REPLAYED);
        assertThat(ReplayWords.of(replay).toString()).contains("OFFER");
    }

    @Test
    void aChangedRecordIsToldWithTheField() throws Exception {
        assertThat(flaws(entry -> entry.put("expires", "2199-01-01T00:00:00Z"))).contains("expires");
        assertThat(flaws(entry -> object(entry, "terms").put("purpose", "RESEARCH")))
                .contains("terms");
        assertThat(flaws(entry -> entry.put("request", "another-one"))).contains("request");
        assertThat(flaws(entry -> object(entry.path("rules").path(0)).put("id", "ML-COPIE-9")))
                .contains("rules[0].id");
        assertThat(flaws(entry -> object(entry.path("decision").path("findings").path(0))
                        .withArray("rules")
                        .add("ML-COPIE-9")))
                .contains("decision.findings[0].rules[1]");
        assertThat(flaws(entry -> object(entry, "homeStatement").put("signature", "MAYCAQECAQE=")))
                .containsExactly("homeStatement");
        assertThat(flaws(entry -> entry.remove("hostStatement"))).containsExactly("hostStatement");
    }

    @Test
    void aFactChangedInAStatementShowsInTheSignatureAndInTheDecision() throws Exception {
        String changed = changed(entry -> {
            ObjectNode statement = object(entry, "homeStatement");
            String payload = new String(
                    Base64.getDecoder().decode(statement.path("payload").asText()), StandardCharsets.UTF_8);
            statement.put(
                    "payload",
                    payload.replace("\"strategic\":false", "\"strategic\":true").getBytes(StandardCharsets.UTF_8));
        });

        Replay replay = replay(SAMPLES, List.of(changed)).getFirst();

        assertThat(replay.result()).isEqualTo(Result.DIFFERENT);
        assertThat(replay.flaws())
                .extracting(Flaw::field)
                .contains("homeStatement", "grant.home.facts.dataset.strategic");
        assertThat(ReplayWords.of(replay).toString()).contains("homeStatement.decision.findings");
    }

    @Test
    void aStatementFromBeforeTheMeansWereRecordedIsReadAndSaysSo() throws Exception {
        String old = changed(entry -> {
            ObjectNode statement = object(entry, "homeStatement");
            String payload = new String(
                    Base64.getDecoder().decode(statement.path("payload").asText()), StandardCharsets.UTF_8);
            ObjectNode content = JournalJson.read(payload, ObjectNode.class);
            content.remove("means");
            statement.put("payload", content.toString().getBytes(StandardCharsets.UTF_8));
        });

        assertThat(ReplayWords.of(replay(SAMPLES, List.of(old)).getFirst()).toString())
                .contains("logiciel et vocabulaire non inscrits");
    }

    @Test
    void rulesThatNobodyHasAreNamedByTheirDigest() throws Exception {
        Replay replay = replay((jurisdiction, digest) -> Optional.empty(), payloads(MALI))
                .getFirst();

        assertThat(replay.result()).isEqualTo(Result.NOT_REPLAYED);
        assertThat(ReplayWords.of(replay).getLast().fr())
                .contains("Les règles de ML d'empreinte ")
                .contains("sont inconnues ici");
    }

    @Test
    void filesThatAreNotThoseOfTheDigestAreNotJudgedBy() throws Exception {
        RuleSource others = (jurisdiction, digest) -> Optional.of(List.of());

        Replay replay = replay(others, payloads(MALI)).getFirst();

        assertThat(replay.result()).isEqualTo(Result.NOT_REPLAYED);
        assertThat(ReplayWords.of(replay).getLast().en()).contains("make another");
    }

    @Test
    void whyLeadsFromTheFactToTheArticle() throws Exception {
        DecisionReader reader = new DecisionReader();
        List<String> lines = new Why(new RuleShelf(SAMPLES))
                .of(reader.read(payloads(MALI).get(1))).stream()
                        .map(Sentence::fr)
                        .toList();

        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("  ML-SOL-2 — "))
                .anySatisfy(
                        line -> assertThat(line)
                                .contains(
                                        "[vrai] la base est stratégique — Base stratégique : oui, selon l'État d'origine, Mali"))
                .anySatisfy(line -> assertThat(line)
                        .contains("[faux] l’État du lieu est Mali (ML) — État du lieu : Burkina Faso (BF), selon l'État"
                                + " d'accueil, Burkina Faso"))
                .anySatisfy(line -> assertThat(line).contains("Fondement", "article"));
    }

    @Test
    void whatIsNoDecisionIsRefused() {
        assertThatExceptionOfType(UnreadableDecisionException.class)
                .isThrownBy(() -> flaws(entry -> entry.remove("homeStatement")))
                .withMessageContaining("homeStatement");
        assertThatExceptionOfType(UnreadableDecisionException.class).isThrownBy(() -> replay(SAMPLES, List.of("{}")));
        assertThatExceptionOfType(UnreadableDecisionException.class)
                .isThrownBy(() -> replay(
                        SAMPLES,
                        List.of(requireNonNull(
                                        MALI.journal.read(0, 1).getFirst().opening())
                                .payload())));
    }

    /** The fields at which Mali's grant is found to be changed. */
    private static List<String> flaws(Consumer<ObjectNode> change) throws Exception {
        Replay replay = replay(SAMPLES, List.of(changed(change))).getFirst();
        assertThat(replay.result()).isEqualTo(Result.DIFFERENT);
        return replay.flaws().stream().map(Flaw::field).toList();
    }

    private static String changed(Consumer<ObjectNode> change) {
        ObjectNode entry = JournalJson.read(payloads(MALI).getFirst(), ObjectNode.class);
        change.accept(entry);
        return entry.toString();
    }

    private static ObjectNode object(ObjectNode parent, String key) {
        return object(parent.path(key));
    }

    private static ObjectNode object(JsonNode node) {
        return (ObjectNode) node;
    }

    private static List<Replay> replay(RuleSource rules, List<String> payloads) throws UnreadableDecisionException {
        Retrial retrial = new Retrial(
                new DecisionInspection(MALI.identity.verifier()),
                new RuleShelf(rules),
                set -> List.of(new CompiledEngine(set)));
        DecisionReader reader = new DecisionReader();
        List<Replay> replayed = new ArrayList<>();
        for (String payload : payloads) {
            replayed.add(retrial.replay(reader.read(payload)));
        }
        return replayed;
    }

    private static List<String> payloads(TrialNode node) {
        return node.journal.read(0, 1_000).stream()
                .map(JournalEntry::opening)
                .map(opening -> opening.payload())
                .filter(payload -> payload.matches("(?s)\\{\"type\":\"(OFFER|GRANT|ACCEPT|REFUSAL)\".*"))
                .toList();
    }
}
