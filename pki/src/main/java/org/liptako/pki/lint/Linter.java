package org.liptako.pki.lint;

import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/** Holds certificates and revocation lists to every rule. Finds; does not judge trust. */
public final class Linter {
    private static final List<Lint<X509CertificateHolder>> CERTIFICATE = List.of(
            new Version3Lint(),
            new SerialNumberLint(),
            new SerialEntropyLint(),
            new SignatureAlgorithmLint(),
            new KeyCurveLint(),
            new ValidityOrderLint(),
            new ValidityEncodingLint(),
            new LifeLint(),
            new NamesPresentLint(),
            new UniqueIdentifierLint(),
            new KnownExtensionsLint(),
            new CriticalityLint(),
            new KeyIdentifiersLint(),
            new AuthorityKeyUsageLint(),
            new LeafKeyUsageLint(),
            new PathLengthLint(),
            new KeyPurposeLint(),
            new RolePolicyLint(),
            new SpiffeNameLint(),
            new AlternativeNameTypesLint(),
            new CommonNameLint(),
            new SubjectStateLint(),
            new NameConstraintsLint(),
            new CertificateSizeLint());

    private static final List<Lint<X509CRLHolder>> LIST = List.of(
            new ListVersionLint(),
            new ListSignatureAlgorithmLint(),
            new NextUpdateLint(),
            new ListTimeEncodingLint(),
            new ListNumberLint(),
            new ListIssuerKeyLint(),
            new DeltaIndicatorLint(),
            new KnownListExtensionsLint(),
            new EntriesLint(),
            new EntryReasonLint());

    private Linter() {}

    /** The rules that a certificate breaks, in a fixed order. */
    public static List<LintRule> findings(X509CertificateHolder certificate) {
        return broken(CERTIFICATE, certificate);
    }

    /** The rules that a revocation list breaks, in a fixed order. */
    public static List<LintRule> findings(X509CRLHolder list) {
        return broken(LIST, list);
    }

    /**
     * The rules that a certificate breaks, in a fixed order.
     *
     * @throws CertificateEncodingException if it has no encoding
     */
    public static List<LintRule> findings(X509Certificate certificate) throws CertificateEncodingException {
        return findings(new JcaX509CertificateHolder(certificate));
    }

    /**
     * The rules that a revocation list breaks, in a fixed order.
     *
     * @throws CRLException if it has no encoding
     */
    public static List<LintRule> findings(X509CRL list) throws CRLException {
        return findings(new JcaX509CRLHolder(list));
    }

    /** Every rule about certificates. */
    public static List<LintRule> certificateRules() {
        return CERTIFICATE.stream().map(Lint::rule).toList();
    }

    /** Every rule about revocation lists. */
    public static List<LintRule> listRules() {
        return LIST.stream().map(Lint::rule).toList();
    }

    private static <T> List<LintRule> broken(List<Lint<T>> lints, T document) {
        return lints.stream()
                .filter(lint -> !admits(lint, document))
                .map(Lint::rule)
                .toList();
    }

    private static <T> boolean admits(Lint<T> lint, T document) {
        try {
            return lint.admits(document);
        } catch (RuntimeException malformed) {
            return false;
        }
    }
}
