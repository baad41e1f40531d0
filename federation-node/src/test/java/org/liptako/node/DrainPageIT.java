package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.name.Role;

/** An operator stops a whole node by its page. */
@SuppressWarnings("NullAway.Init") // Made before each test.
class DrainPageIT {
    private static final String DRAIN = "/operations/drain";

    @TempDir
    private Path directory;

    private ConsoleScene mali;

    @BeforeEach
    void start() throws IOException {
        mali = new ConsoleScene(directory);
    }

    @AfterEach
    void stop() {
        mali.close();
    }

    @Test
    void theProcessEndsOnceItIsMeant() throws IOException {
        TrialBrowser operator = mali.browser(Role.OPERATOR);
        HttpResponse<String> page = operator.get("/operations?lang=fr");
        assertThat(page.body()).contains("Arrêter ce processus", "Aucun autre processus de ce centre ne sert");
        String key = TrialBrowser.form(page).get("key");

        HttpResponse<String> unmeant = operator.post(DRAIN, Map.of("key", key));
        assertThat(unmeant.statusCode()).isEqualTo(400);
        assertThat(unmeant.body()).contains("Rien n&#39;a été arrêté");
        assertThat(operator.get("/operations?lang=fr").body()).contains("ce processus prend du travail");

        HttpResponse<String> meant = operator.post(DRAIN, Map.of("key", key, "meant", "yes"));
        assertThat(meant.statusCode()).isEqualTo(200);
        assertThat(meant.body()).contains("Ce processus s&#39;arrête");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(operator.get("/operations?lang=fr").body()).contains("remet son travail"));
    }

    @Test
    void nobodyElseIsShownTheForm() throws IOException {
        for (Role role : new Role[] {Role.OFFICER, Role.REGULATOR, Role.ADMINISTRATOR}) {
            assertThat(mali.browser(role).get("/operations?lang=fr").body())
                    .as(role.name())
                    .doesNotContain(DRAIN);
        }
    }
}
