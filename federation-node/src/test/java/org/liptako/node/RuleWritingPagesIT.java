package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.pki.name.Role;

/** A rule written question by question on the pages of a whole node, beside the sample rules. */
class RuleWritingPagesIT {
    private static final String PATH = "/rules/ML/write";

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

    @Test
    void anOfficerWritesARuleAndSeesWhatTheMachineUnderstoodOfEachAnswer() throws IOException {
        TrialBrowser officer = mali.browser(Role.OFFICER);
        HttpResponse<String> page = officer.get(PATH + "?lang=fr");
        for (String answer : List.of(
                "ML-ESSAI-1",
                "Copies <script>alert(1)</script>",
                "Copies in Niger",
                "Rien ne va au Niger.",
                "Nothing goes to Niger.",
                "Loi 1",
                "3",
                "exemple",
                "",
                "1er juillet 2027",
                "",
                "",
                "interdire",
                "",
                "origine",
                "",
                "oui",
                "fait",
                "lieu.etat",
                "est",
                "NE")) {
            assertThat(page.statusCode()).as(answer).isEqualTo(200);
            page = answer(officer, page, answer);
        }

        assertThat(page.body())
                .contains(
                        "Compris\u00a0:",
                        "ML-ESSAI-1 ·",
                        "Ce que la machine applique",
                        "en vigueur à partir du 1er juillet 2027")
                .contains("- id: ML-ESSAI-1", "Écrire une règle\u00a0: Mali")
                .doesNotContain("<script", "${", "??", "name=\"answer\"");
    }

    @Test
    void aWrongAnswerIsToldAndAskedAgainAndCanBeTakenBack() throws IOException {
        TrialBrowser officer = mali.browser(Role.OFFICER);
        HttpResponse<String> wrong = answer(officer, officer.get(PATH + "?lang=fr"), "BF-ESSAI-1");
        assertThat(wrong.body()).contains("BF-ESSAI-1", "Identifiant");

        Map<String, String> back = new LinkedHashMap<>(TrialBrowser.form(wrong));
        back.put("act", "back");

        assertThat(officer.post(PATH, back).body()).doesNotContain("BF-ESSAI-1");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "REGULATOR", "ADMINISTRATOR"})
    void whoIsNoLegalOfficerWritesNone(Role role) throws IOException {
        TrialBrowser other = mali.browser(role);

        assertThat(other.get(PATH).statusCode()).isEqualTo(403);
        assertThat(other.post(PATH, TrialBrowser.form(other.get("/"))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFormOfAnotherPageIsNotTaken() throws IOException {
        TrialBrowser officer = mali.browser(Role.OFFICER);

        assertThat(officer.post(PATH, Map.of("answers", "", "answer", "ML-ESSAI-1"))
                        .statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<String> answer(TrialBrowser officer, HttpResponse<String> page, String answer) {
        Map<String, String> form = new LinkedHashMap<>(TrialBrowser.form(page));
        form.put("answer", answer);
        form.put("act", "go");
        return officer.post(PATH, form);
    }
}
