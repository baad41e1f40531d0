package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @ParameterizedTest
    @ValueSource(strings = {"/copies", "/copies/", "/copies///"})
    void slashesAtTheEndLeadNowhereElse(String path) {
        assertThat(Place.at(path)).contains(Place.COPIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//", "///"})
    void nothingButSlashesIsHome(String path) {
        assertThat(Place.at(path)).contains(Place.HOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "copies", "//copies", "/copies/more", "/COPIES", "/sign-in"})
    void nothingElseIsAPlace(String path) {
        assertThat(Place.at(path)).isEmpty();
    }
}
