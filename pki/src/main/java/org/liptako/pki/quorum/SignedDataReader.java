package org.liptako.pki.quorum;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.liptako.pki.encoding.DerDepth;

/** From untrusted bytes to signatures that may be looked at one by one, within limits. */
final class SignedDataReader {
    private SignedDataReader() {}

    /**
     * Reads detached signatures over a content.
     *
     * @throws UnreadableException if they are too large, malformed, too many, none, or not detached
     */
    static Signatures read(byte[] content, byte[] der) throws UnreadableException {
        if (der.length > SignatureLimits.MAX_BYTES) {
            throw new UnreadableException(UnreadableSignatures.TOO_LARGE, der.length + " bytes");
        }
        if (der.length == 0) {
            throw new UnreadableException(UnreadableSignatures.NONE, "nothing");
        }
        if (!DerDepth.isShallow(der)) {
            throw new UnreadableException(UnreadableSignatures.MALFORMED, "cut short, nested too deeply or not DER");
        }
        try {
            if (new CMSSignedData(der).getSignedContent() != null) {
                throw new UnreadableException(UnreadableSignatures.NOT_DETACHED, "content inside");
            }
            return bounded(new CMSSignedData(new CMSProcessableByteArray(content), der));
        } catch (CMSException | RuntimeException e) {
            throw new UnreadableException(UnreadableSignatures.MALFORMED, "does not parse");
        }
    }

    private static Signatures bounded(CMSSignedData data) throws UnreadableException {
        Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
        Collection<X509CertificateHolder> bag = data.getCertificates().getMatches(null);
        if (signers.isEmpty()) {
            throw new UnreadableException(UnreadableSignatures.NONE, "no signature");
        }
        if (signers.size() > SignatureLimits.MAX_SIGNATURES || bag.size() > SignatureLimits.MAX_CERTIFICATES) {
            throw new UnreadableException(
                    UnreadableSignatures.TOO_MANY, signers.size() + " signatures, " + bag.size() + " certificates");
        }
        if (!CMSObjectIdentifiers.data.getId().equals(data.getSignedContentTypeOID())) {
            throw new UnreadableException(UnreadableSignatures.MALFORMED, "the content is not of type data");
        }
        if (!data.getCRLs().getMatches(null).isEmpty()
                || !data.getAttributeCertificates().getMatches(null).isEmpty()) {
            throw new UnreadableException(UnreadableSignatures.TOO_MANY, "lists or attribute certificates");
        }
        return new Signatures(List.copyOf(signers), new ArrayList<>(bag));
    }

    /**
     * What a file of signatures holds.
     *
     * @param signers one a signature
     * @param bag every certificate that came along
     */
    record Signatures(List<SignerInformation> signers, List<X509CertificateHolder> bag) {}
}
