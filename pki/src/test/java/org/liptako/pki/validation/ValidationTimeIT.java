package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.pki.validation.HostileChainIT.assertCheap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.IssuingCaProfile;

/** What a chain may cost, with the real parts; the best of several runs, since other work shares the machine. */
class ValidationTimeIT {
    private static final Duration HONEST = Duration.ofMillis(5);

    private final ChainValidator validator = Region.validator();

    @Test
    void anHonestChainTakesLessThanFiveMilliseconds() {
        CandidateChain chain = CandidateChain.of(
                Region.draft(Region.NODE).issuedBy(Region.ML.nodeCa()).chain());

        assertThat(best(chain)).isLessThan(HONEST);
    }

    @Test
    void aCaThatMultipliesNamesByConstraintsGainsNothing() {
        GeneralSubtree[] subtrees = IntStream.range(0, 600)
                .mapToObj(i -> new GeneralSubtree(dns("x" + i + ".ml.aes.internal")))
                .toArray(GeneralSubtree[]::new);
        Credential ca = Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA))
                .with(Extension.nameConstraints, true, new NameConstraints(null, subtrees))
                .issuedBy(Region.ML.stateCa());
        GeneralName[] names = IntStream.range(0, 500)
                .mapToObj(i -> dns("y" + i + ".ml.aes.internal"))
                .toArray(GeneralName[]::new);
        Credential leaf = Region.draft(Region.NODE).names(names).issuedBy(ca);

        assertCheap(() -> answer(CandidateChain.of(leaf.chain())));
        ChainValidatorTest.assertReason(leaf, RejectionReason.TOO_MANY_NAMES);
    }

    @Test
    void aBagOfNamesakesGainsNothing() {
        Credential stateCa = Region.ML.stateCa();
        List<byte[]> chain = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            chain.add(first(
                    Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA)).issuedBy(stateCa)));
        }
        Credential last =
                Draft.of(IssuingCaProfile.of(State.ML, Authority.NODE_CA)).issuedBy(stateCa);
        chain.add(first(last));
        chain.addFirst(first(Region.draft(Region.NIGER_NODE).issuedBy(last)));
        chain.add(first(stateCa));

        assertCheap(() -> answer(new CandidateChain(chain)));
    }

    private Duration best(CandidateChain chain) {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 300; run++) {
            long start = System.nanoTime();
            assertThat(answer(chain)).isNotNull();
            best = Math.min(best, System.nanoTime() - start);
        }
        return Duration.ofNanos(best);
    }

    private Validation answer(CandidateChain chain) {
        return validator.validate(chain, Expectation.client(Region.NOW));
    }

    private static byte[] first(Credential credential) {
        return CandidateChain.of(credential.chain()).certificates().getFirst();
    }

    private static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }
}
