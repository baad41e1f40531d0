package org.liptako.pki.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Seeks paths from a leaf through an untrusted bag to a root, depth first (RFC 4158), and has each judged.
 *
 * <p>For one search only.
 */
final class PathSearch {
    private final CertificateBag roots;
    private final CertificateBag bag;
    private final int pathLength;
    private final WorkBudget budget;
    private final List<CertificateRule> issuerRules;
    private final PathJudge early;
    private final PathJudge judge;
    private final Map<ParsedCertificate, Boolean> usable = new HashMap<>();

    private Validation.@Nullable Rejected firstRefusal;
    private Validation.@Nullable Rejected firstUnusable;
    private boolean forged;

    /**
     * A search.
     *
     * @param bag certificates, none of them believed, from which a chain of names leads to a root
     * @param issuerRules what makes a certificate of the bag not worth trying as an issuer
     * @param early rules on what the topmost CA's name constraints forbid, however the path goes on upwards
     */
    PathSearch(
            List<ParsedCertificate> roots,
            CertificateBag bag,
            int pathLength,
            WorkBudget budget,
            List<CertificateRule> issuerRules,
            PathJudge early,
            PathJudge judge) {
        this.roots = new CertificateBag(roots);
        this.bag = bag;
        this.pathLength = pathLength;
        this.budget = budget;
        this.issuerRules = issuerRules;
        this.early = early;
        this.judge = judge;
    }

    /**
     * The first path that nothing speaks against.
     *
     * @throws RejectedException why the first complete path was refused, or else why there was none
     */
    CertificatePath from(ParsedCertificate leaf) throws RejectedException {
        Optional<CertificatePath> found = climb(List.of(leaf));
        if (found.isPresent()) {
            return found.get();
        }
        Validation.Rejected refusal = firstRefusal != null ? firstRefusal : firstUnusable;
        if (refusal != null) {
            throw new RejectedException(refusal);
        }
        throw forged
                ? new RejectedException(RejectionReason.SIGNATURE, "no issuer of that name made the signature")
                : new RejectedException(RejectionReason.NO_PATH, "no issuer found up to a root");
    }

    private Optional<CertificatePath> climb(List<ParsedCertificate> path) throws RejectedException {
        ParsedCertificate child = path.getLast();
        for (ParsedCertificate root : roots.issuersOf(child)) {
            if (isOpen(joined(path, root)) && isSigned(child, root)) {
                CertificatePath complete = new CertificatePath(joined(path, root));
                budget.judge(complete.certificates());
                Optional<Validation.Rejected> refusal = judge.refusal(complete);
                if (refusal.isEmpty()) {
                    return Optional.of(complete);
                }
                firstRefusal = firstRefusal == null ? refusal.get() : firstRefusal;
            }
        }
        // A path one below the limit has room for a root alone.
        if (path.size() + 1 >= pathLength) {
            return Optional.empty();
        }
        for (ParsedCertificate issuer : bag.issuersOf(child)) {
            budget.step();
            List<ParsedCertificate> higher = joined(path, issuer);
            boolean tried = path.stream().anyMatch(issuer::isSameEntityAs);
            if (!tried && isUsable(issuer) && isOpen(higher) && isSigned(child, issuer)) {
                Optional<CertificatePath> found = climb(higher);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Asked once of each certificate: a mesh leads to the same one by thousands of ways. */
    private boolean isUsable(ParsedCertificate issuer) {
        Boolean known = usable.get(issuer);
        if (known != null) {
            return known;
        }
        boolean found = keepsIssuerRules(issuer);
        usable.put(issuer, found);
        return found;
    }

    private boolean keepsIssuerRules(ParsedCertificate issuer) {
        try {
            for (CertificateRule rule : issuerRules) {
                rule.check(issuer);
            }
            return true;
        } catch (RejectedException e) {
            firstUnusable = firstUnusable == null ? e.rejected() : firstUnusable;
            return false;
        }
    }

    private boolean isOpen(List<ParsedCertificate> path) throws RejectedException {
        if (early.rules().isEmpty()
                || path.getLast().extension(Extension.nameConstraints).isEmpty()) {
            return true;
        }
        budget.judge(path);
        Optional<Validation.Rejected> refusal = early.refusal(new CertificatePath(path));
        firstUnusable = firstUnusable == null ? refusal.orElse(null) : firstUnusable;
        return refusal.isEmpty();
    }

    private boolean isSigned(ParsedCertificate child, ParsedCertificate issuer) throws RejectedException {
        boolean signed = budget.isSignedBy(child, issuer);
        forged |= !signed;
        return signed;
    }

    private static List<ParsedCertificate> joined(List<ParsedCertificate> path, ParsedCertificate next) {
        List<ParsedCertificate> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }
}
