package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.CallRights;
import org.liptako.node.identity.Caller;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

class PageRightsTest {
    private static final SiteId BAMAKO = new SiteId("ML-BKO-1");
    private static final Set<Route> ACTS =
            EnumSet.of(Route.PAUSE, Route.RESUME, Route.PRIORITY, Route.START, Route.LIMITS);
    private final PageRights rights =
            new PageRights(new NodeConfig(State.ML, BAMAKO, 1, Zone.INTERNAL, false, Path.of("data")));

    @ParameterizedTest
    @EnumSource
    void everyPlaceStandsForACallOfTheTable(Place place) {
        assertThat(new CallRights().methods()).contains(place.call());
    }

    @ParameterizedTest
    @EnumSource
    void everyRouteStandsForACallOfTheTable(Route route) {
        assertThat(new CallRights().methods()).contains(route.call());
        assertThatThrownBy(() -> rights.require(caller(State.NE, Role.OPERATOR), route))
                .isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFICER", "REGULATOR", "ADMINISTRATOR"})
    void whoIsNoOperatorLooksAtTransfersAndDoesNotActOnThem(Role role) {
        Caller reader = caller(State.ML, role);

        assertThat(rights.allows(reader, Place.TRANSFERS)).isTrue();
        assertThat(rights.allows(reader, Route.TRANSFER)).isTrue();
        assertThat(ACTS).noneMatch(act -> rights.allowsHere(reader, act));
    }

    @Test
    void everybodyOfTheStateWeighsPlacementsAndOperatorsAskForThem() {
        for (Role role : Set.of(Role.OPERATOR, Role.OFFICER, Role.REGULATOR, Role.ADMINISTRATOR)) {
            Caller reader = caller(State.ML, role);
            assertThat(rights.allows(reader, Place.PLACING)).isTrue();
            assertThat(rights.allows(reader, Route.REQUESTED)).isTrue();
            assertThat(rights.allows(reader, Route.REQUEST)).isEqualTo(role == Role.OPERATOR);
        }
    }

    @Test
    void everybodyOfTheStateTriesRulesAndOfficersSignThem() {
        for (Role role : Set.of(Role.OPERATOR, Role.OFFICER, Role.REGULATOR, Role.ADMINISTRATOR)) {
            assertThat(rights.allows(caller(State.ML, role), Route.TRIAL)).isTrue();
            assertThat(rights.allows(caller(State.ML, role), Route.SIGN)).isEqualTo(role == Role.OFFICER);
            assertThat(rights.allows(caller(State.NE, role), Route.SIGN)).isFalse();
        }
    }

    @Test
    void anOperatorActsForTheirOwnDataCentreAlone() {
        Caller here = caller(State.ML, Role.OPERATOR);
        Caller elsewhere =
                new Caller(Party.at(new SiteId("ML-SEG-1"), Role.OPERATOR, "7"), "f".repeat(64), "e".repeat(64));

        assertThat(ACTS).allMatch(act -> rights.allowsHere(here, act));
        assertThat(ACTS).noneMatch(act -> rights.allowsHere(elsewhere, act));
        assertThatThrownBy(() -> rights.requireHere(elsewhere, Route.PAUSE))
                .isInstanceOfSatisfying(
                        Failure.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SITE_NOT_ENTITLED));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "OFFICER", "REGULATOR", "ADMINISTRATOR"})
    void peopleOfTheStateAreShownTheirHome(Role role) {
        assertThat(rights.allows(caller(State.ML, role), Place.HOME)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "OFFICER", "REGULATOR", "ADMINISTRATOR"})
    void anotherStatesPeopleAreNot(Role role) {
        assertThatThrownBy(() -> rights.require(caller(State.NE, role), Place.HOME))
                .isInstanceOfSatisfying(
                        Failure.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ROLE_NOT_ENTITLED));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "OFFICER", "REGULATOR", "ADMINISTRATOR"})
    void theRulesAreReadByEveryone(Role role) {
        assertThat(rights.allows(caller(State.ML, role), Place.RULES)).isTrue();
        assertThat(rights.allows(caller(State.NE, role), Place.RULES))
                .as("as by the command line: law is public")
                .isTrue();
    }

    @Test
    void keysThatOnlySignSeeNothing() {
        for (Place place : Place.values()) {
            assertThat(rights.allows(caller(State.ML, Role.EVIDENCE), place)).isFalse();
        }
        for (Route route : Route.values()) {
            assertThat(rights.allows(caller(State.ML, Role.EVIDENCE), route)).isFalse();
        }
    }

    private static Caller caller(State state, Role role) {
        SiteId site = state == State.ML ? BAMAKO : new SiteId("NE-NIM-1");
        Party party = role.sited() ? Party.at(site, role, "7") : Party.of(state, role, "someone");
        return new Caller(party, "f".repeat(64), "e".repeat(64));
    }
}
