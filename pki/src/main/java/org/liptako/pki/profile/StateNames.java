package org.liptako.pki.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

/** The names that belong to a State, as X.501 subjects and as RFC 5280 section 4.2.1.10 name constraints. */
public final class StateNames {
    private static final int IPV4_WITH_MASK = 8;
    private static final int IPV6_WITH_MASK = 32;

    private StateNames() {}

    /** {@code C=ML,O=Mali}: the subtree that all subjects of a State lie in. */
    private static X500Name subtree(State state) {
        return subtreeOf(state).build();
    }

    /**
     * {@code C=ML,O=Mali,CN=…}.
     *
     * <p>The common name holds a space: the JDK and OpenSSL take one that looks like a host name for a DNS name.
     */
    static X500Name subject(State state, String commonName) {
        if (commonName.indexOf(' ') < 0) {
            throw new IllegalArgumentException("A common name must hold a space, or it passes for a host name.");
        }
        return subtreeOf(state).addRDN(BCStyle.CN, commonName).build();
    }

    /** Whether a subject begins with {@code C=ML,O=Mali} and names no other country. */
    public static boolean isWithin(X500Name subject, State state) {
        RDN[] names = subject.getRDNs();
        return stateOf(subject).equals(Optional.of(state))
                && names.length >= 2
                && new X500Name(Arrays.copyOf(names, 2)).equals(subtree(state));
    }

    private static X500NameBuilder subtreeOf(State state) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, state.name())
                .addRDN(BCStyle.O, state.organisation());
    }

    /** The State that a subject's one C tells; empty if there is none, or more than one, or no member State's. */
    public static Optional<State> stateOf(X500Name subject) {
        RDN[] countries = subject.getRDNs(BCStyle.C);
        if (countries.length != 1 || countries[0].isMultiValued()) {
            return Optional.empty();
        }
        return State.ofCode(IETFUtils.valueToString(countries[0].getFirst().getValue()));
    }

    /**
     * The one set of name constraints that a State CA carries.
     *
     * <p>A name type that is not listed is left unlimited by every validator we know; the leaf profile therefore
     * allows no type that is not listed here. Directory names are not listed, although the design has them: Go refuses
     * every chain with a critical constraint on them, and clients in any language must be able to call a node. The
     * validator holds subjects to {@link #isWithin} instead.
     */
    public static NameConstraints constraints(State state, Zone zone) {
        return new NameConstraints(
                permitted(state, zone).toArray(new GeneralSubtree[0]),
                excluded().toArray(new GeneralSubtree[0]));
    }

    private static List<GeneralSubtree> permitted(State state, Zone zone) {
        String host = zone.hostOf(state);
        return subtrees(
                new GeneralName(GeneralName.dNSName, host),
                new GeneralName(GeneralName.uniformResourceIdentifier, host),
                new GeneralName(GeneralName.rfc822Name, host));
    }

    /** Every address: a mask of zeros leaves no bit to compare. */
    private static List<GeneralSubtree> excluded() {
        return subtrees(
                new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[IPV4_WITH_MASK])),
                new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[IPV6_WITH_MASK])));
    }

    private static List<GeneralSubtree> subtrees(GeneralName... names) {
        return Arrays.stream(names).map(GeneralSubtree::new).toList();
    }
}
