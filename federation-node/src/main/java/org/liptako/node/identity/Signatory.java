package org.liptako.node.identity;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liptako.pki.evidence.Digest;

/**
 * Who has put their name to something, where one word does not suffice: people are told apart by name and by key, since one person may have several certificates and
 * one key several names. Two certificates of one bearer are one person's, and so are two roles.
 *
 * @param party as the node identified them
 * @param certificate SHA-256 of their certificate, hexadecimal
 * @param key SHA-256 over its public key (SubjectPublicKeyInfo), hexadecimal; empty where an older journal entry does not say it
 */
public record Signatory(String party, String certificate, Optional<String> key) {
    /** Whether both are one person. */
    public boolean isOneWith(Signatory other) {
        return bearer().equals(other.bearer())
                || certificate.equals(other.certificate())
                || (key.isPresent() && key.equals(other.key()));
    }

    /** The first signature of each person: one name on two keys makes one person of all who bear either key. */
    public static List<Signatory> people(List<Signatory> signatories) {
        int[] first = IntStream.range(0, signatories.size()).toArray();
        for (int later = 1; later < first.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (signatories.get(later).isOneWith(signatories.get(earlier))) {
                    join(first, first[later], first[earlier]);
                }
            }
        }
        return IntStream.range(0, first.length)
                .filter(place -> first[place] == place)
                .mapToObj(signatories::get)
                .toList();
    }

    private static void join(int[] first, int one, int other) {
        int joined = Math.min(one, other);
        Arrays.setAll(first, place -> first[place] == one || first[place] == other ? joined : first[place]);
    }

    /** The key of a certificate, as it is kept. */
    public static String keyOf(X509Certificate certificate) {
        return Digest.over(certificate.getPublicKey().getEncoded()).hex();
    }

    private String bearer() {
        return party.substring(party.lastIndexOf(' ') + 1);
    }
}
