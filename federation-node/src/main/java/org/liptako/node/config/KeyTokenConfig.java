package org.liptako.node.config;

import java.nio.file.Path;
import org.liptako.pki.issuing.Token;

/**
 * A PKCS#11 token with the key under which the keys of datasets are kept.
 *
 * @param label the key's, in the token
 * @param pinFile a file with the token's PIN; read again at each use
 */
public record KeyTokenConfig(Token token, String label, Path pinFile) {}
