package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.RequestId;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.policy.decision.Role;
import org.liptako.policy.vocabulary.Vocabulary;

class PeerJudgementReaderTest {
    private static final Digest DIGEST = Digest.over(new byte[0]);

    @Test
    void namesTheWordAndTheVersionOfANewerVocabulary() {
        RefusedStatementException refused = refusal(2);

        assertThat(refused.words().fr()).contains("version 2", "version 1", "« dataset.living »");
        assertThat(refused.words().en()).contains("version 2", "version 1", "\"dataset.living\"");
    }

    @Test
    void takesAnUnknownWordOfItsOwnVersionForAMistake() {
        assertThat(refusal(1).words().en()).startsWith("Its facts cannot be read");
    }

    private static RefusedStatementException refusal(long version) {
        PeerJudgementReader reader = new PeerJudgementReader(Vocabulary.standard());
        Parties parties = Parties.of(State.ML, Country.of(State.BF));
        return catchThrowableOfType(
                RefusedStatementException.class,
                () -> reader.read(statement(new JudgingMeans("1.0", version, DIGEST)), State.ML, parties));
    }

    private static JudgementStatement statement(JudgingMeans means) {
        return new JudgementStatement(
                new RequestId("request-1"),
                State.ML,
                Role.HOME,
                new PlacementTerms(
                        TrialCatalogue.AGGREGATED_HEALTH,
                        "REPLICATE",
                        TrialCatalogue.OUAGADOUGOU,
                        Country.of(State.BF),
                        null,
                        null,
                        null,
                        null),
                Instant.EPOCH,
                null,
                JournalJson.read("{\"at\":\"1970-01-01T00:00:00Z\",\"dataset\":{\"living\":true}}", JsonNode.class),
                null,
                "ENGINE_UNAVAILABLE",
                "embedded/1",
                DIGEST,
                new TreeMap<>(),
                null,
                null,
                means);
    }
}
