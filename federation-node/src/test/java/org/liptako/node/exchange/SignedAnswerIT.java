package org.liptako.node.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.exchange.TrialChallenge.SAMPLES;
import static org.liptako.node.exchange.TrialChallenge.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.journal.event.ChallengeAnswer;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.SaidChunk;
import org.liptako.node.possession.challenge.ChallengeDraw;
import org.liptako.node.possession.challenge.ChallengeQuestion;
import org.liptako.node.possession.challenge.KeyedChunk;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.InclusionProof;
import org.liptako.pki.evidence.MerkleHash;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.ExpectedSigner;
import org.liptako.pki.signature.SignedStatement;

/** What an entry shows to a State that was not there. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SignedAnswerIT {
    @TempDir
    private Path directory;

    @Test
    void aThirdWithTheEntryAndOneChunkSeesThatTheHolderHasSignedAWrongAnswer() throws IOException {
        try (TrialChallenge trial = TrialChallenge.inClear(directory)) {
            shown(trial.challenge(trial.serving(DishonestHolder.withOldData(trial.answers())), TrialChallenge.FILES));
            CopyChallenged entry =
                    trial.mali.record.journaled(CopyChallenged.class).getFirst();
            ChallengeAnswer answer = requireNonNull(entry.answer());
            SignedStatement signed = requireNonNull(answer.statement());

            Party signer = TrialRegion.node(State.BF, Clock.systemUTC())
                    .verifier()
                    .verify(signed, "possession-answer", ExpectedSigner.nodeOf(State.NE), entry.at());
            assertThat(signer.site()).isEqualTo(entry.site());
            assertThat(Digest.over(signed.payload())).isEqualTo(answer.digest());
            JsonNode payload = JournalJson.mapper().readTree(new String(signed.payload(), UTF_8));
            ChallengeDraw draw =
                    new ChallengeDraw(trial.version, entry.site(), State.ML, entry.number(), entry.seeds());
            assertThat(payload.get("draw").asText()).isEqualTo(draw.seed().hex());

            SaidChunk said = answer.said().getFirst();
            Digest root = Digest.ofHex(payload.get("root").asText());
            int place = draw.chunks(entry.chunks(), entry.samples())
                    .get(0, said.chunk())
                    .cardinality();
            assertThat(new InclusionProof(place, payload.get("chunks").asLong(), said.path())
                            .proves(MerkleHash.leaf(said.said().toBytes()), root))
                    .isTrue();
            byte[] bytes = Files.readAllBytes(trial.mali.origin.resolve("0000/%06d".formatted(said.chunk())));
            byte[] key = HexFormat.of().parseHex(payload.get("key").asText());
            Digest right = new KeyedChunk(key, draw.seed()).of(said.chunk(), ByteBuffer.wrap(bytes));
            assertThat(trial.answers()
                            .answer(new ChallengeQuestion(draw, entry.samples(), key), State.ML, () -> {})
                            .get(place))
                    .contains(right);
            assertThat(said.said()).isNotEqualTo(right);
        }
    }

    @Test
    void ofARightAnswerTheEntryHasWhatWasSignedByItsDigestAlone() throws IOException {
        try (TrialChallenge trial = TrialChallenge.inClear(directory)) {
            CopyChallenged result = shown(trial.challenge(trial.serving(trial.honest()), SAMPLES));

            ChallengeAnswer answer = requireNonNull(result.answer());
            assertThat(answer.statement()).isNull();
            assertThat(answer.said()).isEmpty();
            assertThat(trial.mali.record.journaled(CopyChallenged.class).getFirst())
                    .isEqualTo(result);
        }
    }
}
