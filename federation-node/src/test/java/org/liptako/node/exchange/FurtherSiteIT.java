package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.node.exchange.TrialChallenge.SAMPLES;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.node.identity.TrialServer;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.SiteUnreachable;
import org.liptako.node.possession.challenge.ChallengeDesk;
import org.liptako.node.possession.challenge.ChallengeEnd;
import org.liptako.pki.name.State;

/** Niger has a copy at Niamey, and Mali's peer is its node at Zinder. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Made before each test.
class FurtherSiteIT {
    @TempDir
    private Path directory;

    private TrialChallenge trial;
    private TrialServer zinder;

    @BeforeEach
    void nigersPeerStandsAtZinder() throws IOException {
        trial = TrialChallenge.inClear(directory);
        zinder = new TrialServer(State.NE, Clock.systemUTC(), List.of());
    }

    @AfterEach
    void close() {
        zinder.close();
        trial.close();
    }

    @Test
    void aCopyAtAFurtherSiteIsChallengedThere() {
        ChallengeDesk desk = trial.servingFurtherSite(trial.honest(), zinder);

        assertThat(TrialChallenge.shown(trial.challenge(desk, SAMPLES)).outcome())
                .isEqualTo(ChallengeOutcome.PROVED);
        assertThat(trial.mali.record.own().registry().challenges().of(List.of(trial.version.dataset())))
                .singleElement()
                .satisfies(shown -> assertThat(shown.result().site()).isEqualTo(trial.copy.site()));
    }

    @Test
    void aFurtherSiteThatIsCutOffIsUnreachableThoughItsStatesNodeAnswers() {
        ChallengeDesk desk = trial.servingFurtherSite(trial.honest(), zinder);
        trial.cutOff();

        assertThat(trial.challenge(desk, SAMPLES)).isInstanceOf(ChallengeEnd.Unreachable.class);
        assertThat(trial.mali.record.journaled(SiteUnreachable.class))
                .singleElement()
                .satisfies(said -> assertThat(said.site()).isEqualTo(trial.copy.site()));
    }
}
