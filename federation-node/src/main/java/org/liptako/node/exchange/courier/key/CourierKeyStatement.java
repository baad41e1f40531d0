package org.liptako.node.exchange.courier.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HexFormat;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.sealing.SealingPublicKey;

/**
 * A data centre's word that disks under a grant are to be encrypted to this key; its node signs it, in the context {@link #CONTEXT}.
 *
 * @param key an X-Wing public key, hexadecimal
 */
record CourierKeyStatement(String format, GrantSerial grant, SiteId site, String key, Instant at) {
    static final String CONTEXT = "courier-key";

    private static final String FORMAT = "liptako-courier-key/v1";

    /** @throws IllegalArgumentException if this is of another form */
    CourierKeyStatement {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("This is no courier key of the form " + FORMAT + ".");
        }
    }

    static CourierKeyStatement of(GrantSerial grant, SiteId site, SealingPublicKey key, Instant at) {
        return new CourierKeyStatement(FORMAT, grant, site, HexFormat.of().formatHex(key.bytes()), at);
    }

    byte[] toJson() {
        return JournalJson.write(this).getBytes(UTF_8);
    }

    /** @throws IllegalArgumentException unless the bytes are such a statement */
    static CourierKeyStatement parse(byte[] json) {
        return JournalJson.read(new String(json, UTF_8), CourierKeyStatement.class);
    }

    /** @throws IllegalArgumentException unless the key is one */
    SealingPublicKey publicKey() {
        return SealingPublicKey.of(HexFormat.of().parseHex(key));
    }
}
