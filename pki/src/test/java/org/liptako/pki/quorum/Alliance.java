package org.liptako.pki.quorum;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liptako.pki.issuing.CertificateIssuer;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;
import org.liptako.pki.profile.IssuingCaProfile;
import org.liptako.pki.profile.KeyKind;
import org.liptako.pki.profile.LeafProfile;
import org.liptako.pki.profile.RootProfile;
import org.liptako.pki.profile.StateCaProfile;
import org.liptako.pki.validation.ChainValidator;

/** Three States under one root, with CAs three years old, and people of any age. */
public final class Alliance {
    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    public static final Zone ZONE = Zone.INTERNAL;
    private static final Instant BEGINNING = NOW.minus(Duration.ofDays(3 * 365));

    private final Credential root;
    private final Map<State, Credential> stateCas = new EnumMap<>(State.class);
    private final Map<State, Map<Authority, Credential>> issuingCas = new EnumMap<>(State.class);

    private Alliance(Credential root, Instant begun) {
        this.root = root;
        CertificateIssuer issuer = issuerAt(begun);
        for (State state : State.values()) {
            Credential stateCa = issuer.issue(StateCaProfile.of(state, ZONE), issuer.newKey(KeyKind.P256), root);
            stateCas.put(state, stateCa);
            Map<Authority, Credential> issuing = new EnumMap<>(Authority.class);
            for (Authority authority : Authority.values()) {
                issuing.put(
                        authority,
                        issuer.issue(IssuingCaProfile.of(state, authority), issuer.newKey(KeyKind.P256), stateCa));
            }
            issuingCas.put(state, issuing);
        }
    }

    /** A new one. */
    public static Alliance found() {
        return foundedAt(BEGINNING);
    }

    /** A new one, from that time on. */
    public static Alliance foundedAt(Instant begun) {
        CertificateIssuer issuer = issuerAt(begun);
        return new Alliance(issuer.root(RootProfile.first(), issuer.newKey(KeyKind.P384)), begun);
    }

    /** New State CAs under a root that exists. */
    public static Alliance under(Credential root, Instant begun) {
        return new Alliance(root, begun);
    }

    public static CertificateIssuer issuerAt(Instant time) {
        return new CertificateIssuer(Clock.fixed(time, ZoneOffset.UTC), new SecureRandom());
    }

    public static KeyPair newKey() {
        return issuerAt(NOW).newKey(KeyKind.P256);
    }

    public Credential root() {
        return root;
    }

    public List<X509Certificate> roots() {
        return List.of(root.certificate());
    }

    public Credential stateCa(State state) {
        return Objects.requireNonNull(stateCas.get(state));
    }

    public Credential issuingCa(State state, Authority authority) {
        return Objects.requireNonNull(
                Objects.requireNonNull(issuingCas.get(state)).get(authority));
    }

    public Credential person(State state, Role role, String bearer) {
        return certified(Party.of(state, role, bearer), newKey(), NOW.minus(Duration.ofDays(30)));
    }

    public Credential officer(String bearer) {
        return person(State.ML, Role.OFFICER, bearer);
    }

    public Credential administrator(State state) {
        return person(state, Role.ADMINISTRATOR, "1");
    }

    /** A certificate for a key, issued at that time; a person's lives a year. */
    public Credential certified(Party party, KeyPair key, Instant issuedAt) {
        return issuerAt(issuedAt)
                .issue(
                        LeafProfile.of(party, ZONE),
                        key,
                        issuingCa(party.state(), party.role().authority()));
    }

    public ChainValidator validator() {
        return new ChainValidator(ZONE, roots());
    }
}
