package org.liptako.pki.validation;

import java.util.Optional;
import org.liptako.pki.algorithm.VerifyingKey;
import org.liptako.pki.revocation.RevocationList;

/** Finds who signed a revocation list when no CA of the path did. */
interface OtherListSigners {
    /** Only the CAs of the path sign lists: the federation's rule. */
    OtherListSigners NONE = (list, path, about) -> Optional.empty();

    /** The key that signed {@code list}, by which the status of {@code about}, one of {@code path}, is sought. */
    Optional<VerifyingKey> signerOf(RevocationList list, CertificatePath path, ParsedCertificate about)
            throws RejectedException;
}
