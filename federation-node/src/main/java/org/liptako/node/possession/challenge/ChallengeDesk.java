package org.liptako.node.possession.challenge;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.ChallengeConfig;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.journal.event.ChallengeAnswer;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.SeedCheckpoint;
import org.liptako.node.journal.witness.KnownCheckpoints;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/**
 * Challenges one copy of another State's: draws, makes the right answer from this site's own bytes first, asks, compares, and journals what was shown.
 * Thread-safe.
 */
public final class ChallengeDesk {
    /** A holder that says so often in a row that it cannot answer now has not answered. */
    static final int MOST_PUT_OFF = 3;

    private static final int MOST_NAMED = 20;

    private final SiteRecord own;
    private final Holdings holdings;
    private final KnownCheckpoints checkpoints;
    private final ChallengeClient client;
    private final ChallengeConfig config;
    private final ChallengeRight right;
    private final ChallengeRecord record;
    private final SecureRandom random = new SecureRandom();

    public ChallengeDesk(
            SiteRecord own,
            Holdings holdings,
            KnownCheckpoints checkpoints,
            ChallengeClient client,
            ChallengeConfig config) {
        this.own = own;
        this.holdings = holdings;
        this.checkpoints = checkpoints;
        this.client = client;
        this.config = config;
        this.right = new ChallengeRight(own.registry());
        this.record = new ChallengeRecord(own);
    }

    ChallengeRecord record() {
        return record;
    }

    /** How often, and by how many chunks, copies of a version's dataset are challenged. */
    ChallengeConfig.Terms terms(CopyPlace copy) {
        return config.of(own.registry()
                .dataset(copy.version().dataset())
                .map(Dataset::classification)
                .orElse(null));
    }

    /**
     * Challenges a copy.
     *
     * @param asked how many chunks; 0 = as many as its class wants
     * @param putOff how often in a row the holder has put it off before
     */
    public ChallengeEnd challenge(CopyPlace copy, int asked, int putOff) {
        State challenger = own.journal().state();
        if (!right.covers(copy.version(), challenger)) {
            return notAsked(
                    "seuls l'État d'origine et, sauf secret, un État qui détient la même version mettent une copie au défi",
                    "only the home State and, unless the data is secret, a State that holds the same version challenge a"
                            + " copy");
        }
        List<SeedCheckpoint> seeds = ChallengeDraw.others(copy.site()).stream()
                .flatMap(state -> checkpoints.of(state).stream())
                .toList();
        if (seeds.size() != 2) {
            return notAsked(
                    "il manque ici un point de contrôle cosigné d'un des deux États dont le tirage dépend ; voyez liptako"
                            + " journal status",
                    "a cosigned checkpoint of one of the two States that the draw depends on is missing here; see liptako"
                            + " journal status");
        }
        ChallengeDraw draw = new ChallengeDraw(copy.version(), copy.site(), challenger, record.nextNumber(copy), seeds);
        int samples = asked > 0 ? asked : terms(copy).samples();
        try {
            Optional<HeldVersion> held = holdings.find(copy.version());
            return held.isPresent() ? challenge(copy, new Drawn(draw, samples, held.get()), putOff) : notHeld();
        } catch (Failure e) {
            return new ChallengeEnd.NotAsked(e.sentence());
        } catch (IOException e) {
            return notAsked(
                    "les octets de ce site ne peuvent être lus pour l'instant (" + e.getMessage() + ")",
                    "the bytes of this site cannot be read now (" + e.getMessage() + ")");
        }
    }

    /** A draw, and the bytes that it is held against. */
    private record Drawn(ChallengeDraw draw, int samples, HeldVersion held) {
        int chunks() {
            return held.manifest().header().chunks();
        }

        BitSet numbers() {
            return draw.chunks(chunks(), samples);
        }
    }

    private ChallengeEnd challenge(CopyPlace copy, Drawn drawn, int putOff) throws IOException {
        byte[] key = KeyedChunk.drawKey(random);
        List<Optional<Digest>> expected =
                KeyedReading.of(drawn.held(), drawn.numbers(), key, drawn.draw().seed(), () -> {});
        if (expected.stream().anyMatch(Optional::isEmpty)) {
            return notAsked(
                    "des blocs de ce site-ci sont eux-mêmes perdus ; voyez liptako replica verify",
                    "chunks of this site itself are lost; see liptako replica verify");
        }
        ChallengeQuestion question = new ChallengeQuestion(drawn.draw(), drawn.samples(), key);
        HolderAnswer answer = client.ask(question, copy.site().state().orElseThrow(), config.deadline());
        return switch (answer) {
            case HolderAnswer.Given given ->
                shown(
                        copy,
                        result(drawn, given.took(), Seen.of(new AnswerComparison(drawn.numbers(), expected, given))));
            case HolderAnswer.Late late -> shown(copy, result(drawn, late.took(), Seen.missed("DEADLINE")));
            case HolderAnswer.Declined declined -> declined(copy, drawn, declined, putOff);
            case HolderAnswer.Silent silent -> {
                record.unreachable(copy.site());
                yield new ChallengeEnd.Unreachable(silent.why());
            }
            case HolderAnswer.NotUnderstood not ->
                drawn.draw().number() > 1
                        ? declined(copy, drawn, not.declined(), putOff)
                        : new ChallengeEnd.NotAsked(not.declined().why());
        };
    }

    private ChallengeEnd declined(CopyPlace copy, Drawn drawn, HolderAnswer.Declined declined, int putOff) {
        if (putOff + 1 < MOST_PUT_OFF) {
            record.reached(copy.site());
            return new ChallengeEnd.PutOff(declined.why());
        }
        return shown(
                copy, result(drawn, declined.took(), Seen.missed(declined.code().name())));
    }

    private ChallengeEnd shown(CopyPlace copy, CopyChallenged result) {
        record.say(copy, result);
        return new ChallengeEnd.Shown(result);
    }

    /** What there was to be seen of an answer, or why there was none. */
    private record Seen(
            ChallengeOutcome outcome,
            List<Integer> wrong,
            @Nullable String reason,
            @Nullable ChallengeAnswer answer) {
        static Seen of(AnswerComparison compared) {
            List<Integer> wrong = compared.wrong();
            ChallengeOutcome outcome = wrong.isEmpty() ? ChallengeOutcome.PROVED : ChallengeOutcome.WRONG;
            return new Seen(outcome, wrong, null, compared.answer());
        }

        static Seen missed(String reason) {
            return new Seen(ChallengeOutcome.MISSED, List.of(), reason, null);
        }
    }

    private CopyChallenged result(Drawn drawn, Duration took, Seen seen) {
        ChallengeDraw draw = drawn.draw();
        return new CopyChallenged(
                own.journal().now(),
                draw.version().dataset(),
                draw.site(),
                draw.version().root(),
                draw.number(),
                draw.seeds(),
                drawn.chunks(),
                Math.min(drawn.samples(), drawn.chunks()),
                config.deadline().toSeconds(),
                took.toMillis(),
                seen.outcome(),
                seen.wrong().size(),
                seen.wrong().stream().limit(MOST_NAMED).toList(),
                seen.reason(),
                seen.answer());
    }

    private static ChallengeEnd notHeld() {
        return notAsked(
                "ce site n'a pas les octets de cette version, auxquels la réponse serait comparée",
                "this site has not the bytes of this version, with which the answer would be compared");
    }

    private static ChallengeEnd notAsked(String fr, String en) {
        return new ChallengeEnd.NotAsked(
                new Sentence("Rien n'a été demandé : " + fr + ".", "Nothing was asked: " + en + "."));
    }
}
