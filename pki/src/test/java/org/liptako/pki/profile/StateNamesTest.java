package org.liptako.pki.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

class StateNamesTest {
    @Test
    void constrainsOnlyTypesThatClientsInGoCanRead() {
        NameConstraints constraints = StateNames.constraints(State.ML, Zone.INTERNAL);

        assertThat(Stream.concat(
                                Arrays.stream(constraints.getPermittedSubtrees()),
                                Arrays.stream(constraints.getExcludedSubtrees()))
                        .map(subtree -> subtree.getBase().getTagNo()))
                .containsExactly(
                        GeneralName.dNSName,
                        GeneralName.uniformResourceIdentifier,
                        GeneralName.rfc822Name,
                        GeneralName.iPAddress,
                        GeneralName.iPAddress);
    }

    @Test
    void aSubjectLiesInOneStateAlone() {
        assertThat(StateNames.isWithin(new X500Name("C=ML,O=Mali,CN=a b"), State.ML))
                .isTrue();
        for (String other : new String[] {"", "C=ML", "C=NE,O=Mali", "C=ML,O=Niger", "C=ML,O=Mali,C=NE", "O=Mali"}) {
            assertThat(StateNames.isWithin(new X500Name(other), State.ML)).isFalse();
        }
    }
}
