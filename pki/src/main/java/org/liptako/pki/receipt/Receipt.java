package org.liptako.pki.receipt;

import java.nio.charset.StandardCharsets;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementSigner;

/** A receipt as it lies in its file, which has one form in bytes. Immutable. */
public final class Receipt {
    /** The first field of every receipt of this form. */
    public static final String FORMAT = "liptako-receipt/v1";

    /** The longest receipt that is made or read, in bytes: one that a node can send in one message. */
    public static final int MOST_BYTES = 4_000_000;

    private final ReceiptBody body;
    private final ReceiptText bodyText;
    private final ReceiptSeal seal;

    Receipt(ReceiptBody body, ReceiptText bodyText, ReceiptSeal seal) {
        this.body = body;
        this.bodyText = bodyText;
        this.seal = seal;
    }

    /** A receipt that a node seals. */
    public static Receipt sealed(ReceiptBody body, StatementSigner node) {
        ReceiptText text = ReceiptText.of(body);
        SignedStatement signed = node.sign(ReceiptSeal.CONTEXT, text.signed());
        return new Receipt(body, text, new ReceiptSeal(text.digests(), signed.chain(), signed.signature()));
    }

    public ReceiptBody body() {
        return body;
    }

    /** The body as text: what the seal signs. */
    ReceiptText bodyText() {
        return bodyText;
    }

    ReceiptSeal seal() {
        return seal;
    }

    /** The file's content. */
    public byte[] toBytes() {
        return bodyText.with(seal).getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the file: what a paper copy names the file by. */
    public Digest digest() {
        return Digest.over(toBytes());
    }
}
