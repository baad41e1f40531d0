package org.liptako.pki.trust;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liptako.pki.evidence.Digest;

/**
 * CA certificates that one State believes no longer, whatever the others say: SHA-256 of each certificate's DER.
 *
 * <p>It needs nobody's consent and takes effect at once, for this State's nodes alone. It has no say in who signs the
 * next trust state.
 */
public record OwnDistrust(Set<Digest> authorities) {
    /** More than there are CAs. */
    static final int MOST = 256;

    public static final OwnDistrust NONE = new OwnDistrust(Set.of());

    public OwnDistrust {
        authorities = Set.copyOf(authorities);
        if (authorities.size() > MOST) {
            throw new IllegalArgumentException("A State distrusts at most " + MOST + " CA certificates of its own.");
        }
    }

    /** One digest a line, in order. */
    String text() {
        return authorities.stream().map(Digest::hex).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(hex -> hex + "\n")
                .collect(Collectors.joining());
    }

    /**
     * The list that is written so.
     *
     * @throws IllegalArgumentException if a line is not a digest
     */
    static OwnDistrust ofText(String text) {
        return new OwnDistrust(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Digest::ofHex)
                .collect(Collectors.toSet()));
    }
}
