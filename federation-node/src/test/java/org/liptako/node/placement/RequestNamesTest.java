package org.liptako.node.placement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;

/** Requests that are open when a node is replaced by a later one keep their names. */
class RequestNamesTest {
    private static final SiteId BAMAKO = new SiteId("ML-BKO-1");
    private static final SiteId OUAGADOUGOU = new SiteId("BF-OUA-1");
    private static final DatasetId HEALTH = new DatasetId("ML-DS-008");

    @Test
    void whatWasAskedOfAnEarlierNodeIsCalledTheSame() {
        AskedTerms copy = new AskedTerms(HEALTH, "REPLICATE", OUAGADOUGOU, null, null, true, null);
        AskedTerms share = new AskedTerms(HEALTH, "SHARE", OUAGADOUGOU, "STATISTICS", "BF_MINISTRY", null, false);

        assertThat(RequestNames.first(BAMAKO, copy).value()).isEqualTo("c88a460e80d7b72c58bd24edb999ab2e");
        assertThat(RequestNames.first(BAMAKO, share).value()).isEqualTo("4bb6cc79aaae64a96324d51c9bc5dde2");
    }
}
