package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.placement.TrialCatalogue.AGGREGATED_HEALTH;
import static org.liptako.node.placement.TrialCatalogue.BAMAKO;
import static org.liptako.node.placement.TrialCatalogue.CIVIL_REGISTRY;
import static org.liptako.node.placement.TrialCatalogue.OUAGADOUGOU;
import static org.liptako.node.placement.TrialTerms.copy;
import static org.liptako.node.placement.TrialTerms.unencrypted;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** What a request is called that nobody has named. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RequestNamesIT {
    private static final SiteId SIKASSO = new SiteId("ML-SIK-1");

    @RegisterExtension
    final TrialNodes nodes = new TrialNodes();

    @Test
    void theNameFollowsFromWhatIsAskedAndByWhichDataCentre() {
        RequestNames names = names(nodes.node(State.ML, TrialNode.Means.USUAL), Clock.systemUTC(), "");
        RequestNames.Named named = names.name(BAMAKO, copy(AGGREGATED_HEALTH, OUAGADOUGOU));

        assertThat(named.before()).isEmpty();
        assertThat(names.name(BAMAKO, copy(AGGREGATED_HEALTH, OUAGADOUGOU))).isEqualTo(named);
        assertThat(names.name(BAMAKO, unencrypted(AGGREGATED_HEALTH, OUAGADOUGOU)))
                .isNotEqualTo(named);
        assertThat(names.name(BAMAKO, copy(CIVIL_REGISTRY, OUAGADOUGOU))).isNotEqualTo(named);
        assertThat(names.name(SIKASSO, copy(AGGREGATED_HEALTH, OUAGADOUGOU))).isNotEqualTo(named);
    }

    @Test
    void whatWasRefusedMayBeAskedAnew() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL);
        TrialNodes.introduce(mali, burkina);
        AskedTerms refused = copy(CIVIL_REGISTRY, OUAGADOUGOU);
        RequestNames names = names(mali, Clock.systemUTC(), "");
        RequestNames.Named first = names.name(BAMAKO, refused);

        mali.requests.request(mali.operator(), first.name(), refused);
        RequestNames.Named second = names.name(BAMAKO, refused);

        assertThat(second.name()).isNotEqualTo(first.name());
        assertThat(second.before().orElseThrow().request()).isEqualTo(first.name());
    }

    @Test
    void whatIsGrantedIsTheSameRequestUntilItsGrantEnds() {
        TrialNode mali = nodes.node(State.ML, TrialNode.Means.USUAL);
        TrialNode burkina = nodes.node(State.BF, TrialNode.Means.USUAL);
        TrialNodes.introduce(mali, burkina);
        AskedTerms terms = copy(AGGREGATED_HEALTH, OUAGADOUGOU);
        RequestNames.Named first = names(mali, Clock.systemUTC(), "").name(BAMAKO, terms);

        Placement granted = mali.requests.request(mali.operator(), first.name(), terms);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(1_000));

        assertThat(granted.state()).isEqualTo(PlacementState.ACCEPTED);
        assertThat(names(mali, Clock.systemUTC(), "").name(BAMAKO, terms))
                .isEqualTo(new RequestNames.Named(first.name(), Optional.of(granted)));
        assertThat(names(mali, later, "").name(BAMAKO, terms).name()).isNotEqualTo(first.name());
        assertThat(names(mali, Clock.systemUTC(), "withdrawn")
                        .name(BAMAKO, terms)
                        .name())
                .isNotEqualTo(first.name());
    }

    /** @param withdrawn why every grant was taken back; empty if none was */
    private static RequestNames names(TrialNode node, Clock clock, String withdrawn) {
        return new RequestNames(
                node.requests,
                (serial, site) ->
                        Optional.of(withdrawn).filter(why -> !why.isEmpty()).map(why -> new Sentence(why, why)),
                clock);
    }
}
