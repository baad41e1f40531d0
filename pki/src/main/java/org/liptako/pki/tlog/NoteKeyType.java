package org.liptako.pki.tlog;

/** What a key of a note signs (C2SP signed-note, "Signature types"); both are Ed25519 (RFC 8032). */
public enum NoteKeyType {
    /** The note's text: what the log itself signs. */
    LOG(1),
    /** The text and the time, after C2SP tlog-cosignature: what a witness signs. */
    WITNESS(4);

    private final byte code;

    NoteKeyType(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static NoteKeyType of(byte code) {
        for (NoteKeyType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new MalformedLogException(
                "Seules les clés de type 1 (Ed25519) et 4 (cosignature/v1) sont connues ici.",
                "Only keys of type 1 (Ed25519) and 4 (cosignature/v1) are known here.");
    }
}
