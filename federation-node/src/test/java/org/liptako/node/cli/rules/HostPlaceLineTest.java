package org.liptako.node.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liptako.policy.hosting.HostAnswer;
import org.liptako.policy.hosting.HostPlace;
import org.liptako.policy.vocabulary.Bilingual;

class HostPlaceLineTest {
    private static final Bilingual STATE = new Bilingual("État", "State");

    @Test
    void saysWhatTheAnswerDependsOn() {
        var place = new HostPlace(
                List.of("BF"),
                STATE,
                new HostAnswer.Depends(List.of("copy.encrypted"), List.of("AES-2", "BF-COPIE-1")));

        assertThat(HostPlaceLine.of(place, ""))
                .isEqualTo("{\"countries\":[\"BF\"],\"everyOtherCountry\":false,"
                        + "\"place\":{\"fr\":\"État\",\"en\":\"State\"},\"answer\":\"DEPENDS\","
                        + "\"facts\":[\"copy.encrypted\"],\"rules\":[\"AES-2\",\"BF-COPIE-1\"]}");
    }

    @Test
    void namesNoCountryThatStandsForOthers() {
        var place = new HostPlace(List.of("FR", "AA"), STATE, new HostAnswer.Never(List.of("ML-CLOUD-1")));

        assertThat(HostPlaceLine.of(place, "AA"))
                .startsWith("{\"countries\":[\"FR\"],\"everyOtherCountry\":true,")
                .endsWith("\"answer\":\"NEVER\",\"facts\":[],\"rules\":[\"ML-CLOUD-1\"]}");
    }
}
