package org.liptako.pki.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.pki.algorithm.VerifyingKey;
import org.liptako.pki.revocation.RevocationList;
import org.liptako.pki.revocation.RevocationLists;

/**
 * Signers of lists among the certificates presented: a CA's other key, or another issuer for indirect lists.
 *
 * <p>Such a certificate needs a good path of its own to the same root (RFC 5280 section 6.3.3 f), revocation included; a
 * list that its own signer would vouch for does not count, unless its CA has delegated just that.
 */
final class BagListSigners implements OtherListSigners {
    private static final int MOST_NESTED = 4;

    private final RevocationLists lists;
    private final CertificateBag bag;
    private final int pathLength;
    private final WorkBudget budget;
    private final SearchRules rules;
    private final List<ParsedCertificate> pending;

    /** For signers whose paths keep {@code rules}, and whom a list shows unrevoked besides. */
    BagListSigners(RevocationLists lists, CertificateBag bag, int pathLength, WorkBudget budget, SearchRules rules) {
        this(lists, bag, pathLength, budget, rules, List.of());
    }

    private BagListSigners(
            RevocationLists lists,
            CertificateBag bag,
            int pathLength,
            WorkBudget budget,
            SearchRules rules,
            List<ParsedCertificate> pending) {
        this.lists = lists;
        this.bag = bag;
        this.pathLength = pathLength;
        this.budget = budget;
        this.rules = rules;
        this.pending = pending;
    }

    @Override
    public Optional<VerifyingKey> signerOf(RevocationList list, CertificatePath path, ParsedCertificate about)
            throws RejectedException {
        if (pending.size() >= MOST_NESTED) {
            return Optional.empty();
        }
        for (ParsedCertificate candidate : bag.signersOf(list)) {
            budget.step();
            boolean usable = isDelegate(candidate, about) || !isPending(candidate, about);
            if (usable
                    && RevocationRule.hasSigned(list, candidate, budget)
                    && (isDelegate(candidate, about) || isGood(candidate, path.root()))) {
                return candidate.key();
            }
        }
        return Optional.empty();
    }

    /**
     * Whether {@code about}, a signer of lists, is asked about itself, and its CA has it so.
     *
     * <p>A list of another name than the CA's speaks of it only if the CA wrote that name into its distribution points;
     * a self-issued signer could vouch for itself without.
     */
    private boolean isDelegate(ParsedCertificate candidate, ParsedCertificate about) {
        return candidate == about && pending.contains(about) && !about.isSelfIssued();
    }

    private boolean isPending(ParsedCertificate candidate, ParsedCertificate about) {
        return candidate.isSameEntityAs(about) || pending.stream().anyMatch(candidate::isSameEntityAs);
    }

    private boolean isGood(ParsedCertificate signer, ParsedCertificate root) {
        List<ParsedCertificate> waiting = new ArrayList<>(pending);
        waiting.add(signer);
        RevocationRule revocation = new RevocationRule(lists, true, () -> budget, withPending(waiting), revoked -> {});
        PathSearch search = new PathSearch(List.of(root), bag, pathLength, budget, rules.with(revocation));
        try {
            search.from(signer);
            return true;
        } catch (RejectedException e) {
            return false;
        }
    }

    private BagListSigners withPending(List<ParsedCertificate> waiting) {
        return new BagListSigners(lists, bag, pathLength, budget, rules, List.copyOf(waiting));
    }
}
