package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPathsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/console.css", "/health", "/health/readiness", "/prometheus", "/journal/checkpoint"})
    void programsOfThisMachineAreNotAskedWhoTheyAre(String path) {
        assertThat(OpenPaths.areForMachines(path, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/readiness", "/prometheus", "/journal/checkpoint", "/copies"})
    void othersAreShownNothingOfANodesInside(String path) {
        assertThat(OpenPaths.areForMachines(path, true)).isFalse();
        assertThat(OpenPaths.areForReaders(path, true)).isFalse();
    }

    @Test
    void whatHoldsNothingToGuardIsOpenToAll() {
        assertThat(OpenPaths.areForMachines("/console.css", true)).isTrue();
        assertThat(OpenPaths.areForMachines("/icon.svg", true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/enter", "/enter-by-certificate"})
    void readersFindTheWayIn(String path) {
        assertThat(OpenPaths.areForReaders(path, true)).isTrue();
        assertThat(OpenPaths.areForReaders(path, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/leave", "/sign-in/", "/healthy", "//health", "/HEALTH", "/copies/../health", "/anything"})
    void nothingElseIsOpen(String path) {
        assertThat(OpenPaths.areForMachines(path, false)).isFalse();
        assertThat(OpenPaths.areForReaders(path, false)).isFalse();
    }
}
