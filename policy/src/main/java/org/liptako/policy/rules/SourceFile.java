package org.liptako.policy.rules;

import static java.util.Objects.requireNonNull;

/**
 * A file of a rules directory, wherever its bytes come from: a disk, or a rule set that was sent.
 *
 * @param path relative to the rules directory, with {@code /}
 * @param bytes not copied: whoever makes one leaves them alone
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record SourceFile(String path, byte[] bytes) {

    public SourceFile {
        requireNonNull(path, "path is null");
        requireNonNull(bytes, "bytes is null");
    }
}
