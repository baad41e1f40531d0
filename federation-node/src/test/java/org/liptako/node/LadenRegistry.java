package org.liptako.node;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.JudgingCause;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.Alarm;
import org.liptako.node.registry.CopyFinding;
import org.liptako.node.registry.GrantSummary;
import org.liptako.node.registry.RegistryFixture;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * A registry with many copies, written as the journals would have had it written, in a few statements. By dataset: twenty copies, or as many as are asked for, at 36 places, a grant for
 * each in another member State, the copy's past, a challenge of every fifth, a duty for another fifth (of which a quarter is to be discharged), and a finding on one in
 * twenty-seven. Half the datasets are Mali's, each twenty-fifth is secret.
 */
final class LadenRegistry {
    static final int COPIES_OF_EACH = 20;

    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SITES_OF_EACH = 9;
    private static final int ALARMS = 300;
    private static final List<CitedRule> CITED =
            List.of(new CitedRule("ML-COPIE-1", new Sentence("Copie d'essai", "Trial copy"), List.of("Loi, art. 1")));

    private static final String FRENCH = "ARRAY['Registre des naissances', 'Enquête agricole', 'Cadastre rural',"
            + " 'Relevé pluviométrique', 'Campagne de vaccination', 'Carte scolaire', 'Prix des céréales', 'Recensement']";
    private static final String ENGLISH = "ARRAY['Register of births', 'Survey of farming', 'Rural cadastre',"
            + " 'Record of rainfall', 'Vaccination campaign', 'Map of schools', 'Prices of grain', 'Census']";

    private static final String COLUMNS =
            "INSERT INTO registry_statement (kind, subject, place, said_by, authoritative, value, journal_index, held_from,"
                    + " held_to, known_from, known_to) ";
    private static final String SINCE =
            "now() - interval '90 days', 'infinity', now() - interval '90 days', 'infinity'";

    /** Each copy: its number in its dataset, where it lies, who says so. */
    private static final String COPIES = """
            WITH dataset AS (
                SELECT n, CASE WHEN n % 10 < 5 THEN 'ML' WHEN n % 10 < 8 THEN 'BF' ELSE 'NE' END AS home
                FROM generate_series(CAST(:from AS int), CAST(:to AS int) - 1) n),
            copy AS (
                SELECT n, k, home, home || '-DS-' || lpad(n::text, 6, '0') AS dataset,
                    (CAST(:sites AS text[]))[1 + (n + k) % cardinality(CAST(:sites AS text[]))] AS site,
                    n * CAST(:each AS int) + k AS number
                FROM dataset CROSS JOIN generate_series(0, CAST(:each AS int) - 1) k),
            lying AS (
                SELECT *, left(site, 2) AS soil, CASE WHEN left(site, 2) = 'XX' THEN home ELSE left(site, 2) END AS said_by,
                    CASE WHEN left(site, 2) = 'XX' THEN 'EXTERNAL' WHEN number % 50 = 0 THEN 'UNPROVEN'
                        WHEN number % 50 = 1 THEN 'GRANTED' WHEN number % 50 = 2 THEN 'TRANSFERRING'
                        WHEN number % 50 = 3 THEN 'ERASED' ELSE 'SEALED' END AS status,
                    CASE WHEN left(site, 2) NOT IN ('XX', home)
                        THEN home || '-' || lpad(to_hex(n), 30, '0') || lpad(to_hex(k), 2, '0') END AS serial
                FROM copy)
            """;

    private static final String STATE = """
            CAST(jsonb_strip_nulls(jsonb_build_object('status', %s, 'country', CASE soil WHEN 'XX' THEN 'FR' ELSE soil END,
                'grant', serial, 'versionRoot', lpad(to_hex(n), 64, '0'), 'encrypted', serial IS NOT NULL)) AS text)
            """;

