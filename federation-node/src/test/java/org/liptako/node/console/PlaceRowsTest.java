package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Site;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

class PlaceRowsTest {
    @Test
    void aCodeWithoutWordsIsShownAsItIs() {
        Site site = new Site(
                new SiteId("BF-OUA-1"),
                Country.of(State.BF),
                "Ouagadougou",
                "Centre",
                12.4,
                -1.5,
                "invented",
                "<script>",
                null,
                null,
                3,
                "RUMOURED",
                null,
                null,
                null);

        PlaceRow row = new PlaceRows(Words.in("fr")).row(site);

        assertThat(row.operated()).isEqualTo("<script>");
        assertThat(row.level()).isEqualTo("3, RUMOURED");
        assertThat(row.owned()).isEqualTo("non renseigné");
    }
}
