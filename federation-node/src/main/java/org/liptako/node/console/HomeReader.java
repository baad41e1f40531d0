package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.console.entry.Session;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.operations.availability.AvailabilityDesk.Report;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/** Reads what a reader sees first from the desks that know it. */
@Singleton
final class HomeReader {
    private static final String COMMON = "AES";
    private static final int DIGEST_SHOWN = 12;

    private final CoverageRows coverage;
    private final DutyRows duties;
    private final MatterRows matters;
    private final ChangeRows changes;
    private final ServingRows serving;
    private final NodeTrust trust;
    private final RuleSets rules;
    private final NodeConfig node;
    private final Clock clock;

    HomeReader(
            CoverageRows coverage,
            DutyRows duties,
            MatterRows matters,
            ChangeRows changes,
            ServingRows serving,
            NodeTrust trust,
            RuleSets rules,
            NodeConfig node,
            Clock clock) {
        this.coverage = coverage;
        this.duties = duties;
        this.matters = matters;
        this.changes = changes;
        this.serving = serving;
        this.trust = trust;
        this.rules = rules;
        this.node = node;
        this.clock = clock;
    }

    HomePage read(Session session, Words words) {
        Map<String, Digest> versions = rules.inForce().jurisdictions();
        return new HomePage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                words.of("session.until", words.of(session.ends())),
                duties.rows(words, session.caller()),
                matters.rows(words, session.caller()),
                changes.rows(words, session.caller().state()),
                words.of(
                        "duties.all",
                        duties.count(words, new Disclosure(session.caller().state()))),
                states(versions, words),
                trust.issuedAt()
                        .map(issued -> words.of("trust.state", Long.toString(trust.number()), words.of(issued)))
                        .orElseGet(() -> words.of("trust.none")),
                version(versions, COMMON, words));
    }

    private List<StateCard> states(Map<String, Digest> versions, Words words) {
        Report report = serving.present();
        return coverage.byState(words).entrySet().stream()
                .map(heard -> card(heard.getKey(), heard.getValue(), versions, report, words))
                .toList();
    }

    private static StateCard card(
            State state, CoverageRow heard, Map<String, Digest> versions, Report report, Words words) {
        return new StateCard(
                words.of(state),
                heard.current(),
                heard.words(),
                version(versions, state.name(), words),
                ServingRows.of(report, state, words));
    }

    private static String version(Map<String, Digest> versions, String jurisdiction, Words words) {
        Digest digest = versions.get(jurisdiction);
        return digest == null
                ? words.of("rules.none")
                : words.of("rules.version", digest.hex().substring(0, DIGEST_SHOWN));
    }
}
