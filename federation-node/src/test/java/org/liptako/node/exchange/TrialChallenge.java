package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.BindableService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liptako.node.config.BucketConfig;
import org.liptako.node.config.ChallengeConfig;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.config.PeerProcess;
import org.liptako.node.config.PeerSite;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.store.VersionFolders;
import org.liptako.node.exchange.store.s3.S3ReplicaStore;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.SeedCheckpoint;
import org.liptako.node.journal.witness.KnownCheckpoints;
import org.liptako.node.peer.TrialPeers;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.possession.ChallengePeerEndpoint;
import org.liptako.node.possession.challenge.AnswerCheck;
import org.liptako.node.possession.challenge.AnswerDesk;
import org.liptako.node.possession.challenge.ChallengeClient;
import org.liptako.node.possession.challenge.ChallengeDesk;
import org.liptako.node.possession.challenge.ChallengeEnd;
import org.liptako.node.possession.challenge.CopyPlace;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.StatementSigner;

/** Mali challenges the copy at Niamey of a version of its own. Real PostgreSQL, real stores, two nodes over real TLS. */
final class TrialChallenge implements AutoCloseable {
    static final int FILES = 400;
    static final int SAMPLES = 100;
    static final Duration EVERY = Duration.ofDays(7);
    static final Duration LONG = Duration.ofMinutes(2);

    final TrialSource mali;
    final TrialReceiver niger;
    final DatasetVersion version;
    final CopyPlace copy;
    private final Path directory;
    private Optional<TrialServer> holder = Optional.empty();
    private Optional<TrialPeers> peers = Optional.empty();

    /** What differs from one copy to another. */
    private record Form(int files, boolean encrypted, Optional<BucketConfig> bucket) {}

    /** A copy of {@link #FILES} chunks, in clear and in a directory. */
    static TrialChallenge inClear(Path directory) throws IOException {
        return new TrialChallenge(directory, new Form(FILES, false, Optional.empty()));
    }

    static TrialChallenge encrypted(Path directory, int files) throws IOException {
        return new TrialChallenge(directory, new Form(files, true, Optional.empty()));
    }

    /** A copy in an object store. */
    static TrialChallenge inABucket(Path directory, int files, BucketConfig bucket) throws IOException {
        return new TrialChallenge(directory, new Form(files, true, Optional.of(bucket)));
    }

    private TrialChallenge(Path directory, Form form) throws IOException {
        this.directory = directory;
        SampleTree.manySmall(Files.createDirectories(directory.resolve("ml/publish/files")), form.files());
        mali = new TrialSource(directory.resolve("ml"), directory.resolve("ml/publish"), UnaryOperator.identity());
        niger = receiver(form);
        AcceptedGrant grant = form.encrypted()
                ? TrialGrants.encrypted(mali.version(), State.NE)
                : TrialGrants.plain(mali.version(), State.NE);
        mali.hear(grant);
        niger.accept(grant);
        await().atMost(LONG).until(() -> niger.transfer(grant).confirmed());
        version =
                new DatasetVersion(grant.terms().dataset(), grant.versionRoot().orElseThrow());
        copy = new CopyPlace(version, niger.record.own().site());
        mali.record.hear(niger.record);
        niger.record.hear(mali.record);
        cosigned();
    }

    private TrialReceiver receiver(Form form) throws IOException {
        Path home = directory.resolve("ne");
        return form.bucket().isEmpty()
                ? new TrialReceiver(State.NE, home, mali, mali.server().port())
                : new TrialReceiver(
                        State.NE,
                        home,
                        mali,
                        mali.server().port(),
                        Clock.systemUTC(),
                        config -> S3ReplicaStore.open(
                                form.bucket().orElseThrow(), config.storeDir().resolve("s3")));
    }

    /** A holder's node that serves this alone, and Mali's desk that finds it there. */
    ChallengeDesk serving(BindableService service) {
        return serving(service, LONG);
    }

    /** The same, for a desk that waits so long for the answer. */
    ChallengeDesk serving(BindableService service, Duration deadline) {
        TrialServer server = begin(service);
        return desk(TrialReceiver.peer(server, State.NE, server.port()), deadline);
    }

