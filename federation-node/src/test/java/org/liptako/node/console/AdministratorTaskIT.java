package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.exchange.store.StoreIdentity;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;

/** What an administrator comes to the pages for: what is wrong with the node, what to do, and whether it helped; in a real browser and without a mouse. */
class AdministratorTaskIT {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @TempDir
    private static Path directory;

    @RegisterExtension
    static final TrialPages PAGES = new TrialPages(() -> directory);

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whatIsWrongStandsOnTheirHomeAndLeadsToWhatToDoUntilItIsMended(String language) throws IOException {
        Path mark = mark();
        String own = Files.readString(mark);
        Words words = Words.in(language);
        String store = words.of("part.store");
        try (Reader administrator = PAGES.reader(Look.in(language))) {
            administrator
                    .goesTo(PAGES.link(Role.ADMINISTRATOR))
                    .tabsTo("enter.go")
                    .turnsBy("Enter")
                    .sees("title.home");
            assertThat(administrator.reads()).doesNotContain(words.of("part.store.mend"));

            // As if the disk of another site were mounted.
            Files.writeString(
                    mark,
                    UUIDS.matcher(own).replaceAll(UUID.randomUUID().toString()).replace("ML-BKO-1", "ML-SIK-1"));
            await().pollInSameThread()
                    .atMost(LONG)
                    .untilAsserted(() -> assertThat(administrator
                                    .tabsTo("nav.home")
                                    .turnsBy("Enter")
                                    .reads())
                            .contains(store, words.of("part.store.mend")));
            administrator.tabsTo("matter.look").turnsBy("Enter").sees("title.operations");
            assertThat(administrator.reads()).contains(words.of("part.store.mend"));
            assertThat(Axe.objections(administrator.page())).isEmpty();

            Files.writeString(mark, own);
            await().pollInSameThread()
                    .atMost(LONG)
                    .untilAsserted(() -> assertThat(administrator
                                    .tabsTo("nav.operations")
                                    .turnsBy("Enter")
                                    .reads())
                            .contains(words.of("part.store.known")));
        } finally {
            Files.writeString(mark, own);
        }
    }

    private static Path mark() {
        return PAGES.federation().data(State.ML).resolveSibling("replicas").resolve(StoreIdentity.FILE);
    }
}
