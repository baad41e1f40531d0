package org.liptako.policy.rules;

import static java.util.Objects.requireNonNull;

/**
 * One file that rules were read from.
 *
 * @param path relative to the rules directory, with {@code /}
 * @param sha256 of its bytes, in lower-case hex
 */
public record RuleFile(String path, String sha256) {

    public RuleFile {
        requireNonNull(path, "path is null");
        requireNonNull(sha256, "sha256 is null");
    }
}
