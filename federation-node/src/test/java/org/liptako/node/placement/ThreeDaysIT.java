package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.BAMAKO;
import static org.liptako.node.placement.TrialCatalogue.NIAMEY;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;
import static org.liptako.node.placement.TrialTerms.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.replay.DecisionInspection;
import org.liptako.node.replay.DecisionReader;
import org.liptako.node.replay.Replay;
import org.liptako.node.replay.ReplayWords;
import org.liptako.node.replay.Retrial;
import org.liptako.node.replay.RuleShelf;
import org.liptako.node.replay.RuleSource;
import org.liptako.node.replay.UnreadableDecisionException;
import org.liptako.node.rulebook.HandSetClock;
import org.liptako.node.rulebook.TrialLaw;
import org.liptako.node.rulebook.TrialWords;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;

/** Three States change their words on three days: at no hour does one wait for another, and every decision is judged again in the words of its day. */
class ThreeDaysIT {
    private static final DatasetId FACES = new DatasetId("ML-DS-020");
    private static final Vocabulary FIRST = Vocabulary.standard();
    private static final Vocabulary SECOND = TrialWords.second();

    @RegisterExtension
    final TrialNodes nodes = new TrialNodes();

    private final HandSetClock clock = new HandSetClock(Instant.now());
    private final TrialLaw law = new TrialLaw(clock);
    private int asked;

    @Test
    void threeStatesNeedNotChangeOnOneDay() throws Exception {
        try (law) {
            TrialNode mali = node(State.ML);
            TrialNode burkina = node(State.BF);
            TrialNode niger = node(State.NE);
            TrialNodes.introduce(mali, burkina);
            TrialNodes.introduce(mali, niger);
            for (State state : State.values()) {
                law.publish(state, jurisdiction(state), FIRST, TrialLaw.samples(jurisdiction(state), ""));
            }
            law.publish(State.NE, Jurisdiction.AES, FIRST, TrialLaw.samples(Jurisdiction.AES, ""));
            law.handOn();
            accepted(mali, AGGREGATED_HEALTH, OUAGADOUGOU);

            // The first day: the AES publishes new words, and Mali writes in them. Niger's node has heard of neither.
            day();
            law.publish(State.ML, Jurisdiction.AES, SECOND, worded());
            law.publish(State.ML, Jurisdiction.ML, SECOND, TrialLaw.samples(Jurisdiction.ML, rule("ML", """
                                effet: interdire
                                champ: {jeu.categories: biometrie}
                            """)));
            law.handOn(State.ML, State.BF);
            record(mali, burkina, niger);
            assertThat(mali.ruleSets.vocabularies()).containsExactly(FIRST, SECOND);
            assertThat(niger.ruleSets.vocabularies()).containsExactly(FIRST);
            assertThat(ask(mali, FACES, NIAMEY).standing().words().fr())
                    .contains("version 2 du vocabulaire", "version 1", "dataset.categories");
            assertThat(ask(mali, FACES, OUAGADOUGOU).standing().words().fr()).contains("ML-MOTS-1");
            accepted(mali, AGGREGATED_HEALTH, OUAGADOUGOU);

            // The second: Niger has read the AES's edition and changes nothing; Burkina Faso writes in the new words.
            day();
            law.handOn();
            accepted(mali, AGGREGATED_HEALTH, NIAMEY);
            law.publish(State.BF, Jurisdiction.BF, SECOND, TrialLaw.samples(Jurisdiction.BF, rule("BF", """
                                effet: assortir
                                champ: {operation: repliquer}
                                obligations: [dire_la_version]
                            """)));
            law.handOn();
            accepted(mali, AGGREGATED_HEALTH, OUAGADOUGOU);
            assertThat(mali.announced.getLast().obligations()).contains("dire_la_version");

            // The third: Niger too.
            day();
            law.publish(State.NE, Jurisdiction.NE, SECOND, TrialLaw.samples(Jurisdiction.NE, rule("NE", """
                                effet: exiger
                                champ: {operation: repliquer, jeu.categories: sante}
                                condition: {pas: {fait: jeu.vivant, est: oui}}
                            """)));
            law.handOn();
            accepted(mali, AGGREGATED_HEALTH, OUAGADOUGOU);
            Placement unsaid = ask(mali, AGGREGATED_HEALTH, NIAMEY);
            assertThat(unsaid.standing().reason()).isEqualTo("FACTS_MISSING");
            assertThat(unsaid.standing().words().fr()).contains("dataset.living");

            everyDecisionIsTheSameInTheWordsOfItsDay(mali);
        }
    }

