package org.liptako.pki.validation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.liptako.pki.name.Zone;

/**
 * The one validator of the federation: TLS, every RPC, signatures and the offline verifier ask it.
 *
 * <p>It takes untrusted bytes, seeks a path to a root, and has each path judged by a fixed list of rules: what
 * is cheap, RFC 5280 section 6.1, then the strict profile. Only the roots given here are believed. It fails closed: what cannot be
 * parsed or processed is refused. Its work is bounded by {@link ValidationLimits}. Immutable and thread-safe.
 */
public final class ChainValidator {
    private final ValidationLimits limits = ValidationLimits.STRICT;
    private final CertificateParser parser = new CertificateParser(limits.certificateBytes());
    private final List<ParsedCertificate> roots;
    private final LeafNameRule names;
    private final List<PathRule> rules;

    /**
     * A validator for one zone that believes these roots and checks no revocation.
     *
     * @param roots the only anchors, at least one
     * @throws IllegalArgumentException if one of them is not a self-signed CA certificate of an allowed kind
     */
    public ChainValidator(Zone zone, Collection<X509Certificate> roots) {
        this(zone, TrustMaterial.ofRoots(List.copyOf(roots)));
    }

    /**
     * A validator for one zone.
     *
     * @throws IllegalArgumentException if there is no root, or one of them is not a self-signed CA certificate of an
     *     allowed kind
     */
    public ChainValidator(Zone zone, TrustMaterial trust) {
        List<X509Certificate> roots = trust.roots();
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("A validator without a root would refuse everyone: name the root file.");
        }
        this.roots = roots.stream().map(this::root).toList();
        this.names = new LeafNameRule(zone);
        this.rules = List.of(
                new ChainShapeRule(),
                new ValidityRule(),
                new NameCountRule(),
                new Rfc5280Rule(),
                new AuthorityKeyUsageRule(),
                new StateCaRule(zone),
                new CommonNameRule(),
                names,
                new StateThreeWaysRule(names),
                new RoleRule(names),
                new PurposeRule(names),
                new PeerNameRule());
    }

    /** Judges a chain. Never throws on account of what the chain holds. */
    public Validation validate(CandidateChain chain, Expectation expectation) {
        try {
            return search(chain, expectation);
        } catch (RejectedException e) {
            return e.rejected();
        } catch (RuntimeException e) {
            return new Validation.Rejected(RejectionReason.MALFORMED, "could not be processed");
        }
    }

    private Validation search(CandidateChain chain, Expectation expectation) throws RejectedException {
        List<byte[]> presented = chain.certificates();
        if (presented.isEmpty()) {
            throw new RejectedException(RejectionReason.NO_CERTIFICATE, "empty chain");
        }
        if (presented.size() > limits.certificates()) {
            throw new RejectedException(RejectionReason.TOO_MANY_CERTIFICATES, presented.size() + " certificates");
        }
        List<ParsedCertificate> parsed = new ArrayList<>();
        for (byte[] der : presented) {
            parsed.add(parser.parse(der));
        }
        ParsedCertificate leaf = parsed.getFirst();
        if (leaf.isCa() || leaf.hasKeyUsage(KeyUsage.keyCertSign)) {
            throw new RejectedException(RejectionReason.LEAF_IS_CA, "leaf");
        }
        PathSearch search = new PathSearch(roots, parsed.subList(1, parsed.size()), limits);
        return search.from(leaf, path -> judge(path, expectation));
    }

    private Validation judge(CertificatePath path, Expectation expectation) {
        try {
            for (PathRule rule : rules) {
                rule.check(path, expectation);
            }
            return new Validation.Accepted(
                    names.partyOf(path.leaf()),
                    path.certificates().stream()
                            .map(ParsedCertificate::certificate)
                            .toList(),
                    expiryOf(path));
        } catch (RejectedException e) {
            return e.rejected();
        }
    }

    private static Instant expiryOf(CertificatePath path) {
        Instant expiry = Instant.MAX;
        for (ParsedCertificate certificate : path.certificates()) {
            Instant end = certificate.holder().getNotAfter().toInstant();
            expiry = end.isBefore(expiry) ? end : expiry;
        }
        return expiry;
    }

    private ParsedCertificate root(X509Certificate certificate) {
        try {
            ParsedCertificate root = parser.parse(
                    CandidateChain.of(List.of(certificate)).certificates().getFirst());
            if (!root.isCa() || !root.isSelfIssued()) {
                throw new IllegalArgumentException("The root file does not hold a self-signed CA certificate.");
            }
            return root;
        } catch (RejectedException e) {
            throw new IllegalArgumentException("The root file holds no certificate that can be used.", e);
        }
    }
}
