package org.liptako.node.possession.challenge;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.SeedCheckpoint;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.node.wire.StatementMessages;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.possession.v1.AnswerChallengeRequest;
import org.liptako.possession.v1.AnswerChallengeResponse;
import org.liptako.possession.v1.ChallengeSeed;

/** Challenges and answers as the protocol writes them. */
public final class AnswerMessages {
    private static final int DIGEST_BYTES = 32;

    private AnswerMessages() {}

    static AnswerChallengeRequest toMessage(ChallengeQuestion question) {
        ChallengeDraw draw = question.draw();
        return AnswerChallengeRequest.newBuilder()
                .setDataset(draw.version().dataset().value())
                .setVersionRoot(draw.version().root().value())
                .setSite(draw.site().value())
                .setNumber(draw.number())
                .addAllSeeds(draw.seeds().stream().map(AnswerMessages::seed).toList())
                .setSamples(question.samples())
                .setKey(ByteString.copyFrom(question.key()))
                .build();
    }

    /**
     * A question that a State puts.
     *
     * @throws Failure INVALID_REQUEST if it is none
     */
    public static ChallengeQuestion question(AnswerChallengeRequest request, State caller) {
        try {
            ChallengeDraw draw = new ChallengeDraw(
                    new DatasetVersion(new DatasetId(request.getDataset()), new VersionRoot(request.getVersionRoot())),
                    new SiteId(request.getSite()),
                    caller,
                    request.getNumber(),
                    request.getSeedsList().stream().map(AnswerMessages::seed).toList());
            byte[] key = request.getKey().toByteArray();
            if (key.length != KeyedChunk.KEY_BYTES) {
                throw new IllegalArgumentException("The key has " + key.length + " bytes.");
            }
            return new ChallengeQuestion(draw, request.getSamples(), key);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    ErrorCode.INVALID_REQUEST,
                    new Sentence(
                            "Ce n'est pas un défi : il faut un jeu, une version, ce site, un numéro à partir de 1, un point"
                                    + " de contrôle de chacun des deux autres États dans l'ordre ML, BF, NE, et une clé de"
                                    + " 32 octets.",
                            "This is no challenge: it takes a dataset, a version, this site, a number from 1 on, a"
                                    + " checkpoint of each of the two other States in the order ML, BF, NE, and a key of 32"
                                    + " bytes."),
                    e);
        }
    }

    /** An answer, with zeros for what is lost, that binds whoever signs it. */
    public static AnswerChallengeResponse response(
            ChallengeQuestion question, List<Optional<Digest>> digests, StatementSigner signer) {
        ByteString.Output bytes = ByteString.newOutput(digests.size() * DIGEST_BYTES);
        digests.forEach(digest ->
                bytes.write(digest.map(Digest::toBytes).orElseGet(() -> new byte[DIGEST_BYTES]), 0, DIGEST_BYTES));
        AnswerChallengeResponse unsigned = AnswerChallengeResponse.newBuilder()
                .setDigests(bytes.toByteString())
                .build();
        AnswerStatement said = AnswerStatement.of(question, digests(unsigned));
        return unsigned.toBuilder()
                .setSigned(StatementMessages.toMessage(signer.sign(AnswerStatement.CONTEXT, said.toJson())))
                .build();
    }

    /** What the holder's node has signed of it; empty if nothing. */
    static Optional<SignedStatement> signed(AnswerChallengeResponse response) {
        return response.hasSigned()
                ? Optional.of(StatementMessages.fromMessage(response.getSigned()))
                : Optional.empty();
    }

    /** What a holder has sent; what is left over at the end counts for nothing. */
    static List<Digest> digests(AnswerChallengeResponse response) {
        ByteString bytes = response.getDigests();
        List<Digest> digests = new ArrayList<>();
        for (int from = 0; from + DIGEST_BYTES <= bytes.size(); from += DIGEST_BYTES) {
            digests.add(Digest.of(bytes.substring(from, from + DIGEST_BYTES).toByteArray()));
        }
        return digests;
    }

    private static ChallengeSeed seed(SeedCheckpoint seed) {
        return ChallengeSeed.newBuilder()
                .setState(seed.state().name())
                .setSize(seed.size())
                .setRoot(ByteString.copyFrom(seed.root().toBytes()))
                .build();
    }

    private static SeedCheckpoint seed(ChallengeSeed seed) {
        return new SeedCheckpoint(
                State.valueOf(seed.getState()),
                seed.getSize(),
                Digest.of(seed.getRoot().toByteArray()));
    }
}
