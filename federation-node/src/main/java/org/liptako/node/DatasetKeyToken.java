package org.liptako.node;

import org.liptako.node.config.ConfigException;
import org.liptako.node.config.KeyTokenConfig;
import org.liptako.node.config.Settings;
import org.liptako.node.exchange.cipher.KeyToken;

/** The token that guards the keys of datasets, before the node runs. */
public final class DatasetKeyToken {
    private DatasetKeyToken() {}

    /**
     * Makes the key in the token that the settings name.
     *
     * @return which token
     * @throws ConfigException if they name none
     * @throws org.liptako.node.wire.Failure if there is such a key already, or the token does not do it
     */
    public static KeyTokenConfig make(Settings settings) {
        KeyTokenConfig config = settings.exchange().keyToken();
        if (config == null) {
            throw new ConfigException(
                    "La configuration ne nomme pas de jeton : ajoutez liptako.exchange.key-token.library et pin-file.",
                    "The configuration names no token: add liptako.exchange.key-token.library and pin-file.");
        }
        new KeyToken(config).make();
        return config;
    }
}