    private void everyDecisionIsTheSameInTheWordsOfItsDay(TrialNode mali) throws UnreadableDecisionException {
        RuleSource rules = new RuleSource() {
            @Override
            public Optional<List<SourceFile>> files(Jurisdiction jurisdiction, Digest digest) {
                return law.files(State.NE, jurisdiction, digest);
            }

            @Override
            public Optional<byte[]> vocabulary(Digest digest) {
                return law.vocabulary(State.NE, digest);
            }
        };
        List<Replay> replayed = replay(rules, mali);
        assertThat(replayed).hasSize(8);
        assertThat(replayed)
                .allSatisfy(replay -> assertThat(replay.result())
                        .as(ReplayWords.of(replay).toString())
                        .isIn(Replay.Result.SAME, Replay.Result.NOT_REPLAYED));
        assertThat(replayed)
                .filteredOn(replay -> replay.result() == Replay.Result.SAME)
                .extracting(replay -> ReplayWords.of(replay).toString().contains("vocabulaire 2"))
                .startsWith(false)
                .endsWith(true);
        // Without the file of the day's words nothing is guessed.
        assertThat(replay((jurisdiction, digest) -> law.files(State.NE, jurisdiction, digest), mali)
                        .getLast())
                .satisfies(last -> assertThat(last.result()).isEqualTo(Replay.Result.NOT_REPLAYED))
                .satisfies(last -> assertThat(ReplayWords.of(last).toString()).contains("version 2"));
    }

    private TrialNode node(State state) {
        return nodes.node(state, TrialNode.Means.USUAL.at(clock).under(law.ruleSets(state)));
    }

    /** As long as a day to the rules; the nodes' certificates last no more than one. */
    private void day() {
        clock.advance(Duration.ofHours(4));
        law.keep();
    }

    private static Jurisdiction jurisdiction(State state) {
        return Jurisdiction.ofState(state.name()).orElseThrow();
    }

    private static List<SourceFile> worded() {
        return Stream.concat(TrialLaw.samples(Jurisdiction.AES, "").stream(), Stream.of(TrialWords.file()))
                .toList();
    }

    private static String rule(String jurisdiction, String what) {
        return """
                  - id: %s-MOTS-1
                    titre: {fr: "Mots nouveaux", en: "New words"}
                    texte: {fr: "Mots nouveaux.", en: "New words."}
                    base_legale: [{instrument: "Loi d'essai", article: "9", statut: exemple}]
                    en_vigueur: {du: 2024-01-01}
                %s""".formatted(jurisdiction, what);
    }

    /** Mali records data in a category that the first version has no word for. */
    private static void record(TrialNode mali, TrialNode... others) {
        Dataset faces = new Dataset(
                FACES,
                State.ML,
                new Sentence("Visages", "Faces"),
                "Ministère",
                "INTERNAL",
                List.of("BIOMETRIC"),
                "NONE",
                false,
                "PUBLIC_BODY",
                3L,
                null,
                null);
        mali.journal.append(new DatasetRecorded(mali.journal.now(), faces));
        mali.journal.append(new CopyRecorded(mali.journal.now(), FACES, BAMAKO, CopyStanding.UNPROVEN));
        for (TrialNode other : others) {
            other.meet(mali);
        }
    }

    private void accepted(TrialNode home, DatasetId dataset, SiteId target) {
        Placement placement = ask(home, dataset, target);
        assertThat(placement.state()).as(placement.standing().toString()).isEqualTo(PlacementState.ACCEPTED);
    }

    private Placement ask(TrialNode home, DatasetId dataset, SiteId target) {
        asked++;
        return home.requests.request(home.operator(), new RequestId("request-" + asked), copy(dataset, target));
    }

    private static List<Replay> replay(RuleSource rules, TrialNode node) throws UnreadableDecisionException {
        Retrial retrial = new Retrial(
                new DecisionInspection(node.identity.verifier()),
                new RuleShelf(rules),
                set -> List.of(new CompiledEngine(set)));
        List<Replay> replayed = new ArrayList<>();
        for (String payload : decisions(node)) {
            replayed.add(retrial.replay(new DecisionReader().read(payload)));
        }
        return replayed;
    }

    private static List<String> decisions(TrialNode node) {
        return node.journal.read(0, 10_000).stream()
                .map(JournalEntry::opening)
                .map(opening -> opening.payload())
                .filter(payload -> payload.matches("(?s)\\{\"type\":\"(GRANT|REFUSAL)\".*"))
                .toList();
    }
}