    private static final Map<String, String> STATEMENTS = Map.of(
            "copies",
            COPIES + COLUMNS + "SELECT 'REPLICA', dataset, site, said_by, true, " + STATE.formatted("status")
                    + ", number, now() - interval '30 days', 'infinity', now() - interval '30 days', 'infinity' FROM lying",
            "past",
            COPIES + COLUMNS + "SELECT 'REPLICA', dataset, site, said_by, true, " + STATE.formatted("'PENDING'")
                    + ", number, now() - interval '60 days', now() - interval '30 days',"
                    + " now() - interval '60 days', 'infinity' FROM lying",
            "grants",
            COPIES + COLUMNS + "SELECT 'GRANT', serial, '', home, true, CAST(CAST(:grant AS jsonb)"
                    + " || jsonb_build_object('serial', serial, 'home', home) AS text), number, " + SINCE
                    + " FROM lying WHERE serial IS NOT NULL",
            "findings",
            COPIES + COLUMNS + "SELECT 'FINDING', dataset, site, home, true, CAST(CAST(:finding AS jsonb)"
                    + " || jsonb_build_object('verdict', CASE WHEN number % 40 = 7 THEN 'DENY' ELSE 'INDETERMINATE' END) AS text),"
                    + " number, " + SINCE + " FROM lying WHERE number % 40 = 7 OR number % 80 = 9",
            "challenges",
            COPIES + COLUMNS
                    + "SELECT 'CHALLENGE', dataset, site || '/' || home, home, true, CAST(CAST(:challenge AS jsonb)"
                    + " || jsonb_build_object('dataset', dataset, 'site', site, 'versionRoot', lpad(to_hex(n), 64, '0'),"
                    + " 'outcome', CASE WHEN number % 2000 = 4 THEN 'WRONG' ELSE 'PROVED' END) AS text), number, "
                    + SINCE
                    + " FROM lying WHERE number % 5 = 4 AND serial IS NOT NULL",
            "grounds",
            COPIES
                    + "INSERT INTO duty_ground (said_by, journal_index, id, source, dataset, operation, site, rule, code, rhythm,"
                    + " debtor, debtor_site, people, keeper, with_copy, act)"
                    + " SELECT home, number, home || '-' || md5(number::text), dataset || '@' || site, dataset, 'REPLICATE', site,"
                    + " 'ML-COPIE-1', 'plan_de_migration', CASE number / 5 % 4 WHEN 1 THEN 'STANDING' WHEN 2 THEN 'KEPT'"
                    + " ELSE 'ONCE' END, said_by, CASE WHEN soil <> 'XX' THEN site END, 1,"
                    + " CASE number / 5 % 4 WHEN 2 THEN 'JOURNALS' END, true, now() - interval '30 days'"
                    + " FROM lying WHERE number % 5 = 1",
            "duties",
            "INSERT INTO duty_standing (id, said_by, journal_index, dataset, site, debtor, debtor_site, from_at, until_at, place, day)"
                    + " SELECT id, said_by, journal_index, dataset, site, debtor, COALESCE(debtor_site, ''), '-infinity', 'infinity', (ARRAY[0, 2, 3, 4])"
                    + "[CAST(1 + journal_index / 5 % 4 AS int)], CASE WHEN journal_index / 5 % 4 = 0"
                    + " THEN now() + (journal_index % 100 - 10) * interval '1 day' ELSE '9999-12-31' END"
                    + " FROM duty_ground g WHERE NOT EXISTS (SELECT FROM duty_standing s WHERE s.id = g.id)",
            "datasets",
            COPIES + COLUMNS + "SELECT 'DATASET', home || '-DS-' || lpad(n::text, 6, '0'), '', home, true,"
                    + " CAST(CAST(:dataset AS jsonb) || jsonb_build_object('id', home || '-DS-' || lpad(n::text, 6, '0'),"
                    + " 'home', home, 'classification', CASE WHEN n % 25 = 24 THEN 'SECRET' ELSE 'INTERNAL' END,"
                    + " 'name', jsonb_build_object('fr', (" + FRENCH + ")[1 + n % 8] || ' numéro ' || n,"
                    + " 'en', (" + ENGLISH + ")[1 + n % 8] || ' number ' || n)) AS text),"
                    + " n, " + SINCE + " FROM dataset",
            "alarms",
            COLUMNS
                    + "SELECT 'ALARM', 'ML', 'trial-' || n, 'ML', true, :alarm, n, now() - n * interval '1 hour', 'infinity',"
                    + " now() - n * interval '1 hour', 'infinity' FROM generate_series(CAST(:from AS int), CAST(:to AS int)) n"
                    + " WHERE n < " + ALARMS);

