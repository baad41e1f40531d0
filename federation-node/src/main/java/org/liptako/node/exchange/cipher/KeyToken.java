package org.liptako.node.exchange.cipher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.function.Supplier;
import org.liptako.node.config.KeyTokenConfig;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.TokenFault;
import org.liptako.pki.issuing.TokenFaultException;
import org.liptako.pki.issuing.TokenWrappingKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key in a PKCS#11 token under which the keys of datasets are kept. A token that is gone, or another, or closed is told by one sentence that names the mend,
 * and nothing that only this node's operators should know. Thread-safe.
 */
public final class KeyToken {
    private static final Logger LOG = LoggerFactory.getLogger(KeyToken.class);

    private static final byte[] MARK = "liptako/token-key/v1".getBytes(US_ASCII);
    private static final byte[] NOTHING = {};

    private final PinFile pin;
    private final TokenWrappingKey key;

    public KeyToken(KeyTokenConfig config) {
        this.pin = new PinFile(config.pinFile());
        this.key = new TokenWrappingKey(config.token(), config.label(), pin);
    }

    /**
     * Makes the key in the token, once.
     *
     * @throws Failure NOT_READY if there is one, or the token does not do it
     */
    public void make() {
        asked(() -> {
            key.generate();
            return NOTHING;
        });
    }

    /** @throws Failure NOT_READY unless the token wraps and unwraps now */
    void mustWrap() {
        byte[] mark = asked(() -> key.wrap(NOTHING, MARK));
        asked(() -> key.unwrap(mark, MARK)
                .orElseThrow(() -> new Failure(ErrorCode.NOT_READY, sentence(TokenFault.REFUSED))));
    }

    /** Wraps the key of a dataset. */
    WrappedKey wrap(DatasetId dataset, byte[] plain, String keyCheck) {
        byte[] mark = asked(() -> key.wrap(NOTHING, MARK));
        return WrappedKey.of(dataset, keyCheck, mark, asked(() -> key.wrap(plain, purpose(dataset, keyCheck))));
    }

    /**
     * The key of a dataset.
     *
     * @throws Failure NOT_READY if this is another dataset's, not what was written, or wrapped under another key
     */
    byte[] unwrap(DatasetId dataset, WrappedKey file) {
        return asked(() -> key.unwrap(file.wrappedBytes(), purpose(dataset, file.keyCheck()))
                .orElseThrow(() -> other(dataset, file)));
    }

    private Failure other(DatasetId dataset, WrappedKey file) {
        return key.unwrap(file.markBytes(), MARK).isPresent()
                ? otherFile(dataset)
                : Failure.of(
                        ErrorCode.NOT_READY,
                        "La clé de " + dataset
                                + " est gardée par un autre jeton que celui de liptako.exchange.key-token ;"
                                + " remettez le jeton d'origine.",
                        "The key of " + dataset
                                + " is guarded by another token than that of liptako.exchange.key-token; put"
                                + " the original token back.");
    }

    /** What is said of a file that the node did not write for this dataset. */
    static Failure otherFile(DatasetId dataset) {
        return Failure.of(
                ErrorCode.NOT_READY,
                "Le fichier de la clé de " + dataset
                        + " n'est pas celui que le nœud a écrit pour ce jeu ; remettez-le"
                        + " de la sauvegarde.",
                "The file of the key of " + dataset
                        + " is not the one that the node wrote for this dataset; put it"
                        + " back from the backup.");
    }

    private static byte[] purpose(DatasetId dataset, String keyCheck) {
        return ("liptako/dataset-key/v1\n" + dataset + "\n" + keyCheck).getBytes(US_ASCII);
    }

    private byte[] asked(Supplier<byte[]> question) {
        try {
            return question.get();
        } catch (TokenFaultException e) {
            LOG.warn("The token that guards the keys of datasets refuses: {}", e.getMessage());
            if (e.fault() == TokenFault.PIN_REFUSED) {
                pin.refuse();
            }
            throw new Failure(ErrorCode.NOT_READY, sentence(e.fault()), e);
        }
    }

    private static Sentence sentence(TokenFault fault) {
        return switch (fault) {
            case NO_TOKEN ->
                told(
                        "n'est pas là : remettez-le, ou corrigez liptako.exchange.key-token.library et slot",
                        "is not there: put it back, or correct liptako.exchange.key-token.library and slot");
            case PIN_REFUSED ->
                told(
                        "refuse le code : écrivez le bon dans le fichier de liptako.exchange.key-token.pin-file",
                        "refuses the PIN: write the right one into the file of liptako.exchange.key-token.pin-file");
            case NO_KEY ->
                told(
                        "n'a pas la clé de liptako.exchange.key-token.label : mettez le bon jeton ; si c'en est un neuf,"
                                + " faites la clé avec « liptako key token »",
                        "does not have the key of liptako.exchange.key-token.label: put the right token in; if it is a new one,"
                                + " make the key with \"liptako key token\"");
            case KEY_THERE ->
                told(
                        "a déjà une clé sous liptako.exchange.key-token.label ; une clé n'est jamais remplacée",
                        "has a key under liptako.exchange.key-token.label already; a key is never replaced");
            case KEY_OPEN ->
                told(
                        "laisse sortir la clé de liptako.exchange.key-token.label : faites-en une autre avec"
                                + " « liptako key token »",
                        "lets the key of liptako.exchange.key-token.label out: make another one with"
                                + " \"liptako key token\"");
            case REFUSED ->
                told(
                        "ne fait pas ce qui lui est demandé ; le journal du nœud (log) dit ce qu'il a répondu",
                        "does not do what it is asked; the node's log says what it answered");
        };
    }

    private static Sentence told(String fr, String en) {
        return new Sentence(
                "Le jeton PKCS#11 des clés de jeux de données " + fr + ".",
                "The PKCS#11 token of the datasets' keys " + en + ".");
    }
}
