package org.liptako.pki.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature line of a note (C2SP signed-note, "Signatures"): {@code — <name> base64(key id || signature)}.
 *
 * @param name of the key: not empty, without space and plus
 * @param encoded the key's number of four bytes and the signature, in Base64
 */
public record NoteSignature(String name, String encoded) {
    private static final String DASH = "\u2014 ";
    private static final int ID_BYTES = 4;

    /** @throws MalformedLogException if the name or the Base64 is not one */
    public NoteSignature {
        NoteKey.checkName(name);
        if (LogText.base64(encoded).length <= ID_BYTES) {
            throw new MalformedLogException(
                    "Une ligne de signature porte les quatre octets de la clé, puis une signature.",
                    "A signature line holds the key's four bytes and then a signature.");
        }
    }

    static NoteSignature of(NoteKey key, byte[] signature) {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + signature.length)
                .putInt(key.id())
                .put(signature)
                .array();
        return new NoteSignature(key.name(), LogText.base64(bytes));
    }

    /**
     * The signature of one line, without its line feed.
     *
     * @throws MalformedLogException if the line is none
     */
    public static NoteSignature parse(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new MalformedLogException(
                    "Une ligne de signature est un tiret cadratin, le nom de la clé et du Base64.",
                    "A signature line is an em dash, the key's name and Base64.");
        }
        return new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
    }

    /** The number that tells keys of one name apart. */
    public int keyId() {
        return ByteBuffer.wrap(LogText.base64(encoded)).getInt();
    }

    /** What the key made: for a cosignature, time and signature. */
    public byte[] bytes() {
        byte[] all = LogText.base64(encoded);
        return Arrays.copyOfRange(all, ID_BYTES, all.length);
    }

    /** The line as it stands in a note, without its line feed. */
    public String line() {
        return DASH + name + " " + encoded;
    }
}
