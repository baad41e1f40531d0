package org.liptako.node;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.pki.name.State;

/** The two ceremonies by which a trial region changes its root, as its three States would declare them. */
final class RolloverDeclarations {
    private static final String HEAD = """
            ceremony: 1
            title: %s
            place: Niamey
            zone: aes.localhost
            transcript: %s.txt
            witnesses: [{name: A}, {name: B}]
            keys:
              root: {file: aes-root.key.pem, passphrase: none}
              next: {file: aes-root-2.key.pem, passphrase: none}
              ml: {file: ml/state-ca.key.pem, passphrase: none}
              bf: {file: bf/state-ca.key.pem, passphrase: none}
              ne: {file: ne/state-ca.key.pem, passphrase: none}
              ml-administrator: {file: ml/people/administrator.key.pem, passphrase: none}
              bf-administrator: {file: bf/people/administrator.key.pem, passphrase: none}
            acts:
            """;

    private RolloverDeclarations() {}

    /** Root 2 is made and certifies every State CA's same key; both roots are believed. */
    static String overlap() {
        return HEAD.formatted("Root 2, and the overlap", "overlap") + """
                  - {make: root, number: 2, key: next, certificate: aes-root-2.pem}
                  - make: rollover
                    number: 2
                    former: {key: root, certificate: aes-root.pem}
                    next: {key: next, certificate: aes-root-2.pem}
                    newWithOld: cross/2-by-1.pem
                    oldWithNew: cross/1-by-2.pem
                  - make: revocation-list
                    number: 1
                    days: 31
                    revoked: []
                    signer: {key: next, certificate: aes-root-2.pem}
                    list: aes-root-2.crl
                """ + each("""
                  - make: state-ca
                    state: %1$S
                    request: %1$s/state-ca.csr.pem
                    signer: {key: next, certificate: aes-root-2.pem}
                    certificate: %1$s/state-ca-2.pem
                  - make: revocation-list
                    number: 1
                    days: 31
                    revoked: []
                    signer: {key: %1$s, certificate: %1$s/state-ca-2.pem}
                    list: %1$s/state-ca-2.crl
                """) + """
                  - make: trust-state
                    number: 2
                    previous: trust/state-1.der
                    days: 31
                    roots: [aes-root.pem, aes-root-2.pem]
                    crossCertificates: [cross/2-by-1.pem, cross/1-by-2.pem]
                    document: trust/state-2.der
                    authorities:
                """ + each("""
                      - {state: %1$S, certificate: %1$s/state-ca.pem}
                      - {state: %1$S, certificate: %1$s/state-ca-2.pem}
                """) + signed(2);
    }

    /** Root 1 is believed no longer; the new root under the old one stays, for whoever was off. */
    static String end() {
        return HEAD.formatted("The end of root 1", "end") + """
                  - make: trust-state
                    number: 3
                    previous: trust/state-2.der
                    days: 31
                    roots: [aes-root-2.pem]
                    crossCertificates: [cross/2-by-1.pem]
                    document: trust/state-3.der
                    authorities:
                """ + each("""
                      - {state: %1$S, certificate: %1$s/state-ca-2.pem}
                """) + signed(3);
    }

    private static String signed(int number) {
        return """
                  - make: signatures
                    document: trust/state-%1$d.der
                    signers:
                      - {key: ml-administrator, certificate: ml/people/administrator.pem}
                      - {key: bf-administrator, certificate: bf/people/administrator.pem}
                    signatures: trust/state-%1$d.p7s
                """.formatted(number);
    }

    private static String each(String lines) {
        return Stream.of(State.values())
                .map(state -> lines.formatted(state.label()))
                .collect(Collectors.joining());
    }
}
