package org.liptako.pki.revocation;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.algorithm.VerifyingKey;
import org.liptako.pki.encoding.DerDepth;
import org.liptako.pki.encoding.DirectoryName;

/**
 * One revocation list, complete or delta (RFC 5280 section 5), read but not yet believed.
 *
 * <p>Reading it proves nothing: {@link #isSignedBy} does, and remembers each yes. Immutable but for that, and
 * thread-safe.
 */
public final class RevocationList {
    /** Some 27 000 entries: far more than a State will ever need, and still read in milliseconds. */
    public static final int MAX_BYTES = 1024 * 1024;

    private final byte[] der;
    private final CertificateList list;
    private final DirectoryName issuer;
    private final ListScope scope;
    private final ListEntries entries;
    private final Optional<BigInteger> number;
    private final Optional<BigInteger> base;
    private final Instant thisUpdate;
    private final Optional<Instant> nextUpdate;
    private final Optional<ASN1Encodable> authorityKey;
    private final boolean processed;
    private volatile byte @Nullable [] signedOctets;
    /** The keys found to have signed this: a stranger's key never gets in. */
    private final Set<VerifyingKey> verified = ConcurrentHashMap.newKeySet();

    private RevocationList(byte[] der, CertificateList list) throws RevocationListException {
        this.der = der;
        this.list = list;
        if (!ListExtensions.areShallow(list.getTBSCertList().getExtensions())) {
            throw malformed("une extension est imbriquée trop profondément", "an extension is nested too deeply");
        }
        this.issuer = DirectoryName.of(list.getIssuer());
        this.scope = ListScope.of(extension(Extension.issuingDistributionPoint), list.getIssuer());
        this.entries = ListEntries.of(list.getTBSCertList(), issuer, scope.indirect());
        // A search asks for these again and again.
        this.number = extension(Extension.cRLNumber).map(RevocationList::integer);
        this.base = extension(Extension.deltaCRLIndicator).map(RevocationList::integer);
        this.thisUpdate = list.getThisUpdate().getDate().toInstant();
        this.nextUpdate = Optional.ofNullable(list.getNextUpdate())
                .map(time -> time.getDate().toInstant());
        this.authorityKey = extension(Extension.authorityKeyIdentifier);
        this.processed = ListExtensions.areProcessed(extensions()) && !entries.hasUnprocessedExtension();
    }

    /**
     * Reads a list.
     *
     * @throws RevocationListException if it is larger than {@link #MAX_BYTES} or not well formed
     */
    public static RevocationList parse(byte[] der) throws RevocationListException {
        if (der.length > MAX_BYTES) {
            throw new RevocationListException(
                    "La liste de révocation a " + der.length + " octets ; " + MAX_BYTES
                            + " au plus sont lus. Demandez-en une plus courte à son émetteur.",
                    "The revocation list has " + der.length + " bytes; at most " + MAX_BYTES
                            + " are read. Ask its issuer for a shorter one.");
        }
        if (!DerDepth.isShallow(der)) {
            throw malformed("elle est coupée, ou imbriquée trop profondément", "it is cut short, or nested too deeply");
        }
        try {
            CertificateList list = CertificateList.getInstance(der);
            if (!list.getTBSCertList().getSignature().equals(list.getSignatureAlgorithm())) {
                throw malformed("ses deux algorithmes de signature diffèrent", "its two signature algorithms differ");
            }
            RevocationList read = new RevocationList(der.clone(), list);
            read.requireReadable();
            return read;
        } catch (RuntimeException e) {
            throw malformed("elle ne peut être lue", "it does not parse");
        }
    }

    /** What is only read when asked for is read once here, so that asking never fails. */
    private void requireReadable() throws RevocationListException {
        Instant begin = thisUpdate();
        boolean negative =
                Stream.of(number(), base()).flatMap(Optional::stream).anyMatch(number -> number.signum() < 0);
        if (negative || nextUpdate().map(begin::isAfter).orElse(false)) {
            throw malformed(
                    "un numéro est négatif, ou elle finit avant de commencer",
                    "a number is negative, or it ends before it begins");
        }
    }

    static RevocationListException malformed(String french, String english) {
        return new RevocationListException(
                "La liste de révocation n'est pas une CRL X.509 bien formée (RFC 5280, section 5.1) : " + french
                        + ". Demandez-la de nouveau à son émetteur.",
                "The revocation list is not a well-formed X.509 CRL (RFC 5280 section 5.1): " + english
                        + ". Ask its issuer for it again.");
    }

    public byte[] der() {
        return der.clone();
    }

    public X500Name issuer() {
        return list.getIssuer();
    }

    /** Whether a certificate of this list's issuer is on it; a delta does not name what only its base does. */
    public boolean names(X509Certificate certificate) {
        X500Name its = X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        return issuer.equals(DirectoryName.of(its))
                && entries.about(issuer, certificate.getSerialNumber())
                        .filter(entry -> !entry.isRemoval())
                        .isPresent();
    }

