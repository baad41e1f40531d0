package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.name.Role;

/** What pages say of copies at a site that some State cannot reach. */
class SilentSitePagesIT {
    private static final String SILENCE = "Burkina Faso cannot reach this site since 10 Mar 2026, 08:00";

    private static final Pattern VERIFIED = Pattern.compile("ML-BKO-1, [^:]*: [1-9]\\d* verified");

    @TempDir
    private static Path directory;

    private static ConsoleScene mali;

    @BeforeAll
    static void start() throws IOException {
        mali = new ConsoleScene(directory);
        mali.alter("UPDATE registry_statement SET value ="
                + " CAST(CAST(value AS jsonb) || CAST('{\"status\": \"SEALED\"}' AS jsonb) AS text)"
                + " WHERE kind = 'REPLICA' AND subject IN ('ML-DS-001', 'ML-DS-002') AND place = 'ML-BKO-1'");
    }

    @AfterAll
    static void stop() {
        mali.close();
    }

    @Test
    void aCopyThereIsAsLastKnownAndItsSiteIsToBeLookedAt() throws IOException {
        TrialBrowser regulator = mali.browser(Role.REGULATOR);

        assertThat(regulator.get("/copies?lang=en").body())
                .contains("class=\"status good\">sealed, proved<")
                .doesNotContain("as last known", SILENCE);
        assertThat(regulator.get("/map?lang=en").body())
                .containsPattern(VERIFIED)
                .doesNotContain(SILENCE);

        mali.alter("INSERT INTO registry_statement (kind, subject, place, said_by, authoritative, value, journal_index,"
                + " held_from, held_to, known_from, known_to)"
                + " VALUES ('REACH', 'ML-BKO-1', '', 'BF', false, '{\"type\": \"SITE_UNREACHABLE\","
                + " \"at\": \"2026-03-10T08:00:00Z\", \"site\": \"ML-BKO-1\"}', 7,"
                + " '2026-03-10T08:00:00Z', 'infinity', '2026-03-10T08:00:00Z', 'infinity')");

        assertThat(regulator.get("/copies?lang=en").body())
                .contains("class=\"status open\">sealed, proved, as last known", SILENCE)
                .doesNotContain("class=\"status good\">sealed");
        assertThat(regulator.get("/map?lang=en").body()).contains(SILENCE).doesNotContainPattern(VERIFIED);
        assertThat(regulator.get("/datasets/ML-DS-001?lang=en").body()).contains(SILENCE);
    }
}
