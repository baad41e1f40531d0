package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.pki.name.Role;

/** What a home page counts is what the list behind it has, on the pages of Mali's whole node with the samples and secret copies of Niger. */
class HomeCountsIT {
    /** Niger's and secret; a copy lies in Mali. */
    private static final String GUEST = "NE-DS-778";
    /** Niger's and secret; its copies lie abroad and in Niger. */
    private static final String HIDDEN = "NE-DS-777";

    private static final Pattern ROW = Pattern.compile(
            "<strong class=\"\\w+\">([^<]*?)(?:: (\\d+))?</strong></p>\\s*<p><span>[^<]*</span>\\s*<a href=\"([^\"]+)\">");
    private static final Pattern COPY =
            Pattern.compile("<code>([A-Z]{2}-DS-\\d+)</code></th>\\s*<td[^>]*><span>[^<]*</span> <code>([^<]+)</code>");
    private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]+)\" rel=\"next\">");

    @TempDir
    private static Path directory;

    private static ConsoleScene mali;
    private static final Map<Role, TrialBrowser> READERS = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() throws IOException {
        mali = new ConsoleScene(directory);
        for (Role role : List.of(Role.OPERATOR, Role.OFFICER, Role.REGULATOR)) {
            READERS.put(role, mali.browser(role));
        }
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(reader(Role.OFFICER)
                                .get("/datasets?finding=FORBIDDEN")
                                .body())
                        .contains("/datasets/ML-DS-004\""));
        for (String dataset : List.of(GUEST, HIDDEN)) {
            plant(
                    "DATASET",
                    "ML-DS-001",
                    dataset,
                    "",
                    "{\"id\": \"" + dataset + "\", \"home\": \"NE\", \"classification\": \"SECRET\"}");
            plant("REPLICA", "ML-DS-001", dataset, "NE-MIN-1", "{\"country\": \"NE\"}");
        }
        for (String[] copy : new String[][] {{GUEST, "ML-BKO-1"}, {HIDDEN, "XX-EU-1"}}) {
            plant("REPLICA", "ML-DS-004", copy[0], copy[1], "{\"status\": \"UNPROVEN\"}");
            plant("FINDING", "ML-DS-004", copy[0], copy[1], "{}");
            plantDifference(copy[0], copy[1]);
        }
        plantDifference("ML-DS-004", "ML-BKO-1");
        plant("REPLICA", "ML-DS-001", "NE-DS-001", "NE-MIN-1", "{\"country\": \"NE\"}");
        plant(
                "CUSTODY",
                "{\"state\": \"NE\", \"disputed\": true, \"cause\": \"TRUST_STATE\", \"trustState\": 3,"
                        + " \"words\": {\"fr\": \"Contestée.\", \"en\": \"Disputed.\"}}",
                "BF");
    }

    @AfterAll
    static void stop() {
        mali.close();
    }

    /** Has the registry say of a dataset what it says of another. */
    private static void plant(String kind, String of, String dataset, String place, String changes) {
        String saidBy = place.startsWith("ML") ? "ML" : "NE";
        mali.alter("INSERT INTO registry_statement (kind, subject, place, said_by, authoritative, value, journal_index,"
                + " held_from, held_to, known_from, known_to)"
                + " SELECT kind, '" + dataset + "', '" + place + "', '" + saidBy + "', true,"
                + " CAST(CAST(value AS jsonb) || CAST('" + changes + "' AS jsonb) AS text), 999999,"
                + " held_from, held_to, known_from, known_to FROM registry_statement"
                + " WHERE kind = '" + kind + "' AND subject = '" + of
                + "' AND authoritative AND known_to = 'infinity' AND held_to = 'infinity' LIMIT 1");
    }

    private static void plantDifference(String dataset, String site) {
        for (String saidBy : List.of("ML", "NE")) {
            say(
                    "HOLDING",
                    dataset,
                    site + "/GONE//",
                    saidBy,
                    "{\"finding\": {\"cause\": \"GONE\", \"site\": \"" + site + "\", \"dataset\": \"" + dataset
                            + "\"}}");
        }
    }

    private static void plant(String kind, String value, String saidBy) {
        say(kind, "NE", "", saidBy, value);
    }

    private static void say(String kind, String subject, String place, String saidBy, String value) {
        mali.alter("INSERT INTO registry_statement (kind, subject, place, said_by, authoritative, value, journal_index,"
                + " held_from, held_to, known_from, known_to) VALUES ('" + kind + "', '" + subject + "', '" + place
                + "', '" + saidBy + "', true, '" + value
                + "', 999999, now() - interval '1 hour', 'infinity', now() - interval '1 hour', 'infinity')");
    }

    @ParameterizedTest
    @CsvSource({"OPERATOR, 2", "OFFICER, 2", "REGULATOR, 4"})
    void eachRowLeadsToAsManyCopiesAsItCounts(Role role, int least) {
        TrialBrowser reader = reader(role);
        List<Matter> rows = matters(reader);

        assertThat(rows).as("what waits for %s", role).hasSizeGreaterThanOrEqualTo(least);
        for (Matter row : rows) {
            Set<String> listed = listed(reader, row.href());
            if (row.count() >= 0) {
                assertThat(listed).as("%s: %s", role, row.words()).hasSize((int) row.count());
            }
            assertThat(listed).as("what is secret, on %s", row.href()).noneMatch(copy -> copy.contains(HIDDEN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"found=FORBIDDEN&site=ML-BKO-1", "status=UNPROVEN&site=ML-BKO-1", "found=FORBIDDEN"})
    void aSecretGuestIsListedAtItsHostAsItIsCounted(String group) {
        assertThat(listed(reader(Role.OPERATOR), "/copies/group?" + group)).contains(GUEST + " ML-BKO-1");
    }

    @Test
    void aDisputeLeadsToTheCopiesThatLieWithTheStateInDispute() {
        assertThat(listed(reader(Role.REGULATOR), "/copies/group?disputed=BF"))
                .isNotEmpty()
                .allMatch(copy -> copy.contains(" NE-"));
    }

    @Test
    void anAddressThatNamesNoGroupLeadsToAllCopies() {
        TrialBrowser officer = reader(Role.OFFICER);

        assertThat(officer.get("/copies/group?found=ANYTHING").headers().firstValue("Location"))
                .hasValue("/copies");
        assertThat(officer.get("/differences?after=%00&place=%00").statusCode()).isEqualTo(200);
    }

    /**
     * A row of the home page.
     *
     * @param count below zero where it counts nothing
     */
    private record Matter(String words, long count, String href) {}

    private static List<Matter> matters(TrialBrowser reader) {
        List<Matter> rows = new ArrayList<>();
        Matcher matter = ROW.matcher(reader.get("/?lang=en").body());
        while (matter.find()) {
            String href = matter.group(3).replace("&amp;", "&");
            if (href.startsWith("/copies/") || href.startsWith("/differences")) {
                rows.add(new Matter(
                        matter.group(1), matter.group(2) == null ? -1 : Long.parseLong(matter.group(2)), href));
            }
        }
        return rows;
    }

    /** What a list has on all its pages: dataset and site of each row. */
    private static Set<String> listed(TrialBrowser reader, String path) {
        Set<String> copies = new HashSet<>();
        String next = path;
        while (!next.isEmpty()) {
            String page = reader.get(next).body();
            Matcher copy = COPY.matcher(page);
            while (copy.find()) {
                assertThat(copies.add(copy.group(1) + " " + copy.group(2)))
                        .as("%s once", copy.group())
                        .isTrue();
            }
            Matcher further = NEXT.matcher(page);
            next = further.find() ? further.group(1).replace("&amp;", "&") : "";
        }
        return copies;
    }

    private static TrialBrowser reader(Role role) {
        return Objects.requireNonNull(READERS.get(role));
    }
}
