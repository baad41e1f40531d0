package org.liptako.pki.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpiffeNameTest {
    @Test
    void namesANode() {
        SpiffeName name = SpiffeName.parse("spiffe://ml.aes.internal/node/ML-BKO-1/1");

        Party party = Party.of(name, Zone.INTERNAL);

        assertThat(party).isEqualTo(Party.at(new SiteId("ML-BKO-1"), Role.NODE, "1"));
        assertThat(party.dnsNameIn(Zone.INTERNAL)).contains("node-1.ml-bko-1.ml.aes.internal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "spiffe://",
                "spiffe:///node/ML-BKO-1/1",
                "spiffe://ml.aes.internal",
                "spiffe://ml.aes.internal/",
                "spiffe://ml.aes.internal/node/ML-BKO-1/1/",
                "spiffe://ml.aes.internal//node/ML-BKO-1/1",
                "spiffe://ml.aes.internal/node//1",
                "spiffe://ml.aes.internal/node/../1",
                "spiffe://ml.aes.internal/node/./1",
                "spiffe://ml.aes.internal/node/ML%2DBKO-1/1",
                "spiffe://ml.aes.internal/node/ML-BKO-1/1?x=1",
                "spiffe://ml.aes.internal/node/ML-BKO-1/1#x",
                "spiffe://ml.aes.internal/node/ML-BKO-1/é",
                "spiffe://ml.aes.internal/node/ML-BKO-1/1\n",
                "spiffe://ML.aes.internal/node/ML-BKO-1/1",
                "spiffe://ml.aes.internal./node/ML-BKO-1/1",
                "spiffe://ml..aes.internal/node/ML-BKO-1/1",
                "spiffe://-ml.aes.internal/node/ML-BKO-1/1",
                "spiffe://ml_x.aes.internal/node/ML-BKO-1/1",
                "spiffe://ml.aes.internal:8443/node/ML-BKO-1/1",
                "spiffe://x@ml.aes.internal/node/ML-BKO-1/1",
                "SPIFFE://ml.aes.internal/node/ML-BKO-1/1",
                "https://ml.aes.internal/node/ML-BKO-1/1",
                " spiffe://ml.aes.internal/node/ML-BKO-1/1"
            })
    void refusesWhatBreaksTheGrammar(String text) {
        assertThatThrownBy(() -> SpiffeName.parse(text)).isInstanceOf(MalformedNameException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spiffe://ml.aes.internal/node/ML-BKO-1",
                "spiffe://ml.aes.internal/node/1",
                "spiffe://ml.aes.internal/NODE/ML-BKO-1/1",
                "spiffe://ml.aes.internal/king/1",
                "spiffe://ml.aes.internal/officer/ML-BKO-1/1",
                "spiffe://ml.aes.internal/node/NE-NIM-1/1",
                "spiffe://ml.aes.internal/node/XX-EU-1/1",
                "spiffe://ml.aes.internal/node/ml-bko-1/1",
                "spiffe://ml.aes.internal/officer/A",
                "spiffe://ml.aes.internal/officer/-a",
                "spiffe://fr.aes.internal/officer/1",
                "spiffe://aes.internal/officer/1",
                "spiffe://ml.aes.localhost/officer/1"
            })
    void refusesWhatNamesNoParty(String text) {
        SpiffeName name = SpiffeName.parse(text);

        assertThatThrownBy(() -> Party.of(name, Zone.INTERNAL)).isInstanceOf(MalformedNameException.class);
    }

    @Test
    void hasAtMost2048Bytes() {
        String start = "spiffe://ml.aes.internal/officer/";
        String longest = start + "a".repeat(SpiffeName.MAX_LENGTH - start.length());

        assertThat(SpiffeName.parse(longest)).hasToString(longest);
        assertThatThrownBy(() -> SpiffeName.parse(longest + "a")).isInstanceOf(MalformedNameException.class);
    }
}
