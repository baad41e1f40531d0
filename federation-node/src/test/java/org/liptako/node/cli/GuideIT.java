package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.node.TrialFederation;
import org.liptako.node.cli.client.ClientCredentials;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeTarget;
import org.liptako.node.cli.demo.story.FirstEdition;
import org.liptako.node.cli.rules.EditionNode;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.State;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.rulebook.v1.JurisdictionRules;

/** The legal officer's guide with nodes, in both languages: proposed, weighed, signed, published, in force on its day, amended, withdrawn. */
class GuideIT {
    private static final Path SAMPLES = Path.of("src", "main", "samples", "rules");

    /** The instant that the guide tells its reader to replace by one that is near. */
    private static final String SOON = "2026-12-01T08:00:00Z";

    private static final Duration NEAR = Duration.ofSeconds(8);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** Where the guide numbers an edition; its reader may be at a node that has had more of them. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<=[ÉéEe]dition |\"version\" : |BF {4,9}[0-9]{2} {4,9})[0-9]");

    @TempDir
    private static Path region;

    private static TrialFederation federation;

    @RegisterExtension
    final TrialTerminal terminal = new TrialTerminal();

    @TempDir
    private Path directory;

    private long editionsMore;
    private Instant soon = Instant.MIN;
    private Instant withdrawing = Instant.MIN;

    @BeforeAll
    static void start() throws IOException {
        federation = TrialFederation.withoutRules(region);
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            State state = State.ofCode(jurisdiction.name()).orElse(State.BF);
            FirstEdition edition = FirstEdition.signed(TrialRegion.tree(), SAMPLES, jurisdiction);
            try (NodeConnection node = connection(state)) {
                assertThat(edition.publish(new EditionNode(node)).getEdition().getVersion())
                        .isOne();
            }
        }
        federation.takeTheSamples();
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @BeforeEach
    void awaitTheLaw() {
        try (NodeConnection node = connection(State.BF)) {
            await().atMost(A_MINUTE)
                    .until(() -> new EditionNode(node)
                            .inForce().getJurisdictionsList().stream().allMatch(JurisdictionRules::hasEdition));
            editionsMore = new EditionNode(node)
                            .inForce().getJurisdictionsList().stream()
                                    .filter(rules -> rules.getJurisdiction().equals("BF"))
                                    .mapToLong(rules -> rules.getNewest().getVersion())
                                    .sum()
                    - 1;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theGuideIsTrue(Guide.Edition guide) throws IOException {
        terminal.speaks(guide.language());
        assertThat(new Guide(directory, this::real).follow(guide, this::isWanted))
                .isGreaterThan(20);
        assertThat(Duration.between(withdrawing, Instant.now())).isLessThan(A_MINUTE);
    }

    /** Files, the two directories, the rules' answers, and all that needs a node; the rest is {@code GuideTest}'s. */
    private boolean isWanted(Guide.Block block) {
        if (block.needsNodes()) {
            return true;
        }
        return block.isCommands()
                ? block.text().contains("cp -r ") || block.text().startsWith("liptako rules new")
                : block.kind().size() == 2;
    }

    private String real(String text) {
        if (text.contains("--from " + SOON)) {
            soon = Clock.systemUTC().instant().plus(NEAR).truncatedTo(ChronoUnit.SECONDS);
        } else if (text.contains("rules status") && soon.isAfter(Instant.now())) {
            await().atMost(A_MINUTE).until(() -> Instant.now().isAfter(soon.plusSeconds(1)));
        } else if (text.contains("rules withdraw")) {
            withdrawing = Instant.now();
        }
        return NUMBER.matcher(text)
                .replaceAll(number -> Long.toString(Long.parseLong(number.group()) + editionsMore))
                .replace(SOON, soon.toString())
                .replace("PORT", Integer.toString(federation.port(State.BF)))
                .replace("demo/pki", TrialRegion.tree().directory().toString());
    }

    private static NodeConnection connection(State state) {
        return NodeConnection.open(
                NodeTarget.of("127.0.0.1:" + federation.port(state), TrialFederation.serverName(state)),
                new ClientCredentials(
                        TrialRegion.tree().officer(state, 1).read(),
                        TrialRegion.tree().root().certificate()));
    }
}
