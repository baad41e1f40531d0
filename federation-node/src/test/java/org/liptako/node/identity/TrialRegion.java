package org.liptako.node.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.liptako.pki.ceremony.TrialCeremony;
import org.liptako.pki.enrolment.IssuedKeys;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.TrialPlan;
import org.liptako.pki.issuing.TrialTree;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;

/** The certificates of a whole region, made once for all tests of a run. */
public final class TrialRegion {
    public static final Zone ZONE = Zone.LOCALHOST;

    private static final TrialTree TREE = write();

    private TrialRegion() {}

    public static TrialTree tree() {
        return TREE;
    }

    public static X509Certificate root() {
        return CertificateFiles.read(TREE.root().certificate()).getFirst();
    }

    public static SiteId capital(State state) {
        return new SiteId(
                switch (state) {
                    case ML -> "ML-BKO-1";
                    case BF -> "BF-OUA-1";
                    case NE -> "NE-NIM-1";
                });
    }

    /** The node in a State's capital, as it reads itself at start. */
    public static NodeIdentity node(State state, Clock clock) {
        SiteId site = capital(state);
        Party party = Party.at(site, Role.NODE, "1");
        return NodeIdentity.read(TREE.node(site, 1), TREE.root().certificate(), party, ZONE, clock);
    }

    public static Credential operator(State state) {
        return TREE.operator(capital(state)).read();
    }

    /** Any party's certificate, from the CA of its State that may issue its role. */
    public static Credential of(Party party) {
        return of(party, newKey(party));
    }

    /** The same for a key that is there already, and may be another party's too. */
    public static Credential of(Party party, KeyPair key) {
        CertificateIssuer issuer = new CertificateIssuer(Clock.systemUTC(), new SecureRandom());
        Credential ca = TREE.issuingCa(party.state(), party.role().authority()).read();
        return issuer.issue(LeafProfile.of(party, ZONE), key, ca);
    }

    /** A key such as that party's certificate takes. */
    public static KeyPair newKey(Party party) {
        return new CertificateIssuer(Clock.systemUTC(), new SecureRandom())
                .newKey(LeafProfile.of(party, ZONE).keyKind());
    }

    /** Someone of that State in that role, at the capital where the role has a site. */
    public static Party someone(State state, Role role) {
        return role.sited() ? Party.at(capital(state), role, "7") : Party.of(state, role, "someone");
    }

    /** An operator's certificate that ended some days before now. */
    public static Credential expiredOperator(State state) {
        Instant then = Instant.now().minus(Duration.ofDays(4_000));
        CertificateIssuer issuer = new CertificateIssuer(Clock.fixed(then, ZoneOffset.UTC), new SecureRandom());
        LeafProfile profile = LeafProfile.of(Party.at(capital(state), Role.OPERATOR, "9"), ZONE);
        Credential peopleCa = TREE.issuingCa(state, Authority.PEOPLE_CA).read();
        return issuer.issue(profile, issuer.newKey(KeyKind.P256), peopleCa);
    }

    /** A directory in which nothing lies yet. */
    public static Path emptyDirectory() {
        try {
            return Files.createTempDirectory("liptako-trust");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A node's own directory in which its State's node CA lies, so that it enrols and renews others. */
    static Path directoryWithNodeCa(State state) {
        try {
            Path directory = Files.createTempDirectory("liptako-authority");
            Path authority = Files.createDirectory(directory.resolve("authority"));
            CredentialFiles nodeCa = TREE.issuingCa(state, Authority.NODE_CA);
            CredentialFiles files = CredentialFiles.named(authority, "node-ca");
            files.write(nodeCa.read());
            Files.copy(IssuedKeys.fileOf(nodeCa.certificate()), IssuedKeys.fileOf(files.certificate()));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrialTree write() {
        try {
            Path directory = Files.createTempDirectory("liptako-region");
            return new TrialCeremony(Clock.systemUTC(), new SecureRandom())
                    .perform(TrialPlan.capitals(ZONE), directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
