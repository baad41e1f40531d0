package org.liptako.node.placement.held;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.event.AuthorisationRecorded;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.Site;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.journal.event.TransferStarted;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.placement.PlacementFacts;
import org.liptako.node.registry.CopyReader;
import org.liptako.node.registry.Registers;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.RegistryProjection;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.policy.vocabulary.Vocabulary;

/** The registry of a node of Mali that has read all journals, in a PostgreSQL database of its own; what the States say is written by hand. */
public final class TrialHoldings implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final SiteId BAMAKO = new SiteId("ML-BKO-1");
    public static final SiteId OUAGADOUGOU = new SiteId("BF-OUA-1");
    public static final SiteId PARIS = new SiteId("XX-EU-1");

    private static final Instant SINCE = Instant.parse("2026-06-01T00:00:00Z");
    private static final VersionRoot VERSION = new VersionRoot("ab".repeat(32));
    private static final Digest RULES = Digest.over("rules".getBytes(UTF_8));

    public final PlacementFacts facts = PlacementFacts.in(Vocabulary.standard());
    public final Registry registry;
    public final Registers registers;
    public final HeldCopies copies;

    private final TestDatabase database = TestDatabase.fresh();
    private final RegistryProjection projection = new RegistryProjection();
    private @Nullable Handle together;
    private long said;

    public TrialHoldings() {
        registry = new Registry(database.jdbi(), State.ML, CLOCK);
        registers = new Registers(database.jdbi(), CLOCK);
        copies = new HeldCopies(new CopyReader(database.jdbi(), CLOCK));
        say(State.ML, new SiteRecorded(SINCE, site(BAMAKO, "ML", "STATE_OPERATED")));
        say(State.BF, new SiteRecorded(SINCE, site(OUAGADOUGOU, "BF", "STATE_OPERATED")));
        say(State.ML, new SiteRecorded(SINCE, site(PARIS, "FR", "FOREIGN_OPERATED")));
    }

    public Jdbi jdbi() {
        return database.jdbi();
    }

    /** What a State's journal says, read into the registry. */
    public void say(State state, JournalEvent event) {
        Handle open = together;
        if (open == null) {
            database.jdbi().useHandle(handle -> say(handle, state, event));
        } else {
            say(open, state, event);
        }
    }

    /** All that is said meanwhile is written in one transaction, which is much faster. */
    public void together(Runnable sayings) {
        database.jdbi().useTransaction(handle -> {
            together = handle;
            sayings.run();
            together = null;
        });
    }

    private void say(Handle handle, State state, JournalEvent event) {
        projection.apply(handle, state, said++, event, event.at());
    }

    /** A dataset of health data of 100 GB that its home State records. */
    public DatasetId dataset(String id, String classification, String owner) {
        DatasetId dataset = new DatasetId(id);
        State home = dataset.home().orElseThrow();
        say(
                home,
                new DatasetRecorded(
                        SINCE,
                        new Dataset(
                                dataset,
                                home,
                                new Sentence("Jeu " + id, "Dataset " + id),
                                owner,
                                classification,
                                List.of("HEALTH"),
                                "NONE",
                                false,
                                "PUBLIC_BODY",
                                100L,
                                null,
                                null)));
        return dataset;
    }

    /** A copy that was there before the federation. */
    public void foundAt(DatasetId dataset, SiteId site) {
        CopyStanding standing = site.state().isPresent() ? CopyStanding.UNPROVEN : CopyStanding.EXTERNAL;
        State says = site.state().or(dataset::home).orElseThrow();
        say(says, new CopyRecorded(SINCE, dataset, site, standing));
    }

    /** A copy of Mali's in Burkina Faso that both States have granted: not yet moving. */
    public GrantSerial granted(DatasetId dataset, boolean encrypted) {
        GrantSerial serial = new GrantSerial("ML-%032x".formatted(said));
        RequestId request = new RequestId("request-" + said);
        PlacementTerms terms = new PlacementTerms(
                dataset, "REPLICATE", OUAGADOUGOU, new Country("BF"), "CONTINUITY", null, encrypted, true);
        Instant expires = SINCE.plus(Duration.ofDays(30));
        SignedStatement grant = statement(State.ML);
        say(
                State.ML,
                new PlacementGranted(
                        SINCE,
                        serial,
                        request,
                        terms,
                        VERSION,
                        expires,
                        RULES,
                        JsonNodeFactory.instance.objectNode().put("verdict", "PERMIT"),
                        List.of(new CitedRule("ML-COPIE-1", new Sentence("Copie", "Copy"), List.of("Loi, art. 1"))),
                        statement(State.ML),
                        statement(State.BF),
                        grant,
                        BAMAKO));
        say(State.BF, new PlacementAccepted(SINCE, serial, request, terms, VERSION, expires, RULES, grant));
        return serial;
    }

    /** The same, on its way. */
    public GrantSerial moving(DatasetId dataset, boolean encrypted) {
        GrantSerial serial = granted(dataset, encrypted);
        say(State.BF, new TransferStarted(SINCE.plusSeconds(60), serial, dataset, OUAGADOUGOU, VERSION));
        return serial;
    }

    /** The same, arrived. */
    public GrantSerial sealed(DatasetId dataset, boolean encrypted) {
        GrantSerial serial = moving(dataset, encrypted);
        say(State.BF, new ReplicaSealed(SINCE.plusSeconds(600), serial, dataset, OUAGADOUGOU, VERSION, 1, encrypted));
        return serial;
    }

    /** Mali's authority lets a dataset be copied to Burkina Faso. */
    public void authorised(DatasetId dataset, @Nullable Instant until) {
        say(
                State.ML,
                new AuthorisationRecorded(
                        SINCE, dataset, "REPLICATE", new Country("BF"), "GRANTED", SINCE, until, "n° 1"));
    }

    /** All copies, as they are handed over. */
    public List<HeldCopy> all() {
        List<HeldCopy> all = new ArrayList<>();
        copies.all(NOW, all::add);
        return all;
    }

    @Override
    public void close() {
        database.close();
    }

    private static Site site(SiteId id, String country, String control) {
        Country soil = new Country(country);
        return new Site(
                id,
                soil,
                "Ville",
                "Site",
                12.5,
                -8,
                "invented",
                control,
                soil,
                null,
                3,
                "CLAIMED",
                false,
                null,
                2_000L);
    }

    private static SignedStatement statement(State state) {
        return FakeStatements.of(state).sign("placement-judgement", "{}".getBytes(UTF_8));
    }
}
