package org.liptako.pki.validation;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Seeks paths from a leaf through an untrusted bag to a root, depth first (RFC 4158), and has each judged.
 *
 * <p>The work is bounded by the number of signatures verified; each pair is verified once. For one search only.
 */
final class PathSearch {
    private final List<ParsedCertificate> roots;
    private final List<ParsedCertificate> bag;
    private final ValidationLimits limits;
    private final Map<Edge, Boolean> verified = new HashMap<>();

    private Validation.@Nullable Rejected firstRefusal;
    private boolean forged;

    PathSearch(List<ParsedCertificate> roots, List<ParsedCertificate> bag, ValidationLimits limits) {
        this.roots = roots;
        this.bag = bag;
        this.limits = limits;
    }

    /** The first path that is accepted; else why the first complete path was refused; else why there was none. */
    Validation from(ParsedCertificate leaf, Function<CertificatePath, Validation> judge) throws RejectedException {
        Optional<Validation.Accepted> accepted = climb(List.of(leaf), judge);
        if (accepted.isPresent()) {
            return accepted.get();
        }
        Validation.Rejected refusal = firstRefusal;
        if (refusal != null) {
            return refusal;
        }
        return forged
                ? new Validation.Rejected(RejectionReason.SIGNATURE, "no issuer of that name made the signature")
                : new Validation.Rejected(RejectionReason.NO_PATH, "no issuer found up to a root");
    }

    private Optional<Validation.Accepted> climb(
            List<ParsedCertificate> path, Function<CertificatePath, Validation> judge) throws RejectedException {
        ParsedCertificate child = path.getLast();
        for (ParsedCertificate root : issuersOf(child, roots)) {
            if (isSignedBy(child, root)) {
                switch (judge.apply(new CertificatePath(joined(path, root)))) {
                    case Validation.Accepted accepted -> {
                        return Optional.of(accepted);
                    }
                    case Validation.Rejected rejected -> firstRefusal = firstRefusal == null ? rejected : firstRefusal;
                }
            }
        }
        // A path one below the limit has room for a root alone.
        if (path.size() + 1 >= limits.pathLength()) {
            return Optional.empty();
        }
        for (ParsedCertificate issuer : issuersOf(child, bag)) {
            if (path.stream().noneMatch(issuer::isSameEntityAs) && isSignedBy(child, issuer)) {
                Optional<Validation.Accepted> accepted = climb(joined(path, issuer), judge);
                if (accepted.isPresent()) {
                    return accepted;
                }
            }
        }
        return Optional.empty();
    }

    /** Those whose key identifier fits come first: RFC 4158 section 3.5.12. */
    private static List<ParsedCertificate> issuersOf(ParsedCertificate child, List<ParsedCertificate> among) {
        List<ParsedCertificate> issuers = new ArrayList<>();
        int pointedAt = 0;
        for (ParsedCertificate candidate : among) {
            if (candidate.subject().equals(child.issuer())) {
                issuers.add(child.isPointedAt(candidate) ? pointedAt++ : issuers.size(), candidate);
            }
        }
        return issuers;
    }

    private boolean isSignedBy(ParsedCertificate child, ParsedCertificate issuer) throws RejectedException {
        Edge edge = new Edge(child, issuer);
        Boolean known = verified.get(edge);
        if (known != null) {
            return known;
        }
        if (verified.size() >= limits.signatureChecks()) {
            throw new RejectedException(
                    RejectionReason.BUDGET_EXHAUSTED, limits.signatureChecks() + " signatures verified");
        }
        boolean signed = verify(child, issuer);
        verified.put(edge, signed);
        forged |= !signed;
        return signed;
    }

    private static boolean verify(ParsedCertificate child, ParsedCertificate issuer) {
        try {
            child.certificate().verify(issuer.certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static List<ParsedCertificate> joined(List<ParsedCertificate> path, ParsedCertificate next) {
        List<ParsedCertificate> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }

    private record Edge(ParsedCertificate child, ParsedCertificate issuer) {}
}
