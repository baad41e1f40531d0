package org.liptako.node.placement.duty;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.FakeStatements;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DutyDischarged;
import org.liptako.node.journal.event.DutyEvidence;
import org.liptako.node.journal.event.DutyId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

/**
 * Grants of Mali's for copies at Ouagadougou, an hour after each other, as the journals of both States tell of them: from each follow a duty that recurs, one to
 * be done once, one to be observed and one that the node keeps. Every second copy has come, every third grant's notice is discharged.
 */
final class ManyDuties implements AutoCloseable {
    static final int OF_EACH = 4;
    static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration APART = Duration.ofHours(1);
    private static final SiteId OUAGADOUGOU = new SiteId("BF-OUA-1");
    private static final String RULE = "ML-DEVOIRS-1";
    private static final String NOTICE = "aviser_l_autorite_sous_72_heures";
    private static final Digest RULES = Digest.over("rules".getBytes(UTF_8));
    private static final VersionRoot VERSION = new VersionRoot("ab".repeat(32));
    private static final SignedStatement SAID = FakeStatements.of(State.ML).sign("placement", "{}".getBytes(UTF_8));
    private static final List<CitedRule> CITED =
            List.of(new CitedRule(RULE, new Sentence("Devoirs", "Duties"), List.of("Loi d'essai, article 7")));
    private static final JsonNode DECISION = JournalJson.read("""
            {"verdict": "PERMIT", "findings": [], "missing": [], "obligations": [
                {"rule": "ML-DEVOIRS-1", "code": "attestation_trimestrielle_du_lieu"},
                {"rule": "ML-DEVOIRS-1", "code": "aviser_l_autorite_sous_72_heures"},
                {"rule": "ML-DEVOIRS-1", "code": "conserver_le_certificat"},
                {"rule": "ML-DEVOIRS-1", "code": "journaliser_les_deux_decisions"}],
             "obliged_by": [], "valid_until": null}
            """, JsonNode.class);

    private final TestDatabase database = TestDatabase.fresh();
    private final DutyProjection projection = new DutyProjection();
    private final int grants;
    private long said;

    /** Nothing is written yet. */
    ManyDuties(int grants) {
        this.grants = grants;
    }

    /** The register by a clock. */
    Duties by(Clock clock) {
        return new Duties(database.jdbi(), clock);
    }

    /** One duty, reckoned by itself. */
    Optional<Duty> find(DutyId duty, Clock clock) {
        return database.jdbi().withHandle(handle -> by(clock).find(handle, duty));
    }

    /** Tells the database how much there is, as it would find out by itself in a while. */
    void analyze() {
        database.jdbi().useHandle(handle -> handle.execute("ANALYZE"));
    }

    /** Says all of it. */
    void write() {
        write(0, grants);
    }

    /** Says so for some of the grants. */
    void write(int from, int to) {
        database.jdbi().useTransaction(handle -> {
            for (int grant = from; grant < to; grant++) {
                write(handle, grant);
            }
        });
    }

    private void write(Handle handle, int number) {
        Instant at = FIRST.plus(APART.multipliedBy(number));
        GrantSerial serial = serial(number);
        RequestId request = new RequestId("request-" + number);
        PlacementTerms terms = new PlacementTerms(
                new DatasetId("ML-D-" + number),
                "REPLICATE",
                OUAGADOUGOU,
                new Country("BF"),
                "CONTINUITY",
                null,
                true,
                true);
        Instant expires = at.plus(Duration.ofDays(30));
        say(
                handle,
                State.ML,
                new PlacementGranted(
                        at,
                        serial,
                        request,
                        terms,
                        VERSION,
                        expires,
                        RULES,
                        DECISION,
                        CITED,
                        SAID,
                        SAID,
                        SAID,
                        new SiteId("ML-BKO-1")));
        say(handle, State.BF, new PlacementAccepted(at, serial, request, terms, VERSION, expires, RULES, SAID));
        if (number % 2 == 0) {
            say(
                    handle,
                    State.BF,
                    new ReplicaSealed(at.plusSeconds(600), serial, terms.dataset(), OUAGADOUGOU, VERSION, 1, true));
        }
        if (number % 3 == 0) {
            discharge(handle, number, at.plusSeconds(3_600));
        }
    }

    /** Has the registry know the dataset of a grant, as secret. */
    void makeSecret(int number) {
        database.jdbi().useHandle(handle -> handle.execute("""
                INSERT INTO registry_statement (kind, subject, place, said_by, authoritative, value, journal_index,
                    held_from, held_to, known_from, known_to)
                VALUES ('DATASET', ?, '', 'ML', true, '{"classification": "SECRET"}', 0,
                    '-infinity', 'infinity', '-infinity', 'infinity')
                """, "ML-D-" + number));
    }

    /** Mali's officers say that they have given the notice of a grant. */
    void discharge(int number, Instant at) {
        database.jdbi().useTransaction(handle -> discharge(handle, number, at));
    }

    private void discharge(Handle handle, int number, Instant at) {
        say(
                handle,
                State.ML,
                new DutyDischarged(
                        at,
                        notice(number),
                        new DatasetId("ML-D-" + number),
                        serial(number).value(),
                        RULE,
                        NOTICE,
                        at,
                        "officer",
                        "ab",
                        "cd",
                        new DutyEvidence(Digest.over(("notice " + number).getBytes(UTF_8)), "récépissé"),
                        null));
    }

    /** The duty to give the notice of a grant. */
    static DutyId notice(int number) {
        return DutyId.of(State.ML, serial(number).value(), RULE, NOTICE);
    }

    private static GrantSerial serial(int number) {
        return new GrantSerial("ML-%032x".formatted(number));
    }

    private void say(Handle handle, State state, JournalEvent event) {
        projection.apply(handle, state, said++, event, event.at());
    }

    @Override
    public void close() {
        database.close();
    }
}
