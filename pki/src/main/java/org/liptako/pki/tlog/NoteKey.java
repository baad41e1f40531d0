package org.liptako.pki.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.liptako.pki.evidence.Digest;

/**
 * The name, type and public half of a key that signs notes.
 *
 * <p>Its number is {@code SHA-256(name || 0x0A || type || public key)[:4]} (C2SP signed-note, "Signatures"). Written as
 * Go's {@code golang.org/x/mod/sumdb/note} reads a verifier: {@code <name>+<number in hex>+<base64(type || key)>}.
 * Immutable.
 */
public final class NoteKey {
    private static final int MOST_NAME = 255;

    private final String name;
    private final NoteKeyType type;
    private final Ed25519Key key;
    private final int id;

    private NoteKey(String name, NoteKeyType type, Ed25519Key key) {
        checkName(name);
        this.name = name;
        this.type = type;
        this.key = key;
        byte[] line = (name + "\n").getBytes(StandardCharsets.UTF_8);
        Digest digest = Digest.over(line, new byte[] {type.code()}, key.bytes());
        this.id = ByteBuffer.wrap(digest.toBytes()).getInt();
    }

    /**
     * A key of that name; {@code publicKey} is an Ed25519 key, as a certificate holds it.
     *
     * @throws MalformedLogException if the name is none, or the key is of another algorithm
     */
    public static NoteKey of(String name, NoteKeyType type, PublicKey publicKey) {
        return new NoteKey(name, type, Ed25519Key.of(publicKey));
    }

    /**
     * The key that is written so.
     *
     * @throws MalformedLogException if the text is no key, or its number is another key's
     */
    public static NoteKey parse(String text) {
        int first = text.indexOf('+');
        if (first < 0 || text.length() < first + 10 || text.charAt(first + 9) != '+') {
            throw new MalformedLogException("Une clé s'écrit nom+numéro+clé.", "A key is written name+number+key.");
        }
        byte[] encoded = LogText.base64(text.substring(first + 10));
        if (encoded.length != 1 + Ed25519Key.BYTES) {
            throw new MalformedLogException(
                    "Une clé est un octet pour son type et 32 d'Ed25519.",
                    "A key is one byte for its type and 32 of Ed25519.");
        }
        Ed25519Key key = Ed25519Key.of(Arrays.copyOfRange(encoded, 1, encoded.length));
        NoteKey read = new NoteKey(text.substring(0, first), NoteKeyType.of(encoded[0]), key);
        if (!read.toString().equals(text)) {
            throw new MalformedLogException(
                    "Le numéro de la clé n'est pas celui de son nom et de ses octets.",
                    "The key's number is not that of its name and bytes.");
        }
        return read;
    }

    /** Key names are not empty and hold neither Unicode spaces nor plus (C2SP signed-note, "Format"). */
    static void checkName(String name) {
        boolean spaced = name.codePoints()
                .anyMatch(c ->
                        c == '+' || c < 0x20 || c == 0x85 || Character.isSpaceChar(c) || Character.isWhitespace(c));
        if (name.isEmpty() || name.length() > MOST_NAME || spaced) {
            throw new MalformedLogException(
                    "Le nom d'une clé a de 1 à " + MOST_NAME
                            + " caractères, sans espace, signe plus ni caractère de commande.",
                    "A key's name has 1 to " + MOST_NAME + " characters, without space, plus or control characters.");
        }
    }

    public String name() {
        return name;
    }

    public NoteKeyType type() {
        return type;
    }

    /** The number that stands in signature lines, four bytes, big-endian. */
    public int id() {
        return id;
    }

    /** A copy of the 32 bytes of the public key. */
    public byte[] publicKey() {
        return key.bytes();
    }

    /** Whether the signature names this key; that it is this key's, only {@link #verifies} says. */
    boolean isNamedBy(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    boolean verifies(byte[] message, byte[] signature) {
        return key.verifies(message, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** The key as text, for Go's and other tools. */
    @Override
    public String toString() {
        byte[] encoded = ByteBuffer.allocate(1 + Ed25519Key.BYTES)
                .put(type.code())
                .put(key.bytes())
                .array();
        return name + "+" + HexFormat.of().toHexDigits(id) + "+" + LogText.base64(encoded);
    }
}
