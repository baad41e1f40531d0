package org.liptako.node.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.AuthorisationRecorded;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.CopyStanding;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.CustodyCause;
import org.liptako.node.journal.event.CustodyDisputed;
import org.liptako.node.journal.event.CustodyRestored;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingCleared;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.SiteReached;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.journal.event.SiteUnreachable;
import org.liptako.node.journal.event.TransferDiscarded;
import org.liptako.node.journal.event.TransferStarted;
import org.liptako.node.journal.event.VersionPublished;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/** Events at random about a few hundred datasets and the places of three States: such as follow from one another, and such as nobody should say. */
final class AnyEvent {
    private static final List<SiteId> SITES =
            List.of(new SiteId("ML-BKO-1"), new SiteId("BF-OUA-1"), new SiteId("NE-NIM-1"), new SiteId("XX-EU-1"));
    private static final State[] STATES = State.values();
    private static final List<ChallengeOutcome> OUTCOMES = List.of(ChallengeOutcome.values());
    private static final int HOURS_BACK = 48;

    private final Random random;
    private final int datasets;

    AnyEvent(Random random, int datasets) {
        this.random = random;
        this.datasets = datasets;
    }

    /** Something that this State says, of now or of some time back. */
    JournalEvent saidBy(State state, Instant now) {
        Instant at = now.minus(Duration.ofMinutes(random.nextInt(HOURS_BACK * 60)));
        DatasetId dataset = dataset();
        SiteId site = SITES.get(random.nextInt(SITES.size()));
        VersionRoot version = version(dataset);
        GrantSerial grant = grant(dataset, site);
        List<Supplier<JournalEvent>> choice = List.of(
                () -> new SiteRecorded(at, RegistryFixture.site(site, country(site), 5L + random.nextInt(9))),
                () -> new DatasetRecorded(at, RegistryFixture.dataset(dataset, random.nextInt(100))),
                () -> new VersionPublished(at, dataset, site, version, null, 3, 7L << 20, 7),
                () -> new CopyRecorded(
                        at, dataset, site, random.nextBoolean() ? CopyStanding.UNPROVEN : CopyStanding.EXTERNAL),
                () -> new RegisterDeclared(at, Register.HOLDS, random.nextBoolean()),
                () -> new HoldRecorded(at, dataset, random.nextBoolean(), "tribunal"),
                () -> new IncidentDeclared(at, random.nextBoolean(), at.minusSeconds(3600), "act"),
                () -> new AuthorisationRecorded(
                        at, dataset, "REPLICATE", country(site), "GRANTED", at, at.plus(Duration.ofHours(30)), "ref"),
                () -> granted(at, grant, dataset, site, version),
                () -> new PlacementAccepted(
                        at,
                        grant,
                        request(grant),
                        terms(dataset, site),
                        version,
                        at.plus(Duration.ofDays(1)),
                        RegistryFixture.RULES,
                        statement(state)),
                () -> new TransferStarted(at, grant, dataset, site, version),
                () -> new TransferDiscarded(at, grant, dataset, site, "expired"),
                () -> new ReplicaSealed(at, grant, dataset, site, version, 7, random.nextBoolean()),
                () -> new ReplicaGiven(at, grant, dataset, site, version, 7),
                () -> new ReplicaDamaged(at, dataset, site, version, 1),
                () -> new ReplicaProved(at, dataset, site, version, 7, 1),
                () -> new ReplicaErased(at, grant, dataset, site),
                () -> new ExternalCopyErased(
                        at,
                        new CampaignId(state + "-RETOUR"),
                        dataset,
                        site,
                        RegistryFixture.RULES,
                        List.of("one", "two")),
                () -> new HoldingFound(at, finding(dataset, site, version), 2L),
                () -> new HoldingCleared(at, finding(dataset, site, version)),
                () -> challenged(at, dataset, site, version),
                () -> new SiteUnreachable(at, site),
                () -> new SiteReached(at, site),
                () -> new AlarmRaised(at, "TRIAL", other(state), new Sentence("essai", "trial")),
                () -> new CustodyDisputed(
                        at, other(state), CustodyCause.TRUST_STATE, 2, null, new Sentence("révoquée", "revoked")),
                () -> new CustodyRestored(
                        at, other(state), CustodyCause.TRUST_STATE, 3, null, new Sentence("rétablie", "restored")));
        return choice.get(random.nextInt(choice.size())).get();
    }

    private DatasetId dataset() {
        return new DatasetId(String.format(
                Locale.ROOT, "%s-DS-%03d", STATES[random.nextInt(STATES.length)], random.nextInt(datasets)));
    }

    private VersionRoot version(DatasetId dataset) {
        return new VersionRoot(String.format(Locale.ROOT, "%064x", dataset.hashCode() * 3L + random.nextInt(3)));
    }

    private GrantSerial grant(DatasetId dataset, SiteId site) {
        return new GrantSerial(String.format(
                Locale.ROOT,
                "%s-%032x",
                dataset.home().orElseThrow(),
                dataset.hashCode() * 31L + site.hashCode() * 7L + random.nextInt(2)));
    }

    private State other(State state) {
        List<State> others = Stream.of(STATES).filter(one -> one != state).toList();
        return others.get(random.nextInt(others.size()));
    }

    private static Country country(SiteId site) {
        return new Country(site.value().substring(0, 2).replace("XX", "FR"));
    }

    private static HoldingFinding finding(DatasetId dataset, SiteId site, VersionRoot version) {
        return HoldingFinding.of(HoldingCause.GONE, site, dataset, version);
    }

    private CopyChallenged challenged(Instant at, DatasetId dataset, SiteId site, VersionRoot version) {
        ChallengeOutcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        return new CopyChallenged(
                at, dataset, site, version, 1, List.of(), 7, 5, 120, 40, outcome, 0, List.of(), null, null);
    }

    private static RequestId request(GrantSerial grant) {
        return new RequestId("request-" + grant.value().substring(20));
    }

    private static PlacementTerms terms(DatasetId dataset, SiteId site) {
        return new PlacementTerms(dataset, "REPLICATE", site, country(site), null, null, false, true);
    }

    private static PlacementGranted granted(
            Instant at, GrantSerial grant, DatasetId dataset, SiteId site, VersionRoot version) {
        return new PlacementGranted(
                at,
                grant,
                request(grant),
                terms(dataset, site),
                version,
                at.plus(Duration.ofDays(1)),
                RegistryFixture.RULES,
                JsonNodeFactory.instance.objectNode().put("verdict", "PERMIT"),
                List.of(new CitedRule("ML-COPIE-1", new Sentence("Copie", "Copy"), List.of("Loi, art. 1"))),
                statement(State.ML),
                statement(State.BF),
                statement(State.ML),
                SITES.getFirst());
    }

    private static SignedStatement statement(State state) {
        return FakeStatements.of(state).sign("placement-judgement", "{}".getBytes(StandardCharsets.UTF_8));
    }
}
