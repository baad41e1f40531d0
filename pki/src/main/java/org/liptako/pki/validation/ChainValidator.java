package org.liptako.pki.validation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.liptako.pki.algorithm.AllowedAlgorithms;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.Zone;

/**
 * The one validator of the federation: TLS, every RPC, signatures and the offline verifier ask it.
 *
 * <p>It takes untrusted bytes, seeks a path to a root, and has each path judged by a fixed list of rules: what
 * is cheap, RFC 5280 section 6.1, then the strict profile. Only the roots given here are believed. It fails closed: what cannot be
 * parsed or processed is refused. Its work is bounded by {@link ValidationLimits}. Immutable and thread-safe.
 */
public final class ChainValidator implements ChainJudge {
    private static final ValidationLimits LIMITS = ValidationLimits.STRICT;

    private final CertificateParser parser = new CertificateParser(
            LIMITS,
            List.of(
                    new ExtensionDepthRule(),
                    new AlgorithmRule(AllowedAlgorithms.STRICT),
                    new SerialNumberRule(),
                    new StrictFieldsRule()));

    private final List<ParsedCertificate> roots;
    private final List<ParsedCertificate> crossCertificates;
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
     *     allowed kind, or a cross-certificate cannot be used
     */
    public ChainValidator(Zone zone, TrustMaterial trust) {
        if (trust.roots().isEmpty()) {
            throw new IllegalArgumentException("A validator without a root would refuse everyone: name the root file.");
        }
        this.roots = trust.roots().stream().map(this::root).toList();
        this.crossCertificates =
                trust.crossCertificates().stream().map(this::believed).toList();
        this.names = new LeafNameRule(zone);
        this.rules = rules(zone, trust);
    }

    private List<PathRule> rules(Zone zone, TrustMaterial trust) {
        List<PathRule> all = new ArrayList<>(List.of(
                new ChainShapeRule(crossCertificates.stream()
                        .map(cross -> Digest.over(cross.der()))
                        .collect(Collectors.toSet())),
                new DistrustRule(trust.distrustedAuthorities()),
                new ValidityRule(),
                new NameCountRule(),
                new Rfc5280Rule(),
                new AuthorityKeyUsageRule(),
                new StateCaRule(zone),
                new CommonNameRule(),
                names,
                new StateThreeWaysRule(names),
                new RoleRule(names),
                new EvidenceKeyRule(names),
                new PurposeRule(names),
                new PeerNameRule(),
                new NameConstraintsRule()));
        Set<Digest> named = trust.namedStateCas();
        if (named != null) {
            all.add(new NamedAuthorityRule(named));
        }
        if (!trust.revocation().isEmpty()) {
            all.add(new RevocationRule(
                    trust.revocation(), true, () -> new WorkBudget(LIMITS), OtherListSigners.NONE, revoked -> {}));
        }
        return all;
    }

    @Override
    public Validation validate(CandidateChain chain, Expectation expectation) {
        try {
            CertificatePath path = search(chain, expectation);
            return new Validation.Accepted(names.partyOf(path.leaf()), path.javaCertificates(), expiryOf(path));
        } catch (RejectedException e) {
            return e.rejected();
        } catch (RuntimeException e) {
            return new Validation.Rejected(RejectionReason.MALFORMED, "could not be processed");
        }
    }

    private CertificatePath search(CandidateChain chain, Expectation expectation) throws RejectedException {
        List<byte[]> presented = chain.certificates();
        if (presented.isEmpty()) {
            throw new RejectedException(RejectionReason.NO_CERTIFICATE, "empty chain");
        }
        if (presented.size() > LIMITS.certificates()) {
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
        List<ParsedCertificate> others = new ArrayList<>(parsed.subList(1, parsed.size()));
        others.addAll(crossCertificates);
        PathSearch search = new PathSearch(
                roots,
                new CertificateBag(others),
                LIMITS.pathLength(),
                new WorkBudget(LIMITS),
                SearchRules.ofCompletePaths(new PathJudge(rules, expectation)));
        return search.from(leaf);
    }

    private static Instant expiryOf(CertificatePath path) {
        Instant expiry = Instant.MAX;
        for (ParsedCertificate certificate : path.certificates()) {
            Instant end = certificate.notAfter();
            expiry = end.isBefore(expiry) ? end : expiry;
        }
        return expiry;
    }

    private ParsedCertificate root(X509Certificate certificate) {
        ParsedCertificate root = believed(certificate);
        if (!root.isCa() || !root.isSelfIssued()) {
            throw new IllegalArgumentException("The root file does not hold a self-signed CA certificate.");
        }
        return root;
    }

    private ParsedCertificate believed(X509Certificate certificate) {
        try {
            return parser.parse(
                    CandidateChain.of(List.of(certificate)).certificates().getFirst());
        } catch (RejectedException e) {
            throw new IllegalArgumentException("The root file holds no certificate that can be used.", e);
        }
    }
}
