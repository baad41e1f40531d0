package org.liptako.pki.validation;

import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.jspecify.annotations.Nullable;

/**
 * No certificate has more names, constraints or policies than one of ours could need.
 *
 * <p>Checking names against constraints takes the product of their numbers, and a policy tree can grow faster still:
 * a hostile CA fits enough of both into two certificates of 16 KiB to hold a validator for seconds. So this rule comes
 * before RFC 5280's.
 */
final class NameCountRule implements PathRule {
    private static final int MOST_NAMES = 8;
    private static final int MOST_SUBTREES = 16;
    private static final int MOST_POLICIES = 16;

    @Override
    public void check(CertificatePath path, Expectation expectation) throws RejectedException {
        for (ParsedCertificate certificate : path.certificates()) {
            Extensions extensions = certificate.extensions();
            if (extensions != null && exceeds(extensions)) {
                throw new RejectedException(RejectionReason.TOO_MANY_NAMES, path.placeOf(certificate));
            }
        }
    }

    private static boolean exceeds(Extensions extensions) {
        return names(extensions) > MOST_NAMES
                || subtrees(extensions) > MOST_SUBTREES
                || policies(extensions) > MOST_POLICIES
                || extensions.getExtension(Extension.policyMappings) != null;
    }

    private static int names(Extensions extensions) {
        GeneralNames names = GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        return names == null ? 0 : names.getNames().length;
    }

    private static int subtrees(Extensions extensions) {
        Extension constraints = extensions.getExtension(Extension.nameConstraints);
        if (constraints == null) {
            return 0;
        }
        NameConstraints parsed = NameConstraints.getInstance(constraints.getParsedValue());
        return length(parsed.getPermittedSubtrees()) + length(parsed.getExcludedSubtrees());
    }

    private static int length(GeneralSubtree @Nullable [] subtrees) {
        return subtrees == null ? 0 : subtrees.length;
    }

    private static int policies(Extensions extensions) {
        CertificatePolicies policies = CertificatePolicies.fromExtensions(extensions);
        return policies == null ? 0 : policies.getPolicyInformation().length;
    }
}
