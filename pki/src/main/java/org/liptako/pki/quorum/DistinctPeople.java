package org.liptako.pki.quorum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Good signatures, one for each person.
 *
 * <p>Two signatures are one person's if they bear one name or were made by one key, and so on from signature to
 * signature. So neither a second certificate nor a second name on a key makes a second person, and the order in which
 * signatures are read changes nothing.
 *
 * @param people the earliest signature of each
 * @param repeats the others
 */
record DistinctPeople(List<SignatureVerdict.Counted> people, List<SignatureVerdict.Discounted> repeats) {
    private static final Comparator<SignatureVerdict.Counted> EARLIEST_FIRST = Comparator.comparing(
                    SignatureVerdict.Counted::signedAt)
            .thenComparing(counted -> counted.signer().toString())
            .thenComparing(counted -> counted.certificate().getSerialNumber());

    static DistinctPeople among(List<SignatureVerdict.Counted> signatures) {
        List<List<SignatureVerdict.Counted>> persons = new ArrayList<>();
        for (SignatureVerdict.Counted signature :
                signatures.stream().sorted(EARLIEST_FIRST).toList()) {
            List<List<SignatureVerdict.Counted>> same = persons.stream()
                    .filter(person -> person.stream().anyMatch(other -> areOne(other, signature)))
                    .toList();
            persons.removeAll(same);
            List<SignatureVerdict.Counted> merged = new ArrayList<>();
            same.forEach(merged::addAll);
            merged.add(signature);
            merged.sort(EARLIEST_FIRST);
            persons.add(merged);
        }
        List<SignatureVerdict.Counted> people = new ArrayList<>();
        List<SignatureVerdict.Discounted> repeats = new ArrayList<>();
        for (List<SignatureVerdict.Counted> person : persons) {
            people.add(person.getFirst());
            for (SignatureVerdict.Counted repeat : person.subList(1, person.size())) {
                repeats.add(repeatOf(person.getFirst(), repeat));
            }
        }
        people.sort(EARLIEST_FIRST);
        return new DistinctPeople(people, repeats);
    }

    /** Whether they are as many as it takes, from as many States. */
    boolean suffice(QuorumRule rule) {
        long states = people.stream()
                .map(person -> person.signer().state())
                .distinct()
                .count();
        return people.size() >= rule.people() && states >= rule.states();
    }

    private static SignatureVerdict.Discounted repeatOf(
            SignatureVerdict.Counted first, SignatureVerdict.Counted repeat) {
        return first.signer().equals(repeat.signer())
                ? SignatureVerdict.Discounted.of(
                        SignatureFault.SAME_PERSON, repeat.signer().toString())
                : SignatureVerdict.Discounted.of(
                        SignatureFault.SAME_KEY, repeat.signer() + " with the key of " + first.signer());
    }

    private static boolean areOne(SignatureVerdict.Counted one, SignatureVerdict.Counted other) {
        return one.signer().equals(other.signer())
                || one.certificate().getPublicKey().equals(other.certificate().getPublicKey());
    }
}
