package org.liptako.node.exchange;

import io.grpc.BindableService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.liptako.node.config.ExchangeConfig;
import org.liptako.node.config.PaceConfig;
import org.liptako.node.exchange.cipher.DatasetKeys;
import org.liptako.node.exchange.damage.DamagedCopies;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.exchange.pace.Pace;
import org.liptako.node.exchange.pace.PaceFactory;
import org.liptako.node.exchange.pace.PaceLimits;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.exchange.publication.Publication;
import org.liptako.node.exchange.publication.PublicationFactory;
import org.liptako.node.exchange.publication.PublishDesk;
import org.liptako.node.exchange.publication.PublishedVersions;
import org.liptako.node.exchange.recognition.RecognitionFactory;
import org.liptako.node.exchange.serving.ServingFactory;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.identity.TrialRegion;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.event.VersionPublished;
import org.liptako.node.placement.AcceptedGrant;
import org.liptako.node.placement.TrialCatalogue;
import org.liptako.pki.name.State;

/** The node at Bamako as far as it publishes and serves copies. */
public final class TrialSource implements AutoCloseable {
    private static final Publication WHOLE = new Publication(TrialCatalogue.AGGREGATED_HEALTH, "files", false, false);
    private static final Publication IN_CLEAR = new Publication(TrialCatalogue.AGGREGATED_HEALTH, "files", false, true);

    final TrialRecord record = new TrialRecord(State.ML);
    final Path origin;
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ServingFactory serving = new ServingFactory();
    private final ExecutorService readers = serving.readers();
    private final Holdings holdings;
    private final PublishDesk desk;
    private final Publication publication;
    private VersionPublished version;
    private final PaceLimits limits;
    private final Pace pace;
    private final TrialServer server;

    /**
     * Publishes and begins to serve.
     *
     * @param publish a directory with one directory in it, which is published
     * @param answers what stands between the real endpoint and its callers
     */
    TrialSource(Path home, Path publish, UnaryOperator<BindableService> answers) throws IOException {
        this(
                endpoint -> new TrialServer(State.ML, Clock.systemUTC(), List.of(answers.apply(endpoint))),
                home,
                publish,
                WHOLE);
    }

    private TrialSource(Function<BindableService, TrialServer> server, Path home, Path publish, Publication publication)
            throws IOException {
        this.publication = publication;
        this.origin = publish.resolve("files");
        ExchangeConfig config =
                new ExchangeConfig(home.resolve("store"), publish, home.resolve("keys"), home.resolve("courier"));
        PublicationFactory publications = new PublicationFactory();
        DatasetKeys keys = publications.keys(config);
        PublishedVersions published = publications.published(config, keys);
        ExchangeFactory room = new ExchangeFactory();
        this.holdings = publications.holdings(
                published, new RecognitionFactory().open(config), new DamagedCopies(record.own()));
        this.desk = publications.desk(
                record.own(),
                config,
                keys,
                published,
                TrialRegion.node(State.ML, Clock.systemUTC()).signer());
        this.version = desk.publish(publication);
        PaceFactory paces = new PaceFactory();
        this.limits = paces.limits(
                new PaceConfig(ZoneOffset.UTC, List.of()), record.own().jdbi(), Clock.systemUTC());
        this.pace = paces.pace(limits);
        BindableService endpoint =
                serving.endpoint(record.own(), record.grants(), holdings, readers, room.meter(metrics), pace);
        this.server = server.apply(endpoint);
    }

    /** One that publishes a file of so many chunks in clear. */
    static TrialSource ofChunks(int chunks, Path home) throws IOException {
        return ofChunks(chunks, home, endpoint -> new TrialServer(State.ML, Clock.systemUTC(), List.of(endpoint)));
    }

    /** The same, served by a server of the test's. */
    public static TrialSource ofChunks(int chunks, Path home, Function<BindableService, TrialServer> serving)
            throws IOException {
        SampleTree.large(home.resolve("publish/files"), chunks);
        return new TrialSource(serving, home, home.resolve("publish"), IN_CLEAR);
    }

    /** A grant of the version to a State, of which it has heard. */
    public String grantTo(State receiver) {
        AcceptedGrant grant = TrialGrants.plain(version, receiver);
        hear(grant);
        return grant.serial().value();
    }

    /** One that publishes a few small files. */
    static TrialSource ofSmallFiles(Path home, UnaryOperator<BindableService> answers) throws IOException {
        SampleTree.small(Files.createDirectories(home.resolve("publish/files")));
        return new TrialSource(home, home.resolve("publish"), answers);
    }

    /** Publishes what lies in the directory now. */
    VersionPublished publishAgain() throws IOException {
        version = desk.publish(publication);
        return version;
    }

    /** Publishes another directory beside the first, without its encrypted form. */
    VersionPublished publish(String directory) throws IOException {
        return desk.publish(new Publication(TrialCatalogue.AGGREGATED_HEALTH, directory, false, true));
    }

    VersionPublished version() {
        return version;
    }

    Holdings holdings() {
        return holdings;
    }

    /** How fast it gives. */
    PaceLimits limits() {
        return limits;
    }

    /** What it serves under a grant. */
    HeldVersion held(AcceptedGrant grant) throws IOException {
        return holdings.find(new DatasetVersion(
                        version.dataset(), grant.versionRoot().orElseThrow()))
                .orElseThrow();
    }

    /** A grant is over, as far as the source knows. */
    void end(AcceptedGrant grant) {
        record.own()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE exchange_grant SET expires = now() WHERE serial = ?",
                        grant.serial().value()));
    }

    /** Has heard that a grant was accepted. */
    void hear(AcceptedGrant grant) {
        record.grants().add(grant);
    }

    public TrialServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
        readers.shutdownNow();
        pace.close();
        record.close();
    }
}
