package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.config.ChallengeConfig;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.exchange.grant.StandingCopies;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.VersionFolders;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingCleared;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.SeedCheckpoint;
import org.liptako.node.journal.event.SiteReached;
import org.liptako.node.journal.event.SiteUnreachable;
import org.liptako.node.journal.event.TransferStarted;
import org.liptako.node.journal.witness.KnownCheckpoints;
import org.liptako.node.peer.TrialPeers;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.possession.ChallengePeerEndpoint;
import org.liptako.node.possession.challenge.AnswerDesk;
import org.liptako.node.possession.challenge.AnswerMessages;
import org.liptako.node.possession.challenge.ChallengeClient;
import org.liptako.node.possession.challenge.ChallengeDesk;
import org.liptako.node.possession.challenge.ChallengeDraw;
import org.liptako.node.possession.challenge.ChallengeEnd;
import org.liptako.node.possession.challenge.ChallengePlan;
import org.liptako.node.possession.challenge.ChallengeQuestion;
import org.liptako.node.possession.challenge.ChallengeWatch;
import org.liptako.node.possession.challenge.CopyPlace;
import org.liptako.node.possession.challenge.KeyedChunk;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.possession.v1.AnswerChallengeRequest;
import org.liptako.possession.v1.AnswerChallengeResponse;
import org.liptako.possession.v1.ChallengePeerServiceGrpc.ChallengePeerServiceImplBase;

