package org.liptako.pki.profile;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.liptako.pki.name.Authority;
import org.liptako.pki.name.Role;

/**
 * What a leaf of one role holds: its certificate policy, its extended key purposes, its key usage, its longest life.
 *
 * <p>Neither Bouncy Castle nor the JDK checks that purposes nest along a chain; the policy says from which CA a role
 * may come, and the validator compares both. Keys of evidence and storage carry clientAuth, since they must carry some
 * purpose of their CA's, but {@link #speaksTls} says that none of them may call.
 */
public record RoleProfile(
        Role role, ASN1ObjectIdentifier policy, List<KeyPurposeId> purposes, int keyUsage, Duration longestLife) {
    private static final Map<Role, RoleProfile> ALL = new EnumMap<>(Role.class);

    static {
        Duration year = Duration.ofDays(366);
        List<KeyPurposeId> person = List.of(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_emailProtection);
        int sign = KeyUsage.digitalSignature;
        define(
                Role.NODE,
                1,
                List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth),
                sign,
                Duration.ofHours(24));
        define(Role.SYSTEM, 2, List.of(KeyPurposeId.id_kp_clientAuth), sign, Duration.ofDays(92));
        define(Role.EVIDENCE, 3, List.of(KeyPurposeId.id_kp_clientAuth), sign, year.multipliedBy(2));
        define(Role.STORAGE, 4, List.of(KeyPurposeId.id_kp_clientAuth), KeyUsage.keyAgreement, year.multipliedBy(2));
        define(Role.OPERATOR, 5, person, sign, year);
        define(Role.OFFICER, 6, person, sign, year);
        define(Role.REGULATOR, 7, person, sign, year);
        define(Role.ADMINISTRATOR, 8, person, sign, year);
    }

    public RoleProfile {
        purposes = List.copyOf(purposes);
    }

    private static void define(Role role, int arc, List<KeyPurposeId> purposes, int keyUsage, Duration longestLife) {
        ASN1ObjectIdentifier policy = LiptakoOids.POLICIES.branch(Integer.toString(arc));
        ALL.put(role, new RoleProfile(role, policy, purposes, keyUsage, longestLife));
    }

    public static RoleProfile of(Role role) {
        RoleProfile profile = ALL.get(role);
        if (profile == null) {
            throw new IllegalStateException("The role " + role + " has no certificate profile.");
        }
        return profile;
    }

    /** Whether a bearer of the role may be a peer in TLS; keys that only sign or decrypt may not. */
    public boolean speaksTls() {
        return switch (role) {
            case NODE, SYSTEM, OPERATOR, OFFICER, REGULATOR, ADMINISTRATOR -> true;
            case EVIDENCE, STORAGE -> false;
        };
    }

    /** The kind of the role's keys: keys of evidence sign in the C2SP formats, which are read with Ed25519. */
    public KeyKind keyKind() {
        return role == Role.EVIDENCE ? KeyKind.ED25519 : KeyKind.P256;
    }

    /** The role whose certificate policy this is. */
    public static Optional<Role> ofPolicy(ASN1ObjectIdentifier policy) {
        return ALL.values().stream()
                .filter(profile -> profile.policy().equals(policy))
                .map(RoleProfile::role)
                .findFirst();
    }

    /** The policies of all roles that an authority may issue, in the order of {@link Role}. */
    public static List<ASN1ObjectIdentifier> policiesOf(Authority authority) {
        return ofAuthority(authority).map(RoleProfile::policy).toList();
    }

    /** Every key purpose that leaves of an authority may hold, without repetition. */
    public static List<KeyPurposeId> purposesOf(Authority authority) {
        return ofAuthority(authority)
                .flatMap(profile -> profile.purposes().stream())
                .distinct()
                .toList();
    }

    private static Stream<RoleProfile> ofAuthority(Authority authority) {
        return Arrays.stream(Role.values())
                .filter(role -> role.authority() == authority)
                .map(RoleProfile::of);
    }
}
