package org.liptako.node.exchange.manifest;

import org.liptako.pki.signature.SignedStatement;

/**
 * A manifest and the header's signed form. Whether the signature is good, and the signer the home State's, is for the reader to verify.
 *
 * @param statement its payload is the manifest's header, in the context {@link ManifestHeader#CONTEXT}
 */
public record SignedManifest(Manifest manifest, SignedStatement statement) {}