    private LadenRegistry() {}

    /** Adds the datasets of these numbers, the last one excluded, and tells the database how much there is. */
    static void fill(Jdbi jdbi, int from, int to) {
        fill(jdbi, from, to, COPIES_OF_EACH);
    }

    /** The same with so many copies of each dataset. */
    static void fill(Jdbi jdbi, int from, int to, int each) {
        jdbi.useTransaction(handle -> {
            if (from == 0) {
                sites().forEach(site -> add(handle, site));
            }
            for (String what : List.of(
                    "datasets", "copies", "past", "grants", "findings", "challenges", "grounds", "duties", "alarms")) {
                add(handle, what, from, to, each);
            }
        });
        // As it does by itself in a while.
        jdbi.useHandle(handle -> handle.execute("VACUUM ANALYZE"));
    }

    private static void add(Handle handle, String what, int from, int to, int each) {
        Map<String, String> templates = Map.of(
                "dataset", JournalJson.write(RegistryFixture.dataset(new DatasetId("ML-DS-000000"), 12)),
                "grant", JournalJson.write(grant()),
                "finding", JournalJson.write(finding()),
                "challenge", JournalJson.write(challenge()),
                "alarm", JournalJson.write(alarm()));
        String sql = Objects.requireNonNull(STATEMENTS.get(what));
        Update update = handle.createUpdate(sql);
        templates.forEach((name, json) -> {
            if (sql.contains(":" + name + " AS jsonb") || sql.contains(":" + name + ",")) {
                update.bind(name, json);
            }
        });
        if (sql.contains(":from")) {
            update.bind("from", from).bind("to", to);
        }
        if (sql.contains(":each")) {
            update.bind("each", each);
        }
        if (sql.contains(":sites")) {
            update.bindArray(
                    "sites",
                    String.class,
                    sites().map(site -> site.id().value()).toList());
        }
        update.execute();
    }

    private static void add(Handle handle, Site site) {
        handle.createUpdate(COLUMNS + "VALUES ('SITE', :site, '', :saidBy, true, :value, 0, " + SINCE + ")")
                .bind("site", site.id().value())
                .bind("saidBy", site.id().state().orElse(State.ML).name())
                .bind("value", JournalJson.write(site))
                .execute();
    }

    private static Stream<Site> sites() {
        return Stream.of("ML-BKO", "BF-OUA", "NE-NIM", "XX-EU")
                .flatMap(city -> IntStream.rangeClosed(1, SITES_OF_EACH)
                        .mapToObj(number -> new SiteId(city + "-" + number))
                        .map(site -> RegistryFixture.site(
                                site, site.state().map(Country::of).orElse(new Country("FR")), 1_000_000L)));
    }

    private static GrantSummary grant() {
        return new GrantSummary(
                RegistryFixture.SERIAL,
                new RequestId("request-1"),
                State.ML,
                RegistryFixture.terms("REPLICATE"),
                RegistryFixture.VERSION,
                BEFORE,
                Instant.parse("2030-01-01T00:00:00Z"),
                RegistryFixture.RULES,
                CITED,
                List.of(State.ML, State.BF));
    }

    private static CopyFinding finding() {
        return new CopyFinding(
                "DENY",
                JudgingCause.COPY,
                RegistryFixture.RULES,
                CITED,
                new Sentence("Constat d'essai.", "Trial finding."),
                null);
    }

    private static CopyChallenged challenge() {
        return new CopyChallenged(
                BEFORE,
                RegistryFixture.HEALTH,
                RegistryFixture.OUAGADOUGOU,
                RegistryFixture.VERSION,
                1,
                List.of(),
                7,
                5,
                120,
                40,
                ChallengeOutcome.PROVED,
                0,
                List.of(),
                null,
                null);
    }

    private static Alarm alarm() {
        return new Alarm(
                BEFORE, "STORE_UNKNOWN", State.ML, new Sentence("Alarme d'essai sur ML-DS-000001.", "Trial alarm."));
    }
}
