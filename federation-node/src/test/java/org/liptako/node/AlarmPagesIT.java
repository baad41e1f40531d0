package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.pki.name.Role;

/** What to do about each kind of alarm, on the pages of a whole node. */
class AlarmPagesIT {
    @TempDir
    private static Path directory;

    private static ConsoleScene mali;

    @BeforeAll
    static void start() throws IOException {
        mali = new ConsoleScene(directory);
    }

    @AfterAll
    static void stop() {
        mali.close();
    }

    /** All that the node raises. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY_UNPROVEN",
                "HOLDER_SENT_WRONG_CHUNKS",
                "JOURNAL_CONTRADICTS",
                "PAYLOAD_WITHHELD",
                "RULES_DIFFER",
                "FINDINGS_DIFFER",
                "STATEMENT_INVALID",
                "EDITION_RIVAL",
            })
    void eachSaysWhatToDo(String code) throws IOException {
        TrialBrowser browser = mali.browser(Role.OPERATOR);

        String french = browser.get("/operations/alarms/" + code + "?lang=fr").body();
        String english = browser.get("/operations/alarms/" + code + "?lang=en").body();

        assertThat(french).contains("Que faire", "<ol><li>", "Aucune").doesNotContain("${", "??");
        assertThat(english).contains("What to do", "<ol><li>").doesNotContain("${", "??", "Que faire");
        assertThat(french).doesNotContain("donnez son code");
    }

    @Test
    void aKindThatThisVersionDoesNotKnowHasAWordOfAdviceToo() throws IOException {
        assertThat(mali.browser(Role.OFFICER)
                        .get("/operations/alarms/SOMETHING_NEW?lang=fr")
                        .body())
                .contains("SOMETHING_NEW", "donnez son code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower", "A", "A-B", "%3Cscript%3E"})
    void whatIsNoCodeIsNotFound(String code) throws IOException {
        HttpResponse<String> page = mali.browser(Role.OPERATOR).get("/operations/alarms/" + code);

        assertThat(page.statusCode()).isEqualTo(404);
    }
}
