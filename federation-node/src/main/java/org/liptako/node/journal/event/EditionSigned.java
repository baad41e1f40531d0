package org.liptako.node.journal.event;

import java.time.Instant;
import org.liptako.pki.evidence.Digest;

/**
 * A signature that counts was added to an edition that waits.
 *
 * @param by who brought the signature: mostly the signer
 * @param signer whose it is, by name
 * @param signerCertificate SHA-256 of the signer's certificate, hexadecimal
 * @param signerKey SHA-256 over its public key, hexadecimal
 * @param signedAt when it says that it was made
 */
public record EditionSigned(
        Instant at,
        String jurisdiction,
        long version,
        Digest edition,
        String by,
        String certificate,
        String key,
        String signer,
        String signerCertificate,
        String signerKey,
        Instant signedAt)
        implements EditionStep {}
