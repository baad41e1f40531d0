package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPathsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/console.css", "/health", "/health/readiness", "/prometheus", "/journal/checkpoint"})
    void programsAreNotAskedWhoTheyAre(String path) {
        assertThat(OpenPaths.areForMachines(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/enter", "/copies"})
    void readersFindTheWayIn(String path) {
        assertThat(OpenPaths.areForReaders(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/leave", "/sign-in/", "/healthy", "//health", "/HEALTH", "/copies/../health", "/anything"})
    void nothingElseIsOpen(String path) {
        assertThat(OpenPaths.areForMachines(path)).isFalse();
        assertThat(OpenPaths.areForReaders(path)).isFalse();
    }
}
