package org.liptako.pki.issuing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;

/** Certificates that every node must refuse, so that a trial can show that it does. */
public final class HostileCertificates {
    private static final SiteId NIAMEY = new SiteId("NE-NIM-1");
    private static final SiteId BAMAKO = new SiteId("ML-BKO-1");

    private final CertificateIssuer issuer;
    private final Zone zone;

    public HostileCertificates(CertificateIssuer issuer, Zone zone) {
        this.issuer = issuer;
        this.zone = zone;
    }

    /** Writes them into the tree, which has its authorities. */
    public void write(TrialTree tree) {
        makeDirectory(tree.hostile());
        Credential nodeCa = tree.issuingCa(State.ML, Authority.NODE_CA).read();
        tree.forgedNode().write(forge(Party.at(NIAMEY, Role.NODE, "1"), nodeCa));
        Credential peopleCa = tree.issuingCa(State.ML, Authority.PEOPLE_CA).read();
        tree.forgedOperator().write(forge(Party.at(NIAMEY, Role.OPERATOR, "1"), peopleCa));
        writeForeignTree(tree);
    }

    private Credential forge(Party party, Credential ca) {
        KeyPair key = newKey();
        return new Credential(
                key.getPrivate(),
                CertificateIssuer.chainOf(issuer.issueUnchecked(LeafProfile.of(party, zone), key.getPublic(), ca), ca));
    }

    private void writeForeignTree(TrialTree tree) {
        Credential root = issuer.root(RootProfile.first(), issuer.newKey(KeyKind.P384));
        Credential stateCa = issuer.issue(StateCaProfile.of(State.ML, zone), newKey(), root);
        Credential peopleCa = issuer.issue(IssuingCaProfile.of(State.ML, Authority.PEOPLE_CA), newKey(), stateCa);
        Party operator = Party.at(BAMAKO, Role.OPERATOR, "1");
        tree.foreignRoot().write(root);
        tree.foreignOperator().write(issuer.issue(LeafProfile.of(operator, zone), newKey(), peopleCa));
    }

    private static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IssuingException(
                    "Le dossier " + directory + " ne peut être créé : vérifiez le chemin et les droits.",
                    "The directory " + directory + " cannot be made: check the path and the permissions.",
                    e);
        }
    }

    private KeyPair newKey() {
        return issuer.newKey(KeyKind.P256);
    }
}