    /** The node of Niamey, as a further data centre of Niger, whose peer stands at another. */
    ChallengeDesk servingFurtherSite(BindableService service, TrialServer zinder) {
        TrialServer server = begin(service);
        PeerProcess niamey = new PeerProcess(
                TrialServer.ADDRESS, server.port(), server.identity().serverName());
        return desk(
                new PeerConfig(
                        State.NE,
                        new SiteId("NE-ZND-1"),
                        TrialServer.ADDRESS,
                        zinder.port(),
                        zinder.identity().serverName(),
                        List.of(),
                        List.of(new PeerSite(copy.site(), niamey))),
                LONG);
    }

    private TrialServer begin(BindableService service) {
        peers.ifPresent(TrialPeers::close);
        holder.ifPresent(TrialServer::close);
        TrialServer server = new TrialServer(State.NE, Clock.systemUTC(), List.of(service));
        holder = Optional.of(server);
        return server;
    }

    private ChallengeDesk desk(PeerConfig peer, Duration deadline) {
        TrialPeers channels = new TrialPeers(mali.server(), peer);
        peers = Optional.of(channels);
        return new ChallengeDesk(
                mali.record.own(),
                mali.holdings(),
                new KnownCheckpoints(mali.record.own().jdbi(), State.ML),
                new ChallengeClient(
                        channels, new AnswerCheck(mali.server().identity().verifier(), Clock.systemUTC())),
                new ChallengeConfig(new ChallengeConfig.Terms(EVERY, SAMPLES), deadline, Map.of()));
    }

    /** Ends the holder's node; gives where it was. */
    int cutOff() {
        TrialServer cut = holder.orElseThrow();
        int port = cut.port();
        cut.close();
        return port;
    }

    /** The honest holder's node is back where it was. */
    void comeBack(int port) {
        holder = Optional.of(new TrialServer(State.NE, Clock.systemUTC(), List.of(honest()), port));
    }

    BindableService honest() {
        return new ChallengePeerEndpoint(answers(), signerOf(State.NE));
    }

    /** What the holder truly has. */
    AnswerDesk answers() {
        return new AnswerDesk(niger.record.own(), niger.holdings());
    }

    static StatementSigner signerOf(State state) {
        return TrialRegion.node(state, Clock.systemUTC()).signer();
    }

    ChallengeEnd challenge(ChallengeDesk desk, int samples) {
        return desk.challenge(copy, samples, 0);
    }

    static CopyChallenged shown(ChallengeEnd end) {
        assertThat(end).isInstanceOf(ChallengeEnd.Shown.class);
        return ((ChallengeEnd.Shown) end).result();
    }

    ReplicaStatus malisWord() {
        return mali.record.own().registry().replicas(version.dataset()).stream()
                .filter(word ->
                        word.source().saidBy() == State.ML && word.site().equals(copy.site()))
                .findFirst()
                .orElseThrow()
                .state()
                .status();
    }

    List<String> unreachable() {
        return mali.record.own().registry().challenges().unreachable().stream()
                .map(silence -> silence.site().value())
                .toList();
    }

    static SeedCheckpoint checkpoint(State state) {
        return new SeedCheckpoint(state, 1, Digest.over(new byte[] {1}));
    }

    /** Where the copy lies, if it does in a directory. */
    Path sealed() {
        return VersionFolders.folder(directory.resolve("ne/store/sealed"), version);
    }

    /** As if Burkina Faso and Mali had cosigned each other's journals. */
    private void cosigned() {
        byte[] root = checkpoint(State.ML).root().toBytes();
        mali.record.own().jdbi().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO witnessed_checkpoint (state, size, root, note, accepted_at) VALUES ('BF', 1, ?, '', now())",
                    root);
            handle.execute(
                    "INSERT INTO own_cosignature (witness, size, root, note, line, cosigned_at)"
                            + " VALUES ('BF', 1, ?, '', '', now())",
                    root);
        });
    }

    @Override
    public void close() {
        peers.ifPresent(TrialPeers::close);
        holder.ifPresent(TrialServer::close);
        niger.close();
        mali.close();
    }
}
