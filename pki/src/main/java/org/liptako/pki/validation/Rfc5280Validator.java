package org.liptako.pki.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Validates chains of any origin by RFC 5280: path building, section 6.1, names and revocation, without State and role.
 *
 * <p>The same search and the same rules as {@link ChainValidator}'s, but for those of the federation. The anchors'
 * certificates are processed like any other: their validity, constraints and extensions count. Thread-safe.
 */
public final class Rfc5280Validator {
    private static final ValidationLimits LIMITS = ValidationLimits.COMMON;

    private final CertificateParser parser = new CertificateParser(LIMITS, List.of(new ExtensionDepthRule()));

    /** Why the chain is refused; empty if it is accepted. Never throws on account of what the question holds. */
    public Optional<Validation.Rejected> refusal(Rfc5280Question question) {
        try {
            search(question);
            return Optional.empty();
        } catch (RejectedException e) {
            return Optional.of(e.rejected());
        } catch (RuntimeException e) {
            return Optional.of(new Validation.Rejected(RejectionReason.MALFORMED, "could not be processed"));
        }
    }

    private void search(Rfc5280Question question) throws RejectedException {
        checkSize(question);
        List<ParsedCertificate> presented = parsed(question.chain().certificates());
        List<ParsedCertificate> roots = parsed(question.roots());
        if (presented.isEmpty()) {
            throw new RejectedException(RejectionReason.NO_CERTIFICATE, "empty chain");
        }
        ParsedCertificate leaf = presented.getFirst();
        checkAlone(leaf, question);
        CertificateBag bag = bag(presented.subList(1, presented.size()), roots);
        WorkBudget budget = new WorkBudget(LIMITS);
        Set<ParsedCertificate> revoked = new HashSet<>();
        SearchRules rules = Rfc5280Rules.ofSearch(question, leaf, budget, revoked);
        if (question.revocationRequired() || !question.lists().isEmpty()) {
            BagListSigners others = new BagListSigners(
                    question.lists(), bag, LIMITS.pathLength(), budget, Rfc5280Rules.ofSigners(question));
            rules = rules.with(new RevocationRule(
                    question.lists(), question.revocationRequired(), () -> budget, others, revoked::add));
        }
        new PathSearch(roots, bag, LIMITS.pathLength(), budget, rules).from(leaf);
    }

    /** What no path can mend is found before any is sought. */
    private static void checkAlone(ParsedCertificate leaf, Rfc5280Question question) throws RejectedException {
        new NameSizeRule().check(leaf);
        new ExtensionFormRule().check(leaf);
        CertificatePath alone = new CertificatePath(List.of(leaf));
        Optional<Validation.Rejected> refusal =
                new PathJudge(Rfc5280Rules.ofLeaves(question), question.expectation()).refusal(alone);
        if (refusal.isPresent()) {
            throw new RejectedException(refusal.get());
        }
    }

    /** Presented copies of the roots would only double the paths. */
    private static CertificateBag bag(List<ParsedCertificate> presented, List<ParsedCertificate> roots) {
        return new CertificateBag(presented.stream()
                .filter(other -> roots.stream().noneMatch(root -> Arrays.equals(root.der(), other.der())))
                .toList());
    }

    private static void checkSize(Rfc5280Question question) throws RejectedException {
        List<byte[]> chain = question.chain().certificates();
        int certificates = Math.max(chain.size(), question.roots().size());
        long bytes = Stream.concat(chain.stream(), question.roots().stream())
                .mapToLong(der -> der.length)
                .sum();
        if (certificates > LIMITS.certificates() || bytes > LIMITS.chainBytes()) {
            throw new RejectedException(
                    RejectionReason.TOO_MANY_CERTIFICATES, certificates + " certificates, " + bytes + " bytes");
        }
    }

    private List<ParsedCertificate> parsed(List<byte[]> certificates) throws RejectedException {
        List<ParsedCertificate> parsed = new ArrayList<>();
        for (byte[] der : certificates) {
            parsed.add(parser.parse(der));
        }
        return parsed;
    }
}
