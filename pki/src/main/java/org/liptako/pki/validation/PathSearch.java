package org.liptako.pki.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.x509.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Seeks paths from a leaf through an untrusted bag to a root (RFC 4158), the shortest first, and has each judged.
 *
 * <p>Depth first, again and again, each time one certificate longer, and never where the names alone show that the root is
 * too far: so dead ends, loops and meshes cost little, however many certificates a stranger shows. For one search only.
 */
final class PathSearch {
    private final CertificateBag roots;
    private final CertificateBag bag;
    private final int pathLength;
    private final WorkBudget budget;
    private final SearchRules rules;
    private final Map<ParsedCertificate, Boolean> usable = new HashMap<>();

    private Validation.@Nullable Rejected firstRefusal;
    private Validation.@Nullable Rejected firstUnusable;
    private boolean forged;

    /**
     * A search.
     *
     * @param bag certificates, none of them believed
     * @param pathLength most certificates of a path, leaf and root included
     */
    PathSearch(
            List<ParsedCertificate> roots, CertificateBag bag, int pathLength, WorkBudget budget, SearchRules rules) {
        this.roots = new CertificateBag(roots);
        this.bag = bag;
        this.pathLength = pathLength;
        this.budget = budget;
        this.rules = rules;
    }

    /**
     * The first path that nothing speaks against.
     *
     * @throws RejectedException why the first complete path was refused, or else why there was none
     */
    CertificatePath from(ParsedCertificate leaf) throws RejectedException {
        CertificateBag above = bag.above(leaf);
        int length = 1;
        while (true) {
            Heights heights = new Heights(roots, above, this::isUsable, budget::isForged);
            OptionalInt height = heights.ofStranger(leaf);
            length = Math.max(length, height.orElse(pathLength)) + 1;
            if (height.isEmpty() || length > pathLength) {
                throw new RejectedException(refusal());
            }
            Pass pass = new Pass(above, heights, length);
            Optional<CertificatePath> found = pass.climb(List.of(leaf));
            if (found.isPresent()) {
                return found.get();
            }
            if (!pass.cutShort) {
                throw new RejectedException(refusal());
            }
        }
    }

    private Validation.Rejected refusal() {
        Validation.Rejected known = firstRefusal != null ? firstRefusal : firstUnusable;
        if (known != null) {
            return known;
        }
        return forged
                ? new Validation.Rejected(RejectionReason.SIGNATURE, "no issuer of that name made the signature")
                : new Validation.Rejected(RejectionReason.NO_PATH, "no issuer found up to a root");
    }

    /** All paths of one length. */
    private final class Pass {
        private final CertificateBag above;
        private final Heights heights;
        private final int length;
        private boolean cutShort;

        Pass(CertificateBag above, Heights heights, int length) {
            this.above = above;
            this.heights = heights;
            this.length = length;
        }

        Optional<CertificatePath> climb(List<ParsedCertificate> path) throws RejectedException {
            ParsedCertificate child = path.getLast();
            if (path.size() + 1 == length) {
                cutShort |= !above.named(child.issuerName()).isEmpty();
                return complete(path);
            }
            for (ParsedCertificate issuer : above.issuersOf(child)) {
                if (path.stream().anyMatch(rules.hopeless()::contains)) {
                    return Optional.empty();
                }
                if (isWorthATry(issuer, path)) {
                    Optional<CertificatePath> found = climb(joined(path, issuer));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }

        private boolean isWorthATry(ParsedCertificate issuer, List<ParsedCertificate> path) throws RejectedException {
            budget.step();
            OptionalInt height = heights.of(issuer);
            if (height.isEmpty()) {
                return false;
            }
            if (path.size() + 1 + height.getAsInt() > length) {
                cutShort = true;
                return false;
            }
            return path.stream().noneMatch(issuer::isSameEntityAs)
                    && !rules.hopeless().contains(issuer)
                    && isOpen(joined(path, issuer))
                    && isSigned(path.getLast(), issuer);
        }
    }

    private Optional<CertificatePath> complete(List<ParsedCertificate> path) throws RejectedException {
        ParsedCertificate child = path.getLast();
        for (ParsedCertificate root : roots.issuersOf(child)) {
            budget.step();
            if (isUsable(root) && isOpen(joined(path, root)) && isSigned(child, root)) {
                CertificatePath complete = new CertificatePath(joined(path, root));
                budget.judge(complete.certificates());
                Optional<Validation.Rejected> refusal = rules.complete().refusal(complete);
                if (refusal.isEmpty()) {
                    return Optional.of(complete);
                }
                firstRefusal = firstRefusal == null ? refusal.get() : firstRefusal;
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
        boolean found = keeps(issuer, roots.holds(issuer) ? rules.roots() : rules.issuers());
        usable.put(issuer, found);
        return found;
    }

    private boolean keeps(ParsedCertificate issuer, List<CertificateRule> asked) {
        try {
            for (CertificateRule rule : asked) {
                rule.check(issuer);
            }
            return true;
        } catch (RejectedException e) {
            firstUnusable = firstUnusable == null ? e.rejected() : firstUnusable;
            return false;
        }
    }

    private boolean isOpen(List<ParsedCertificate> path) throws RejectedException {
        CertificatePath rising = new CertificatePath(path);
        Optional<Validation.Rejected> refusal = rules.rising().refusal(rising);
        boolean constrained = !rules.constraints().rules().isEmpty()
                && path.getLast().extension(Extension.nameConstraints).isPresent();
        if (refusal.isEmpty() && constrained) {
            budget.judge(path);
            refusal = rules.constraints().refusal(rising);
        }
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
