package org.liptako.node.exchange.stream;

import org.liptako.node.exchange.manifest.ManifestHeader;
import org.liptako.pki.signature.SignedStatement;

/** Says whether what a manifest's header announces is worth taking: asked as soon as the header is there, before the files and digests. */
@FunctionalInterface
public interface HeaderCheck {
    /**
     * Looks at a header and who signed it.
     *
     * @throws org.liptako.node.wire.Failure MANIFEST_REFUSED if it is not the header of the manifest that was asked for
     */
    void check(ManifestHeader header, SignedStatement statement);
}