/** Mali challenges the copy at Niamey of a version of its own. Real PostgreSQL, real directories, two nodes over real TLS. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Made before each test.
class ChallengeIT {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int FILES = 400;
    private static final int SAMPLES = 100;
    private static final Duration EVERY = Duration.ofDays(7);

    @TempDir
    private Path directory;

    private TrialSource mali;
    private TrialReceiver niger;
    private DatasetVersion version;
    private CopyPlace copy;
    private Optional<TrialServer> holder = Optional.empty();
    private Optional<TrialPeers> peers = Optional.empty();

    @BeforeEach
    void nigerHasSealedACopyOfFourHundredChunks() throws IOException {
        SampleTree.manySmall(Files.createDirectories(directory.resolve("ml/publish/files")), FILES);
        mali = new TrialSource(directory.resolve("ml"), directory.resolve("ml/publish"), UnaryOperator.identity());
        niger = new TrialReceiver(
                State.NE,
                directory.resolve("ne"),
                List.of(TrialReceiver.peer(
                        mali.server(), State.ML, mali.server().port())),
                UnaryOperator.identity());
        AcceptedGrant grant = TrialGrants.plain(mali.version(), State.NE);
        mali.hear(grant);
        niger.accept(grant);
        await().atMost(LONG).until(() -> niger.transfer(grant).confirmed());
        version =
                new DatasetVersion(grant.terms().dataset(), grant.versionRoot().orElseThrow());
        copy = new CopyPlace(version, niger.record.own().site());
        mali.record.hear(niger.record);
        niger.record.hear(mali.record);
        cosigned(1);
    }

    @AfterEach
    void close() {
        peers.ifPresent(TrialPeers::close);
        holder.ifPresent(TrialServer::close);
        niger.close();
        mali.close();
    }

    @Test
    void aWholeCopyIsProvedAndAnybodyDrawsAgainWhatItWasAskedFor() {
        CopyChallenged result = shown(challenge(serving(honest()), SAMPLES));

        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.PROVED);
        assertThat(mali.record.journaled(CopyChallenged.class)).containsExactly(result);
        assertThat(result.chunks()).isEqualTo(FILES);
        assertThat(result.samples()).isEqualTo(SAMPLES);
        assertThat(result.number()).isEqualTo(1);
        assertThat(new ChallengeDraw(version, result.site(), State.ML, result.number(), result.seeds())
                        .chunks(result.chunks(), result.samples())
                        .cardinality())
                .isEqualTo(SAMPLES);
        assertThat(malisWord()).isEqualTo(ReplicaStatus.SEALED);
        assertThat(mali.record.journaled(HoldingFound.class)).isEmpty();
        assertThat(mali.record.own().registry().challenges().of(List.of(version.dataset())))
                .singleElement()
                .satisfies(said -> assertThat(said.result()).isEqualTo(result));
    }

    @Test
    void aSilentLossOfOnePercentIsFoundAndARepairProposedAndNoneStarted() throws IOException {
        deleteEveryHundredth();
        ChallengeDesk desk = serving(honest());

        // Each sees it with 0.69; eight do with 0.9999.
        int challenges = 0;
        CopyChallenged result;
        do {
            result = shown(challenge(desk, SAMPLES));
            challenges++;
        } while (result.outcome() == ChallengeOutcome.PROVED && challenges < 8);

        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.WRONG);
        assertThat(result.wrong()).isBetween(1, 4);
        assertThat(malisWord()).isEqualTo(ReplicaStatus.UNPROVEN);
        assertThat(mali.record.journaled(HoldingFound.class))
                .singleElement()
                .satisfies(found -> assertThat(found.finding().cause()).isEqualTo(HoldingCause.CHALLENGE_FAILED));
        assertThat(mali.record.journaled(AlarmRaised.class)).singleElement().satisfies(alarm -> {
            assertThat(alarm.about()).isEqualTo(State.NE);
            assertThat(alarm.words().en()).contains("Repair proposed", "replica verify " + version.dataset());
        });
        // The honest holder has seen it too; nobody has begun to mend anything.
        assertThat(niger.record.journaled(ReplicaDamaged.class)).hasSize(1);
        assertThat(niger.record.journaled(TransferStarted.class)).hasSize(1);
    }

    @Test
    void aCopyThatIsShownAgainIsProvedAgainAndTheFindingEnds() {
        shown(challenge(serving(new Silent()), SAMPLES));
        assertThat(malisWord()).isEqualTo(ReplicaStatus.UNPROVEN);

        CopyChallenged again = shown(challenge(serving(honest()), SAMPLES));

        assertThat(again.number()).isEqualTo(2);
        assertThat(malisWord()).isEqualTo(ReplicaStatus.SEALED);
        assertThat(mali.record.journaled(HoldingCleared.class)).hasSize(1);
    }

    @Test
    void aCopyThatHomeDoubtsIsTheLastToBeAskedAndIsNotLeftOut() {
        SiteId another = new SiteId("NE-NIM-2");
        ReplicaSealed sealed = niger.record.journaled(ReplicaSealed.class).getFirst();
        mali.record.hear(
                State.NE,
                new ReplicaSealed(
                        sealed.at(),
                        sealed.grant(),
                        sealed.dataset(),
                        another,
                        sealed.versionRoot(),
                        sealed.chunks(),
                        sealed.encrypted()));
        assertThat(standing()).containsExactly(copy.site(), another);

        shown(challenge(serving(new Silent()), SAMPLES));

        assertThat(standing()).containsExactly(another, copy.site());
    }

    private List<SiteId> standing() {
        StandingCopies copies = new StandingCopies(mali.record.own().registry());
        return copies.of(version).stream()
                .map(ReplicaStatement::site)
                .filter(site -> site.state().equals(Optional.of(State.NE)))
                .toList();
    }

    @Test
    void aHolderThatCanBeReachedAndDoesNotAnswerInTimeHasMissed() {
        CopyChallenged result = shown(challenge(serving(new Silent()), SAMPLES));

        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.MISSED);
        assertThat(result.reason()).isEqualTo("DEADLINE");
        assertThat(result.tookMillis()).isGreaterThanOrEqualTo(2_000);
        assertThat(malisWord()).isEqualTo(ReplicaStatus.UNPROVEN);
        shown(challenge(serving(new Silent()), SAMPLES));
        assertThat(mali.record.journaled(HoldingFound.class)).hasSize(1);
        assertThat(mali.record.journaled(AlarmRaised.class)).hasSize(1);
    }

    @Test
    void aStateThatIsCutOffIsUnreachableOnceAndItsCopyIsNotUnproven() {
        ChallengeDesk desk = serving(honest());
        TrialServer cut = holder.orElseThrow();
        int port = cut.port();
        cut.close();

        assertThat(challenge(desk, SAMPLES)).isInstanceOf(ChallengeEnd.Unreachable.class);
        assertThat(challenge(desk, SAMPLES)).isInstanceOf(ChallengeEnd.Unreachable.class);

        assertThat(mali.record.journaled(SiteUnreachable.class))
                .singleElement()
                .satisfies(said -> assertThat(said.site()).isEqualTo(copy.site()));
        assertThat(mali.record.journaled(CopyChallenged.class)).isEmpty();
        assertThat(mali.record.journaled(HoldingFound.class)).isEmpty();
        assertThat(mali.record.journaled(AlarmRaised.class)).isEmpty();
        assertThat(malisWord()).isEqualTo(ReplicaStatus.SEALED);
        assertThat(unreachable()).containsExactly(copy.site().value());

        holder = Optional.of(new TrialServer(State.NE, Clock.systemUTC(), List.of(honest()), port));
        await().atMost(LONG).until(() -> challenge(desk, SAMPLES) instanceof ChallengeEnd.Shown);
        assertThat(mali.record.journaled(SiteReached.class)).hasSize(1);
        assertThat(unreachable()).isEmpty();
    }

    @Test
    void anAnswerToAnEarlierChallengeIsWrong() {
        Replaying replaying = new Replaying(answers(niger));
        assertThat(shown(challenge(serving(replaying), FILES)).outcome()).isEqualTo(ChallengeOutcome.PROVED);
        CopyChallenged second = shown(challenge(serving(replaying), FILES));
        assertThat(second.outcome()).isEqualTo(ChallengeOutcome.WRONG);
        assertThat(second.wrong()).isEqualTo(FILES);
        assertThat(second.wrongChunks()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void anAnswerThatAnotherSiteMakesToTheSameKeyIsWrong() throws IOException {
        Files.move(sealed(), directory.resolve("gone"));
        Reflecting reflecting = new Reflecting(
                new AnswerDesk(mali.record.own(), mali.holdings()),
                mali.record.own().site());

        CopyChallenged result = shown(challenge(serving(reflecting), FILES));

        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.WRONG);
        assertThat(result.wrong()).isEqualTo(FILES);
    }

    @Test
    void oldDataInThePlaceOfAFewChunksIsWrongForJustThese() {
        CopyChallenged result = shown(challenge(serving(new OldData(answers(niger))), FILES));
        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.WRONG);
        assertThat(result.wrongChunks()).containsExactly(0, 1, 2);
    }

    @Test
    void aProxyThatHasTheBytesAnsweredForElsewhereInTimeIsNotCaught() throws IOException {
        Files.move(sealed(), directory.resolve("gone"));
        AnswerDesk atBamako = new AnswerDesk(
                new SiteRecord(
                        copy.site(),
                        niger.record.own().jdbi(),
                        niger.record.own().journal(),
                        niger.record.own().registry(),
                        Clock.systemUTC()),
                mali.holdings());
        assertThat(shown(challenge(serving(new ChallengePeerEndpoint(atBamako)), SAMPLES))
                        .outcome())
                .isEqualTo(ChallengeOutcome.PROVED);
    }

    @Test
    void whoeverPutsOffAChallengeForTheThirdTimeHasMissedIt() {
        ChallengeDesk desk = serving(new Busy());
        assertThat(desk.challenge(copy, SAMPLES, 0)).isInstanceOf(ChallengeEnd.PutOff.class);
        assertThat(desk.challenge(copy, SAMPLES, 1)).isInstanceOf(ChallengeEnd.PutOff.class);
        assertThat(mali.record.journaled(CopyChallenged.class)).isEmpty();

        CopyChallenged result = shown(desk.challenge(copy, SAMPLES, 2));
        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.MISSED);
        assertThat(result.reason()).isEqualTo("TOO_MUCH");
    }

    @Test
    void whoeverIsUnavailableToChallengesAloneHasMissedTheThird() {
        ChallengeDesk desk = serving(new Unavailable());
        assertThat(desk.challenge(copy, SAMPLES, 0)).isInstanceOf(ChallengeEnd.PutOff.class);
        assertThat(desk.challenge(copy, SAMPLES, 1)).isInstanceOf(ChallengeEnd.PutOff.class);

        CopyChallenged result = shown(desk.challenge(copy, SAMPLES, 2));

        assertThat(result.outcome()).isEqualTo(ChallengeOutcome.MISSED);
        assertThat(result.reason()).isEqualTo("PEER_SILENT");
        assertThat(mali.record.journaled(SiteUnreachable.class)).isEmpty();
        assertThat(malisWord()).isEqualTo(ReplicaStatus.UNPROVEN);
    }

    @Test
    void whoeverKnowsChallengesNoLongerHasMissedTheThirdWhereOneOfBeforeIsNotAsked() {
        assertThat(serving(new OfBefore()).challenge(copy, SAMPLES, 2)).isInstanceOf(ChallengeEnd.NotAsked.class);
        shown(challenge(serving(honest()), SAMPLES));

        ChallengeDesk desk = serving(new OfBefore());
        assertThat(desk.challenge(copy, SAMPLES, 0)).isInstanceOf(ChallengeEnd.PutOff.class);
        assertThat(shown(desk.challenge(copy, SAMPLES, 2)).outcome()).isEqualTo(ChallengeOutcome.MISSED);
    }

    @Test
    void nothingIsAskedWithoutCosignedCheckpointsOfBothOtherStates() {
        mali.record.own().jdbi().useHandle(handle -> handle.execute("DELETE FROM own_cosignature"));
        assertThat(challenge(serving(honest()), SAMPLES))
                .isInstanceOfSatisfying(
                        ChallengeEnd.NotAsked.class,
                        not -> assertThat(not.why().en()).contains("cosigned checkpoint"));
    }

    @Test
    void aStateThatIsNeitherHomeNorHolderIsNotAnswered() {
        ChallengeQuestion question = new ChallengeQuestion(
                new ChallengeDraw(
                        version, copy.site(), State.BF, 1, List.of(checkpoint(State.ML), checkpoint(State.BF))),
                10,
                new byte[32]);
        assertThatThrownBy(() -> answers(niger).answer(question, State.BF, () -> {}))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_KNOWN));
        assertThatThrownBy(() -> answers(niger).answer(question, State.ML, () -> {}))
                .isInstanceOf(Failure.class);
    }

    @Test
    void aStateThatTakesItsPlacesTakesNoOthers() {
        AnswerDesk desk = answers(niger);
        List<SeedCheckpoint> seeds = List.of(checkpoint(State.ML), checkpoint(State.BF));
        ChallengeQuestion malis = new ChallengeQuestion(
                new ChallengeDraw(version, copy.site(), State.ML, 1, seeds), 1, new byte[KeyedChunk.KEY_BYTES]);
        ChallengeQuestion burkinas = new ChallengeQuestion(
                new ChallengeDraw(version, copy.site(), State.BF, 1, seeds), 1, new byte[KeyedChunk.KEY_BYTES]);
        List<ErrorCode> refusals = new ArrayList<>();

        Runnable third = () -> {
            refusals.add(refusal(desk, malis, State.ML));
            refusals.add(refusal(desk, burkinas, State.BF));
        };
        desk.answer(malis, State.ML, () -> desk.answer(malis, State.ML, third));

        // Burkina Faso holds no copy: it was heard, and that is what it was told.
        assertThat(refusals).containsExactly(ErrorCode.TOO_MUCH, ErrorCode.NOT_KNOWN);
        assertThat(desk.answer(malis, State.ML, () -> {})).hasSize(1);
    }

    private static ErrorCode refusal(AnswerDesk desk, ChallengeQuestion question, State caller) {
        try {
            desk.answer(question, caller, () -> {});
        } catch (Failure e) {
            return e.code();
        }
        throw new AssertionError("It was answered.");
    }

    @Test
    void aCopyIsChallengedByItselfWithinItsSpanAndASiteThatIsCutOffRests() {
        JumpingClock clock = new JumpingClock();
        ChallengeDesk desk = serving(honest());
        ChallengeWatch watch = new ChallengeWatch(
                desk,
                new ChallengePlan(mali.record.own().jdbi(), State.ML),
                mali.record.own().registry(),
                List.of(copy.site()),
                clock,
                new SimpleMeterRegistry());

        assertThat(watch.look()).isZero();
        clock.jump(EVERY);
        assertThat(watch.look()).isEqualTo(1);
        assertThat(watch.look()).isZero();
        assertThat(mali.record.journaled(CopyChallenged.class)).hasSize(1);

        clock.jump(EVERY.multipliedBy(2));
        holder.orElseThrow().close();
        assertThat(watch.look()).isEqualTo(1);
        assertThat(watch.look()).isZero();
        clock.jump(Duration.ofMinutes(16));
        assertThat(watch.look()).isEqualTo(1);
        assertThat(mali.record.journaled(SiteUnreachable.class)).hasSize(1);
        assertThat(mali.record.journaled(CopyChallenged.class)).hasSize(1);
        watch.close();
    }

    /** A holder's node that serves this alone, and Mali's desk that finds it there. */
    private ChallengeDesk serving(BindableService service) {
        peers.ifPresent(TrialPeers::close);
        holder.ifPresent(TrialServer::close);
        TrialServer server = new TrialServer(State.NE, Clock.systemUTC(), List.of(service));
        TrialPeers channels = new TrialPeers(mali.server(), TrialReceiver.peer(server, State.NE, server.port()));
        holder = Optional.of(server);
        peers = Optional.of(channels);
        ChallengeConfig config = new ChallengeConfig(
                new ChallengeConfig.Terms(EVERY, SAMPLES),
                service instanceof Silent ? Duration.ofSeconds(2) : LONG,
                Map.of());
        return new ChallengeDesk(
                mali.record.own(),
                mali.holdings(),
                new KnownCheckpoints(mali.record.own().jdbi(), State.ML),
                new ChallengeClient(channels),
                config);
    }

    private BindableService honest() {
        return new ChallengePeerEndpoint(answers(niger));
    }

    private static AnswerDesk answers(TrialReceiver receiver) {
        return new AnswerDesk(receiver.record.own(), receiver.holdings());
    }

    private ChallengeEnd challenge(ChallengeDesk desk, int samples) {
        return desk.challenge(copy, samples, 0);
    }

    private static CopyChallenged shown(ChallengeEnd end) {
        assertThat(end).isInstanceOf(ChallengeEnd.Shown.class);
        return ((ChallengeEnd.Shown) end).result();
    }

    private ReplicaStatus malisWord() {
        return mali.record.own().registry().replicas(version.dataset()).stream()
                .filter(word ->
                        word.source().saidBy() == State.ML && word.site().equals(copy.site()))
                .findFirst()
                .orElseThrow()
                .state()
                .status();
    }

    private List<String> unreachable() {
        return mali.record.own().registry().challenges().unreachable().stream()
                .map(silence -> silence.site().value())
                .toList();
    }

    /** As if Burkina Faso and Mali had cosigned each other's journals. */
    private void cosigned(int number) {
        byte[] root = checkpoint(State.ML).root().toBytes();
        mali.record.own().jdbi().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO witnessed_checkpoint (state, size, root, note, accepted_at) VALUES ('BF', ?, ?, '', now())",
                    number,
                    root);
            handle.execute(
                    "INSERT INTO own_cosignature (witness, size, root, note, line, cosigned_at)"
                            + " VALUES ('BF', ?, ?, '', '', now())",
                    number,
                    root);
        });
    }

    private static SeedCheckpoint checkpoint(State state) {
        return new SeedCheckpoint(state, 1, Digest.over(new byte[] {1}));
    }

    private void deleteEveryHundredth() throws IOException {
        for (int file = 50; file < FILES; file += 100) {
            Files.delete(sealed().resolve("data/0000/%06d".formatted(file)));
        }
    }

    private Path sealed() {
        return VersionFolders.folder(directory.resolve("ne/store/sealed"), version);
    }

    /** Never answers. */
    private static final class Silent extends ChallengePeerServiceImplBase {
        @Override
        public void answerChallenge(AnswerChallengeRequest request, StreamObserver<AnswerChallengeResponse> observer) {
            // Nothing comes.
        }
    }

    /** Has always something else to do. */
    private static final class Busy extends ChallengePeerServiceImplBase {
        @Override
        public void answerChallenge(AnswerChallengeRequest request, StreamObserver<AnswerChallengeResponse> observer) {
            throw Failure.of(ErrorCode.TOO_MUCH, "Plus tard.", "Later.");
        }
    }

    /** As if there were no connection, to this call alone. */
    private static final class Unavailable extends ChallengePeerServiceImplBase {
        @Override
        public void answerChallenge(AnswerChallengeRequest request, StreamObserver<AnswerChallengeResponse> observer) {
            observer.onError(Status.UNAVAILABLE.asRuntimeException());
        }
    }

    /** Knows of no challenge. */
    private static final class OfBefore extends ChallengePeerServiceImplBase {}

    /** Gives the first answer again and again. */
    private static final class Replaying extends ChallengePeerServiceImplBase {
        private final AnswerDesk honest;
        private Optional<AnswerChallengeResponse> first = Optional.empty();

        Replaying(AnswerDesk honest) {
            this.honest = honest;
        }

        @Override
        public void answerChallenge(AnswerChallengeRequest request, StreamObserver<AnswerChallengeResponse> observer) {
            if (first.isEmpty()) {
                first = Optional.of(AnswerMessages.response(
                        honest.answer(AnswerMessages.question(request, State.ML), State.ML, () -> {})));
            }
            observer.onNext(first.get());
            observer.onCompleted();
        }
    }

    /** Has nothing, and lets a site that has the bytes answer a challenge of its own copy under the same key. */
    private static final class Reflecting extends ChallengePeerServiceImplBase {
        private final AnswerDesk other;
        private final SiteId site;

        Reflecting(AnswerDesk other, SiteId site) {
            this.other = other;
            this.site = site;
        }

        @Override
        public void answerChallenge(AnswerChallengeRequest request, StreamObserver<AnswerChallengeResponse> observer) {
            ChallengeDraw asked = AnswerMessages.question(request, State.ML).draw();
            ChallengeDraw draw = new ChallengeDraw(
                    asked.version(),
                    site,
                    State.ML,
                    asked.number(),
                    ChallengeDraw.others(site).stream()
                            .map(ChallengeIT::checkpoint)
                            .toList());
            ChallengeQuestion question = new ChallengeQuestion(
                    draw, request.getSamples(), request.getKey().toByteArray());
            observer.onNext(AnswerMessages.response(other.answer(question, State.ML, () -> {})));
            observer.onCompleted();
        }
    }

    /** Has of the first three chunks what they were once, and answers for these under the right key. */
    private static final class OldData extends ChallengePeerServiceImplBase {
        private final AnswerDesk honest;

        OldData(AnswerDesk honest) {
            this.honest = honest;
        }

        @Override
        public void answerChallenge(AnswerChallengeRequest request, StreamObserver<AnswerChallengeResponse> observer) {
            List<Optional<Digest>> digests =
                    new ArrayList<>(honest.answer(AnswerMessages.question(request, State.ML), State.ML, () -> {}));
            Digest draw = AnswerMessages.question(request, State.ML).draw().seed();
            KeyedChunk keyed = new KeyedChunk(request.getKey().toByteArray(), draw);
            for (int chunk = 0; chunk < 3; chunk++) {
                digests.set(chunk, Optional.of(keyed.of(chunk, ByteBuffer.wrap(new byte[] {1, 2, 3}))));
            }
            observer.onNext(AnswerMessages.response(digests));
            observer.onCompleted();
        }
    }
}
