package org.liptako.pki.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.pki.algorithm.VerifyingKey;
import org.liptako.pki.revocation.RevocationList;

/**
 * The signatures verified for one chain, each pair once, and the limit to them.
 *
 * <p>Counted in what a verification costs, not in elapsed time: a busy machine must not refuse what an idle one
 * accepts. For one chain only; not thread-safe.
 */
final class WorkBudget {
    /** What judging costs, counted in links tried: some ten microseconds each. */
    private static final int STEPS_OF_A_CERTIFICATE = 4;

    private static final int STEPS_OF_NAMES = 2;
    private static final int OCTETS_HASHED_IN_A_MICROSECOND = 200;

    private final int microseconds;
    private final int mostSteps;
    private final Map<Edge, Boolean> verified = new HashMap<>();
    private final Map<ListEdge, Boolean> verifiedLists = new HashMap<>();
    private int spent;
    private int steps;
    private boolean judged;

    /** What {@code limits} allow for one chain. */
    WorkBudget(ValidationLimits limits) {
        this.microseconds = limits.signatureMicros();
        this.mostSteps = limits.steps();
    }

    boolean isSignedBy(ParsedCertificate child, ParsedCertificate issuer) throws RejectedException {
        Edge edge = new Edge(child, issuer.keyText());
        Boolean known = verified.get(edge);
        if (known != null) {
            return known;
        }
        Optional<VerifyingKey> key = issuer.key().filter(child::mayBeSignedBy);
        boolean signed = key.isPresent() && spend(key.get().cost()) && child.isSignedBy(key.get());
        verified.put(edge, signed);
        return signed;
    }

    /** Whether it has been found that {@code issuer}'s key did not sign {@code child}. */
    boolean isForged(ParsedCertificate child, ParsedCertificate issuer) {
        return Boolean.FALSE.equals(verified.get(new Edge(child, issuer.keyText())));
    }

    /** Whether {@code key} signed a list; costs nothing if that is known. */
    boolean isSignedBy(RevocationList list, VerifyingKey key) throws RejectedException {
        ListEdge edge = new ListEdge(list, key);
        Boolean known = verifiedLists.get(edge);
        if (known != null) {
            return known;
        }
        boolean signed = list.isKnownToBeSignedBy(key)
                || (list.mayBeSignedBy(key)
                        && spend(key.cost() + list.size() / OCTETS_HASHED_IN_A_MICROSECOND)
                        && list.isSignedBy(key));
        verifiedLists.put(edge, signed);
        return signed;
    }

    /** Refuses if a verification had to be left out. */
    void requireRest() throws RejectedException {
        spend(0);
    }

    private boolean spend(int cost) throws RejectedException {
        spent += cost;
        if (spent > microseconds) {
            throw new RejectedException(RejectionReason.BUDGET_EXHAUSTED, "signatures verified: " + verified.size());
        }
        return true;
    }

    /** Takes one certificate tried as a link of a path. */
    void step() throws RejectedException {
        if (++steps > mostSteps) {
            throw new RejectedException(RejectionReason.BUDGET_EXHAUSTED, "links tried: " + mostSteps);
        }
    }

    /**
     * Takes the judging of one path, complete or not; the first is free.
     *
     * <p>Every certificate is read again, and names are compared with constraints: that grows with the square of their size. A mesh has thousands of paths.
     */
    void judge(List<ParsedCertificate> path) throws RejectedException {
        if (!judged) {
            judged = true;
            return;
        }
        int kibibytes =
                path.stream().mapToInt(certificate -> certificate.der().length).sum() / 1024;
        steps += STEPS_OF_A_CERTIFICATE * path.size() + STEPS_OF_NAMES * kibibytes * kibibytes;
        step();
    }

    /** A certificate and a key: that of any number of certificates, of which one verification tells. */
    private record Edge(ParsedCertificate child, String key) {}

    private record ListEdge(RevocationList list, VerifyingKey key) {}
}