    /** The issuer in the form that compares. */
    public DirectoryName issuerName() {
        return issuer;
    }

    /** CRL number (section 5.2.3): later lists of one issuer and scope have higher ones. */
    public Optional<BigInteger> number() {
        return number;
    }

    /** Of a delta list, the number of the complete list that it builds on (section 5.2.4). */
    public Optional<BigInteger> base() {
        return base;
    }

    public Instant thisUpdate() {
        return thisUpdate;
    }

    public Optional<Instant> nextUpdate() {
        return nextUpdate;
    }

    /** Which of its issuer's keys the list says that it was signed with: a hint. */
    public Optional<byte[]> issuerKeyIdentifier() {
        try {
            return authorityKey
                    .map(AuthorityKeyIdentifier::getInstance)
                    .map(AuthorityKeyIdentifier::getKeyIdentifierObject)
                    .map(ASN1OctetString::getOctets);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** How many octets were read. */
    public int size() {
        return der.length;
    }

    /** Whether it has been found before that {@code key} signed this list. */
    public boolean isKnownToBeSignedBy(VerifyingKey key) {
        return verified.contains(key);
    }

    /** Whether {@code key} is of the kind and size that the signature was made with; costs nothing. */
    public boolean mayBeSignedBy(VerifyingKey key) {
        return key.fits(list.getSignatureAlgorithm(), list.getSignature().getOctets().length);
    }

    /** Whether {@code key} signed this list. */
    public boolean isSignedBy(VerifyingKey key) {
        if (verified.contains(key)) {
            return true;
        }
        boolean signed = verify(key);
        if (signed) {
            verified.add(key);
        }
        return signed;
    }

    /** The serial numbers of the certificates that its own issuer revokes in it. */
    public Set<BigInteger> serials() {
        return entries.serialsOf(issuer);
    }

    ListScope scope() {
        return scope;
    }

    ListEntries entries() {
        return entries;
    }

    /** Why this list may not be used to tell anything at all, or empty if it may (sections 5.1, 5.2 and 5.3). */
    Optional<String> defect(Instant at) {
        // A list of version 1 has no extensions, and still has to be processed (section 5).
        boolean plain = list.getVersionNumber() == 1 && extensions() == null;
        if (!plain && (list.getVersionNumber() != 2 || number().isEmpty() || isCritical(Extension.cRLNumber))) {
            return Optional.of("it has no CRL number, or a critical one");
        }
        if (thisUpdate().isAfter(at)) {
            return Optional.of("it is from the future");
        }
        if (!processed) {
            return Optional.of("it has a critical extension that is not processed here");
        }
        return Optional.empty();
    }

    /** Why this list no longer tells how things stand, or empty if it does. */
    Optional<String> staleness(Instant at) {
        Optional<Instant> end = nextUpdate();
        return end.isPresent() && !end.get().isBefore(at)
                ? Optional.empty()
                : Optional.of("it should have been replaced by "
                        + end.map(Instant::toString).orElse("now"));
    }

    /** Whether a delta list continues this complete one: section 6.3.3 c. */
    boolean isContinuedBy(RevocationList delta) {
        return number().isPresent()
                && delta.issuer.equals(issuer)
                && delta.scope.equals(scope)
                && sameAuthorityKey(delta)
                && delta.base().orElseThrow().compareTo(number().orElseThrow()) <= 0
                && delta.number().orElseThrow().compareTo(number().orElseThrow()) > 0;
    }

    private boolean sameAuthorityKey(RevocationList other) {
        return authorityKey.equals(other.authorityKey);
    }

    private boolean verify(VerifyingKey key) {
        try {
            return list.getSignature().getPadBits() == 0
                    && key.verifies(
                            list.getSignatureAlgorithm(),
                            signedOctets(),
                            list.getSignature().getOctets());
        } catch (IOException e) {
            return false;
        }
    }

    /** Encoded once: many may have to be tried before the signer is found. */
    private byte[] signedOctets() throws IOException {
        byte[] known = signedOctets;
        if (known == null) {
            known = list.getTBSCertList().getEncoded(ASN1Encoding.DER);
            signedOctets = known;
        }
        return known;
    }

    private Optional<ASN1Encodable> extension(ASN1ObjectIdentifier type) {
        @Nullable Extensions extensions = extensions();
        @Nullable Extension extension = extensions == null ? null : extensions.getExtension(type);
        return extension == null ? Optional.empty() : Optional.of(extension.getParsedValue());
    }

    private boolean isCritical(ASN1ObjectIdentifier type) {
        @Nullable Extensions extensions = extensions();
        return extensions != null
                && Arrays.asList(extensions.getCriticalExtensionOIDs()).contains(type);
    }

    private @Nullable Extensions extensions() {
        return list.getTBSCertList().getExtensions();
    }

    private static BigInteger integer(ASN1Encodable value) {
        return ASN1Integer.getInstance(value).getValue();
    }
}
