package org.liptako.pki.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.liptako.pki.algorithm.AllowedAlgorithms;

/** The rules of RFC 5280 section 6.1, and those that only a web server's certificate is held to. */
final class Rfc5280Rules {
    private static final String A_CA = "a CA";

    private Rfc5280Rules() {}

    /** The search for the path of {@code leaf}; what is found to be revoked goes into {@code hopeless}. */
    static SearchRules ofSearch(
            Rfc5280Question question, ParsedCertificate leaf, WorkBudget budget, Set<ParsedCertificate> hopeless) {
        SearchRules plain = ofSigners(question);
        CertificateRule leafs = constraintsOn(leaf, question.expectation(), budget);
        List<CertificateRule> issuers = new ArrayList<>(plain.issuers());
        List<CertificateRule> roots = new ArrayList<>(plain.roots());
        issuers.addAll(ofIssuersFor(question));
        issuers.add(leafs);
        roots.add(leafs);
        List<PathRule> complete = new ArrayList<>(plain.complete().rules());
        complete.addAll(ofChains(question));
        return new SearchRules(
                issuers,
                roots,
                plain.rising(),
                new PathJudge(List.of(new EarlyConstraintsRule()), question.expectation()),
                new PathJudge(complete, question.expectation()),
                hopeless);
    }

    /** The search for the path of whoever signs a list: nothing is asked for the sake of the leaf. */
    static SearchRules ofSigners(Rfc5280Question question) {
        Expectation expectation = question.expectation();
        List<PathRule> rising = new ArrayList<>(List.of(PathLengthRule::checkTop));
        question.maxDepth().ifPresent(most -> rising.add(new DepthRule(most)));
        return new SearchRules(
                ofIssuers(expectation),
                ofRoots(expectation),
                new PathJudge(rising, expectation),
                new PathJudge(List.of(), expectation),
                new PathJudge(ofPaths(question), expectation),
                Set.of());
    }

    /** What makes a certificate useless as an issuer, whatever is beneath it. */
    private static List<CertificateRule> ofIssuers(Expectation expectation) {
        List<CertificateRule> rules = new ArrayList<>(ofRoots(expectation));
        rules.add(new AlgorithmRule(AllowedAlgorithms.COMMON));
        return rules;
    }

    private static List<CertificateRule> ofRoots(Expectation expectation) {
        return List.of(
                new NameSizeRule(),
                new ExtensionFormRule(),
                new CertificationRightRule(),
                new NamePresenceRule(),
                new CriticalExtensionRule(),
                new KeyAlgorithmRule(AllowedAlgorithms.COMMON),
                issuer -> ValidityRule.check(issuer, expectation.at(), A_CA));
    }

    /** What else makes it useless for what is asked. */
    private static List<CertificateRule> ofIssuersFor(Rfc5280Question question) {
        List<CertificateRule> rules = new ArrayList<>();
        rules.add(issuer -> PurposeNestingRule.check(issuer, question.expectation(), A_CA));
        if (question.policy().explicit()) {
            rules.add(Rfc5280Rules::requirePolicies);
        }
        if (isForServers(question)) {
            rules.add(issuer -> BrowserAuthoritiesRule.check(issuer, A_CA));
            rules.add(new BrowserKeyRule());
            rules.add(new InformationAccessRule());
            rules.add(new SerialNumberRule());
        }
        return rules;
    }

    /** Without any policy there is none for the path that it is on (RFC 5280 section 6.1.3 e, f). */
    private static void requirePolicies(ParsedCertificate issuer) throws RejectedException {
        if (issuer.extension(Extension.certificatePolicies).isEmpty()) {
            throw new RejectedException(RejectionReason.POLICY, A_CA);
        }
    }

    /** What a CA's constraints forbid to the leaf, they forbid on every path. */
    private static CertificateRule constraintsOn(ParsedCertificate leaf, Expectation expectation, WorkBudget budget) {
        EarlyConstraintsRule constraints = new EarlyConstraintsRule();
        return issuer -> {
            if (issuer.extension(Extension.nameConstraints).isPresent()) {
                List<ParsedCertificate> both = List.of(leaf, issuer);
                budget.judge(both);
                constraints.check(new CertificatePath(both), expectation);
            }
        };
    }

    /** What any path is held to, that of a list's signer too. */
    private static List<PathRule> ofPaths(Rfc5280Question question) {
        List<PathRule> rules = new ArrayList<>(List.of(
                new EachCertificateRule(
                        new NameSizeRule(),
                        new ExtensionFormRule(),
                        new NamePresenceRule(),
                        new CriticalExtensionRule()),
                new CommonAlgorithmRule(),
                new ValidityRule(),
                new AuthoritiesRule(new CertificationRightRule()),
                new PathLengthRule(),
                new NameConstraintsRule()));
        question.maxDepth().ifPresent(most -> rules.add(new DepthRule(most)));
        return rules;
    }

    /** What the certificate in question is held to, by itself. */
    static List<PathRule> ofLeaves(Rfc5280Question question) {
        List<PathRule> rules = new ArrayList<>(List.of(
                new CommonAlgorithmRule(),
                new ValidityRule(),
                new LeafKeyUsageRule(question.keyUsage()),
                new PeerIdentityRule()));
        if (isForServers(question)) {
            rules.add(new BrowserLeafRule());
            rules.add(new ServerNameSyntaxRule());
            rules.add(new BrowserCommonNameRule());
        }
        return rules;
    }

    /** What its whole path is held to besides what any path is. */
    private static List<PathRule> ofChains(Rfc5280Question question) {
        List<PathRule> rules = new ArrayList<>(List.of(new PolicyRule(question.policy()), new PurposeNestingRule()));
        if (isForServers(question)) {
            rules.add(new KeyIdentifiersRule());
            rules.add(new BrowserAuthoritiesRule());
            rules.add(new EachCertificateRule(new BrowserKeyRule(), new InformationAccessRule()));
            rules.add(new BelowRootRule(new SerialNumberRule()));
        }
        return rules;
    }

    private static boolean isForServers(Rfc5280Question question) {
        return question.expectation().purpose() == Purpose.SERVER_AUTH;
    }
}
