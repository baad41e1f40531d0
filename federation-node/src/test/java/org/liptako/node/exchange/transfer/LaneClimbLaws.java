package org.liptako.node.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Held against links that give each connection so much, and all together no more than their rate. */
class LaneClimbLaws {
    private static final int CHUNK = 1 << 20;
    private static final int MANY = 1_000;

    @Property
    void findsWhatALinkGivesWhateverOneConnectionGetsOfIt(
            @ForAll @IntRange(min = 3, max = 400) int tenthsOfMebibyteEach,
            @ForAll @IntRange(min = 20, max = 4_000) int tenthsOfMebibyteInAll) {
        LaneClimb climb = new LaneClimb(MANY, CHUNK);
        Link link = new Link(tenthsOfMebibyteEach * (CHUNK / 10L), tenthsOfMebibyteInAll * (CHUNK / 10L));

        run(climb, link, 12);

        assertThat(link.goodput(climb.lanes())).isGreaterThanOrEqualTo((long) (0.8 * link.goodput(16)));
    }

    @Property
    void staysWithFewConnectionsWhereMoreBringNoMore(@ForAll @IntRange(min = 100, max = 10_000) int mebibytes) {
        LaneClimb climb = new LaneClimb(MANY, CHUNK);

        run(climb, new Link((long) mebibytes * CHUNK, (long) mebibytes * CHUNK), 12);

        assertThat(climb.lanes()).isEqualTo(4);
    }

    @Example
    void opensNoMoreThanLetAChunkComeInReasonableTime() {
        LaneClimb climb = new LaneClimb(MANY, CHUNK);

        run(climb, new Link(CHUNK / 100, CHUNK), 60);

        assertThat(climb.lanes()).isEqualTo(4);
    }

    /** As on a link that loses one packet in a hundred under an algorithm that slows down for each. */
    @Example
    void hasAllWithinSecondsWhereEachBringsLittleAndAllTogetherMuch() {
        LaneClimb climb = new LaneClimb(MANY, CHUNK);

        run(climb, new Link(CHUNK / 5, 100L * CHUNK), 7);

        assertThat(climb.lanes()).isEqualTo(32);
    }

    /** Connections gather speed for a while; more of them, tried meanwhile, would seem to be why. */
    @Example
    void waitsUntilTheFirstHaveGatheredSpeed() {
        LaneClimb climb = new LaneClimb(MANY, CHUNK);
        long came = CHUNK / 2;
        for (int second = 0; second < 5; second++) {
            assertThat(climb.lanes()).isEqualTo(4);
            climb.second(came, true, false);
            came *= 2;
        }

        run(climb, new Link(came, came), 4);

        assertThat(climb.lanes()).isEqualTo(4);
    }

    @Example
    void doesNotWaitForeverForTheLastToJoin() {
        LaneClimb climb = new LaneClimb(MANY, CHUNK);
        for (int second = 0; second < 20; second++) {
            climb.second(climb.lanes() * (CHUNK / 5L), false, false);
        }

        assertThat(climb.lanes()).isGreaterThan(4);
    }

    @Example
    void takesOneConnectionForAFewChunks() {
        LaneClimb climb = new LaneClimb(5, CHUNK);

        run(climb, new Link(CHUNK, 100L * CHUNK), 30);

        assertThat(climb.lanes()).isEqualTo(1);
    }

    @Example
    void triesAgainWhenALinkHasChanged() {
        LaneClimb climb = new LaneClimb(MANY, CHUNK);
        run(climb, new Link(100L * CHUNK, 100L * CHUNK), 12);
        assertThat(climb.lanes()).isEqualTo(4);

        run(climb, new Link(2L * CHUNK, 100L * CHUNK), 60);

        assertThat(climb.lanes()).isEqualTo(32);
    }

    /** As four connections begin over 100 Mbit/s, 100 ms and 1 % of loss under {@code cubic}. */
    @Example
    void doesNotJudgeWhatTheFirstLossesHaveNotHeldBackYet() {
        LaneClimb climb = new LaneClimb(MANY, CHUNK);
        for (long kilobytes : new long[] {2_635, 2_060, 1_500, 1_300}) {
            assertThat(climb.lanes()).isEqualTo(4);
            climb.second(kilobytes * 1_000, true, false);
        }

        assertThat(climb.lanes()).isEqualTo(16);
    }

    /** As they began another time over that link. */
    @Example
    void goesOnWhereEightBringLessThanFourSeemedTo() {
        LaneClimb climb = new LaneClimb(MANY, CHUNK);
        for (long kilobytes : new long[] {2_300, 2_318, 1_643, 3_091, 1_792, 1_395, 1_361}) {
            climb.second(kilobytes * 1_000, true, false);
        }

        assertThat(climb.lanes()).isGreaterThanOrEqualTo(16);
    }

    @Example
    void judgesANumberAnewThatBringsMuchLessThanItSeemedTo() {
        LaneClimb climb = new LaneClimb(MANY, CHUNK);
        run(climb, new Link(5L * CHUNK, 20L * CHUNK), 8);
        assertThat(climb.lanes()).isEqualTo(4);

        run(climb, new Link(CHUNK / 5, 12L * CHUNK), 4);

        assertThat(climb.lanes()).isGreaterThanOrEqualTo(16);
    }

    @Example
    void takesNoMoreWhereItsOwnDiskHoldsThemUp() {
        LaneClimb climb = new LaneClimb(MANY, CHUNK);
        Link looksLikeMore = new Link(2L * CHUNK, 100L * CHUNK);

        for (int second = 0; second < 120; second++) {
            climb.second(looksLikeMore.goodput(climb.lanes()), true, true);
        }
        assertThat(climb.lanes()).isEqualTo(4);

        run(climb, looksLikeMore, 60);
        assertThat(climb.lanes()).isEqualTo(32);
    }

    private static void run(LaneClimb climb, Link link, int seconds) {
        for (int second = 0; second < seconds; second++) {
            climb.second(link.goodput(climb.lanes()), true, false);
        }
    }

    private record Link(long each, long all) {
        long goodput(int lanes) {
            return Math.min(all, lanes * each);
        }
    }
}
