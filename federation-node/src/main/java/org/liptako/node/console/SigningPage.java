package org.liptako.node.console;

import java.util.List;

/**
 * An edition that waits for signatures, for an officer who may sign it.
 *
 * @param asOf which node tells this, and when
 * @param action the address that its forms are sent to
 * @param objection why what was sent was not taken; may be empty
 * @param lines what the edition is: from when, its number, what it does to copies
 * @param signers who has signed
 * @param needed how many it takes
 * @param complete whether all that it takes have signed, and it only waits to be published
 * @param own whether the reader has signed
 * @param document what is signed, letter by letter
 * @param digest of that, as {@code sha256sum} prints it
 * @param changes what it changes of its book
 * @param removal how it is taken away
 * @param key what the reader's key signs; at most one, none where they have signed
 */
public record SigningPage(
        String asOf,
        String action,
        String objection,
        List<String> lines,
        List<String> signers,
        String needed,
        boolean complete,
        boolean own,
        String document,
        String digest,
        Changes changes,
        Removal removal,
        List<Key> key) {
    /**
     * What the edition changes of its book.
     *
     * @param against what it is compared with, in words
     * @param counts how many articles are added, removed, changed and the same
     * @param before what the text in force is called
     * @param after what the edition's is called
     * @param more that there are changes beyond these; may be empty
     */
    public record Changes(
            String against,
            String counts,
            String before,
            String after,
            List<ComparisonPage.Change> articles,
            String more) {
        public Changes {
            articles = List.copyOf(articles);
        }
    }

    /**
     * How the edition is taken away.
     *
     * @param told who would have it taken away, or that it takes two; may be empty
     * @param go the words of the button; empty where there is nothing for the reader to do
     */
    public record Removal(String told, String go) {}

    /**
     * What a key signs, for the script of the page.
     *
     * @param algorithm {@code ECDSA} or {@code Ed25519}
     * @param curve of the key
     * @param hash of the document within the attributes
     * @param attributes Base64 of what is signed
     * @param publicKey Base64 of the key in the reader's certificate, as X.509 writes it
     * @param at the time that stands in the attributes
     */
    public record Key(String algorithm, String curve, String hash, String attributes, String publicKey, String at) {}

    public SigningPage {
        lines = List.copyOf(lines);
        signers = List.copyOf(signers);
        key = List.copyOf(key);
    }
}
