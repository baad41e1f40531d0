package org.liptako.pki.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.Zone;

/**
 * A party's own certificate, after the SPIFFE X.509-SVID rules: one URI SAN that names the party, no CA, no signing of
 * certificates. A node has one DNS SAN besides.
 *
 * @param life at most what the role's profile allows
 */
public record LeafProfile(Party party, Zone zone, Duration life) implements CertificateProfile {
    public LeafProfile {
        Duration longest = RoleProfile.of(party.role()).longestLife();
        if (!life.isPositive() || life.compareTo(longest) > 0) {
            throw new IllegalArgumentException("A certificate of role "
                    + party.role().segment() + " lives at most " + longest + ", not " + life + ".");
        }
    }

    /** With the longest life that the role allows. */
    public static LeafProfile of(Party party, Zone zone) {
        return new LeafProfile(party, zone, RoleProfile.of(party.role()).longestLife());
    }

    @Override
    public X500Name subject() {
        SiteId site = party.site();
        String commonName = party.role().title() + " " + party.bearer() + (site == null ? "" : " at " + site);
        return StateNames.subject(party.state(), commonName);
    }

    @Override
    public KeyKind keyKind() {
        return RoleProfile.of(party.role()).keyKind();
    }

    @Override
    public List<Extension> extensions() {
        RoleProfile role = RoleProfile.of(party.role());
        return List.of(
                ProfileExtension.notCa(),
                ProfileExtension.keyUsage(role.keyUsage()),
                ProfileExtension.extendedKeyUsage(role.purposes()),
                ProfileExtension.policies(List.of(role.policy())),
                ProfileExtension.encode(Extension.subjectAlternativeName, false, alternativeNames()));
    }

    private GeneralNames alternativeNames() {
        List<GeneralName> names = new ArrayList<>();
        names.add(new GeneralName(
                GeneralName.uniformResourceIdentifier, party.nameIn(zone).toString()));
        party.dnsNameIn(zone).ifPresent(dns -> names.add(new GeneralName(GeneralName.dNSName, dns)));
        return new GeneralNames(names.toArray(new GeneralName[0]));
    }
}
