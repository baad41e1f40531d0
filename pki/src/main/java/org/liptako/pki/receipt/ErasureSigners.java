package org.liptako.pki.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.Zone;
import org.liptako.pki.quorum.QuorumOutcome;
import org.liptako.pki.quorum.QuorumRule;
import org.liptako.pki.quorum.QuorumVerifier;
import org.liptako.pki.quorum.SignatureVerdict;
import org.liptako.pki.quorum.SigningPeriod;
import org.liptako.pki.revocation.RevocationLists;
import org.liptako.pki.trust.TrustState;
import org.liptako.pki.validation.ChainValidator;

/**
 * Who signed that a copy outside the federation is erased: each signature in the receipt must be that of the person whom its entry names, over the document of the erasure, and all of them those of two
 * people at least, by name and by key. A receipt without any only repeats the word of the node that has checked them.
 */
record ErasureSigners(Zone zone, TrustState trust, RevocationLists lists) {
    /** The type of the entry that holds a person's signature. */
    static final String SIGNED = "EXTERNAL_ERASURE_SIGNED";

    private static final String FORMAT = "liptako-external-erasure/v1";

    List<Signer> of(List<ProvedEntry> entries) throws ReceiptException {
        List<Signer> signers = new ArrayList<>();
        List<SignatureVerdict.Counted> people = new ArrayList<>();
        List<ProvedEntry> signed =
                entries.stream().filter(entry -> entry.type().equals(SIGNED)).toList();
        for (ProvedEntry entry : signed) {
            SignatureVerdict.Counted person = person(entry);
            people.add(person);
            String name = person.signer().toString();
            signers.add(new Signer(
                    entry.field() + ".payload", new Words(name, name), person.certificate(), person.signedAt(), true));
        }
        if (!people.isEmpty()) {
            requireTwo(entries.getFirst(), people);
        }
        return signers;
    }

    private SignatureVerdict.Counted person(ProvedEntry entry) throws ReceiptException {
        QuorumRule rule = QuorumRule.of(role(entry), entry.state(), 1);
        SigningPeriod period = SigningPeriod.until(entry.at().orElse(Instant.EPOCH));
        QuorumOutcome outcome = new QuorumVerifier(
                        new ChainValidator(zone, trust.material(RevocationLists.none(), Set.of())), lists)
                .verify(statement(entry), signature(entry), rule, period);
        return switch (outcome) {
            case QuorumOutcome.Reached reached -> named(entry, reached.signers());
            case QuorumOutcome.NotReached lacking ->
                throw refused(
                        entry,
                        "ne compte pas : " + reasons(lacking, true),
                        "does not count: " + reasons(lacking, false));
            case QuorumOutcome.Unreadable unreadable ->
                throw refused(
                        entry,
                        "ne peut être lue : " + unreadable.reason().french(),
                        "cannot be read: " + unreadable.reason().english());
        };
    }

    private static SignatureVerdict.Counted named(ProvedEntry entry, List<SignatureVerdict.Counted> found)
            throws ReceiptException {
        SignatureVerdict.Counted one = found.getFirst();
        if (found.size() == 1 && one.signer().toString().equals(entry.text("by"))) {
            return one;
        }
        throw refused(
                entry,
                "n'est pas de la personne que l'entrée nomme, mais de " + one.signer() + ".",
                "is not that of the person whom the entry names, but of " + one.signer() + ".");
    }

    /** What was signed, in its one form. */
    private static byte[] statement(ProvedEntry entry) {
        ObjectNode statement = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
        for (String key : List.of("campaign", "dataset", "site", "document", "title")) {
            statement.put(key, entry.text(key));
        }
        return statement.toString().getBytes(UTF_8);
    }

    private static byte[] signature(ProvedEntry entry) throws ReceiptException {
        try {
            return Base64.getDecoder().decode(entry.text("signature"));
        } catch (IllegalArgumentException e) {
            throw refused(entry, "n'est pas en base64.", "is not in base64.");
        }
    }

    /** An operator or an officer: the entry says which, and the certificate must say the same. */
    private static Role role(ProvedEntry entry) throws ReceiptException {
        Optional<Role> role = Stream.of(Role.OPERATOR, Role.OFFICER)
                .filter(one -> entry.text("by").startsWith(entry.state() + " " + one.segment() + " "))
                .findFirst();
        if (role.isEmpty()) {
            throw refused(entry, "n'est pas d'une personne de cet État.", "is not that of a person of this State.");
        }
        return role.get();
    }

    private static void requireTwo(ProvedEntry erased, List<SignatureVerdict.Counted> people) throws ReceiptException {
        List<String> proved =
                people.stream().map(person -> person.signer().toString()).toList();
        List<String> named = new ArrayList<>();
        erased.node("signers").forEach(signer -> named.add(signer.asText()));
        // Else one more whom nobody has named would make two people of one with two names.
        List<SignatureVerdict.Counted> those = people.stream()
                .filter(person -> named.contains(person.signer().toString()))
                .toList();
        if (!proved.containsAll(named) || those.isEmpty() || areOne(those)) {
            throw ReceiptException.refused(
                    erased.field() + ".payload",
                    "Les signatures que porte le reçu ne sont pas celles de deux personnes, de noms et de clés différents, que cette entrée nomme.",
                    "The signatures in the receipt are not those of two people, of different names and keys, whom this entry names.");
        }
    }

    /** Whether name or key leads from each to each. */
    private static boolean areOne(List<SignatureVerdict.Counted> people) {
        List<SignatureVerdict.Counted> left = new ArrayList<>(people);
        List<SignatureVerdict.Counted> met = new ArrayList<>(List.of(left.removeFirst()));
        while (!met.isEmpty()) {
            SignatureVerdict.Counted one = met.removeFirst();
            List<SignatureVerdict.Counted> joined =
                    left.stream().filter(other -> areOne(one, other)).toList();
            left.removeAll(joined);
            met.addAll(joined);
        }
        return left.isEmpty();
    }

    private static boolean areOne(SignatureVerdict.Counted one, SignatureVerdict.Counted other) {
        return one.signer().bearer().equals(other.signer().bearer())
                || one.certificate().getPublicKey().equals(other.certificate().getPublicKey());
    }

    private static String reasons(QuorumOutcome.NotReached lacking, boolean french) {
        return lacking.discounted().stream()
                .map(fault -> french ? fault.french() : fault.english())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static ReceiptException refused(ProvedEntry entry, String fr, String en) {
        return ReceiptException.refused(
                entry.field() + ".payload",
                "La signature de l'effacement à l'étranger " + fr,
                "The signature on the erasure abroad " + en);
    }
}
