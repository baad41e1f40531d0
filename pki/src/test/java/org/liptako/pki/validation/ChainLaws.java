package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.liptako.pki.issuing.Credential;

class ChainLaws {
    private static final Credential NODE = Region.draft(Region.NODE).issuedBy(Region.ML.nodeCa());
    private static final List<byte[]> CHAIN = CandidateChain.of(NODE.chain()).certificates();

    @Property(tries = 2000)
    void noChainSurvivesAFlippedBit(
            @ForAll @IntRange(min = 0, max = 2) int which, @ForAll @IntRange(min = 0, max = 20_000) int bit) {
        byte[] bent = CHAIN.get(which).clone();
        int at = bit % (bent.length * 8);
        bent[at / 8] ^= (byte) (1 << (at % 8));
        List<byte[]> chain = new ArrayList<>(CHAIN);
        chain.set(which, bent);

        assertThat(Region.validator().validate(new CandidateChain(chain), Expectation.client(Region.NOW)))
                .isInstanceOf(Validation.Rejected.class);
    }

    @Property(tries = 500)
    void bytesOfNoMeaningAreRefused(@ForAll byte[] noise) {
        assertThat(Region.validator().validate(new CandidateChain(List.of(noise)), Expectation.client(Region.NOW)))
                .isInstanceOf(Validation.Rejected.class);
    }
}
