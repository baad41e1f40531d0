package org.liptako.pki.ceremony;

import java.nio.file.Path;

/**
 * An authority that signs in a ceremony.
 *
 * @param key the declared key's name
 * @param certificate the authority's certificate, perhaps one that an earlier act makes
 */
public record Signer(String key, Path certificate) {}
