package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.exchange.publication.Holdings;
import org.liptako.node.journal.event.HoldingCause;
import org.liptako.node.journal.event.HoldingFinding;
import org.liptako.node.journal.event.HoldingFound;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.possession.reconcile.LookSum;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** One journal says that a copy was given, the other that it was sealed, or not: what does not match is said once both had their time. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class UnmatchedGiftIT extends TrialLooks {
    @Test
    void aSealingThatTheSourceNeverConfirmedIsUnmatchedOnceTheSourceWasHeardLongAfterIt() {
        lose("given");
        LookSum early = look(QUICK);
        assertThat(told).isEmpty();
        assertThat(early.notHeard()).isEmpty();

        Duration twoDays = Duration.ofDays(2);
        LookSum cutOff = look(desk(niger, twoDays), QUICK);
        assertThat(told).isEmpty();
        assertThat(cutOff.notHeard()).containsExactly(State.ML);

        heard(niger.record, State.ML, now().plus(twoDays));
        look(desk(niger, twoDays), QUICK);
        assertThat(told)
                .containsExactly(new HoldingFinding(
                        HoldingCause.NEVER_GIVEN,
                        niger.record.own().site(),
                        version.dataset(),
                        version.root(),
                        nigers.serial()));

        niger.record.hear(mali.record);
        assertThat(look(desk(niger, twoDays), QUICK).said().ended()).isEqualTo(1);
    }

    @Test
    void whatMaliGaveAndNigerNeverSealedIsMalisFindingToo() {
        heard(mali.record, State.NE, now().plus(Duration.ofDays(2)));
        look(desk(mali.record, mali.holdings(), Duration.ofDays(2)), QUICK);
        assertThat(told)
                .containsExactly(new HoldingFinding(
                        HoldingCause.NEVER_SEALED,
                        niger.record.own().site(),
                        version.dataset(),
                        version.root(),
                        nigers.serial()));
        mali.record.hear(niger.record);
        assertThat(look(desk(mali.record, mali.holdings(), Duration.ofDays(2)), QUICK)
                        .said()
                        .ended())
                .isEqualTo(1);
    }

    @Test
    void whatIsUnmatchedIsJournaledOnceByTheSiteAndByTheGiverHoweverOftenTheyLook() {
        mali.record.hear(niger.record);
        List.of(niger.record, mali.record).forEach(TrialLooks::bothHeardInTwoDays);
        for (String change : List.of(
                "given_root = '" + ANOTHER + "'", "sealed_root = NULL, sealed_at = NULL", "given_root = NULL")) {
            List.of(niger.record, mali.record)
                    .forEach(record -> record.own()
                            .jdbi()
                            .useHandle(handle -> handle.execute("UPDATE possession_gift SET " + change)));
            lookTwice(niger.record, niger.holdings());
            lookTwice(mali.record, mali.holdings());
            List.of(niger.record, mali.record)
                    .forEach(record -> record.own()
                            .jdbi()
                            .useHandle(handle ->
                                    handle.execute("UPDATE possession_gift SET given_root = '" + version.root()
                                            + "', sealed_root = '" + version.root() + "', sealed_at = given_at")));
        }

        assertThat(causes(niger.record))
                .containsExactly(HoldingCause.GIVEN_OTHERWISE, HoldingCause.NEVER_SEALED, HoldingCause.NEVER_GIVEN);
        assertThat(causes(mali.record)).containsExactly(HoldingCause.GIVEN_OTHERWISE, HoldingCause.NEVER_SEALED);
    }

    @Test
    void twoVersionsUnderOneGrantAreAFindingOnlyOnceBothHadTheirTime() {
        niger.record
                .own()
                .jdbi()
                .useHandle(handle -> handle.execute("UPDATE possession_gift SET given_root = '" + ANOTHER + "'"));
        look(QUICK);
        assertThat(told).isEmpty();

        assertThat(look(desk(niger, TWO_DAYS), QUICK).notHeard()).containsExactly(State.ML);
        assertThat(told).isEmpty();

        bothHeardInTwoDays(niger.record);
        look(desk(niger, TWO_DAYS), QUICK);
        assertThat(told).extracting(HoldingFinding::cause).containsExactly(HoldingCause.GIVEN_OTHERWISE);
    }

    @Test
    void aStateHidesNoGiftByASealingElsewhereThatItErases() {
        SiteId elsewhere = new SiteId("NE-AGZ-1");
        mali.record.hear(
                State.NE,
                new ReplicaSealed(now(), nigers.serial(), version.dataset(), elsewhere, version.root(), 1, false));
        mali.record.hear(State.NE, new ReplicaErased(now(), nigers.serial(), version.dataset(), elsewhere));
        bothHeardInTwoDays(mali.record);

        look(desk(mali.record, mali.holdings(), TWO_DAYS), QUICK);

        assertThat(told)
                .containsExactly(new HoldingFinding(
                        HoldingCause.NEVER_SEALED,
                        niger.record.own().site(),
                        version.dataset(),
                        version.root(),
                        nigers.serial()));
    }

    private void lookTwice(TrialRecord record, Holdings holdings) {
        look(desk(record, holdings, TWO_DAYS), QUICK);
        assertThat(look(desk(record, holdings, TWO_DAYS), QUICK).said().found()).isZero();
    }

    private static List<HoldingCause> causes(TrialRecord record) {
        return record.journaled(HoldingFound.class).stream()
                .map(found -> found.finding().cause())
                .toList();
    }

    /** As if that half had never been read. */
    private void lose(String half) {
        niger.record
                .own()
                .jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE possession_gift SET " + half + "_root = NULL, " + half + "_at = NULL"));
    }
}
