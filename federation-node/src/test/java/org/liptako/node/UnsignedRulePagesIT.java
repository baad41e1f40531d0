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

/** The rules of a demonstration, which nobody has signed, on its pages. */
class UnsignedRulePagesIT {
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
    void everyBookIsReadAndNoneIsSaidToBeSigned() throws IOException {
        TrialBrowser browser = mali.browser(Role.OFFICER);

        assertThat(browser.get("/rules?lang=en").body())
                .contains("this node judges by files that nobody has signed", "href=\"/rules/NE\"")
                .doesNotContain("Signed by");
        assertThat(browser.get("/rules/NE?lang=en").body())
                .contains("Rules that nobody has signed", "id=\"NE-SOL-1\"")
                .containsPattern("<a [^>]*href=\"/rules\"[^>]*aria-current=\"true\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rules/ML?lang=en&version=1", "/rules/ML/compare?lang=en"})
    void versionsThatThereAreNotAreToldInOneSentence(String path) throws IOException {
        HttpResponse<String> page = mali.browser(Role.OFFICER).get(path);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("judges by files that nobody has signed and that have no versions");
    }
}
