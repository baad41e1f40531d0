package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({
        "DATASETS, /datasets/ML-DS-001",
        "DATASETS, /datasets/ML-DS-001/hosts",
        "RULES, /rules/ML/coverage",
        "PLACING, /place/0001",
        "TRANSFERS, /transfers/ML-1"
    })
    void aPageBelowAPlaceIsOfThatPlaceAlone(Place place, String page) {
        assertThat(Place.values()).filteredOn(one -> one.leadsTo(page)).containsExactly(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/datasets", "/mapping", "/sign-in", "/receipts/state"})
    void whatIsBelowNoPlaceIsOfNone(String page) {
        assertThat(Place.values()).noneMatch(place -> place.leadsTo(page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "copies", "//copies", "/copies/more", "/COPIES", "/sign-in"})
    void nothingElseIsAPlace(String path) {
        assertThat(Place.at(path)).isEmpty();
    }
}
