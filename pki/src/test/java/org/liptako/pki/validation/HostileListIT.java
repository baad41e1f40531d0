package org.liptako.pki.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liptako.pki.validation.HostileChainIT.assertCheap;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.liptako.pki.issuing.Credential;

/** Revocation lists that are made to cost, the reading of them included; in time of the processor. */
class HostileListIT {
    private static final int MOST_ENTRIES = 20_000;

    private final Credential root = Common.ca("CN=root").selfSigned();
    private final Credential ca = Common.ca("CN=ca").issuedBy(root);
    private final Credential leaf = Common.leaf("CN=leaf").issuedBy(ca);

    @Test
    void largeListsGainNothing() {
        List<byte[]> lists =
                List.of(full(ListDraft.of(root)).der(), full(ListDraft.of(ca)).der());

        assertCheap(() -> Common.about(leaf, ca).under(root).byEncoded(lists).refusal());
        assertThat(Common.about(leaf, ca).under(root).byEncoded(lists).refusal())
                .isEmpty();
    }

    @Test
    void manyWhoMightHaveSignedALargeListGainNothing() {
        List<Credential> bag = new ArrayList<>(List.of(ca));
        for (int i = 0; i < 300; i++) {
            bag.add(Common.leaf("CN=ca")
                    .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign))
                    .issuedBy(root));
        }
        List<byte[]> lists = List.of(
                ListDraft.of(root).der(),
                full(ListDraft.of(ca))
                        .signedBy(Common.ca("CN=nobody").selfSigned())
                        .der());
        Credential[] others = bag.toArray(Credential[]::new);

        assertCheap(
                () -> Common.about(leaf, others).under(root).byEncoded(lists).refusal());
    }

    @Test
    void entriesOfManyIssuersGainNothing() {
        ListDraft indirect = ListDraft.of(root).scope(null, false, false, true);
        for (int i = 0; i < 9000; i++) {
            GeneralNames issuer = new GeneralNames(new GeneralName(new X500Name("O=É ﬁ,CN=" + i)));
            indirect.entry(1_000_000L + i, Extension.certificateIssuer, true, issuer);
        }
        List<byte[]> lists = List.of(indirect.der(), ListDraft.of(ca).der());

        assertCheap(() -> Common.about(leaf, ca).under(root).byEncoded(lists).refusal());
    }

    @Test
    void manyListsDeltasAndPointsGainNothing() {
        KeyPair key = Draft.newKey("EC", 256);
        DistributionPoint[] points = IntStream.range(0, 31)
                .mapToObj(i -> new DistributionPoint(name("CN=point " + i), null, null))
                .toArray(DistributionPoint[]::new);
        List<Credential> bag = new ArrayList<>();
        Credential above = root;
        for (int depth = 0; depth < 28; depth++) {
            above = Common.ca("CN=root")
                    .key(depth == 27 ? key : Draft.newKey("EC", 256))
                    .with(Extension.cRLDistributionPoints, false, new CRLDistPoint(points))
                    .issuedBy(above);
            bag.add(above);
        }
        Credential last = Common.leaf("CN=leaf").issuedBy(above);
        List<byte[]> lists = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            lists.add(ListDraft.of(root).number(100 + i).der());
            lists.add(ListDraft.of(root).number(200 + i).deltaOn(50).der());
        }
        Credential[] others = bag.toArray(Credential[]::new);

        assertCheap(
                () -> Common.about(last, others).under(root).byEncoded(lists).refusal());
    }

    private static DistributionPointName name(String point) {
        return new DistributionPointName(new GeneralNames(new GeneralName(new X500Name(point))));
    }

    private static ListDraft full(ListDraft list) {
        for (int i = 0; i < MOST_ENTRIES; i++) {
            list.revoking(1_000_000L + i, 1);
        }
        return list;
    }
}
