package org.liptako.pki.trust;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;

/**
 * CA certificates that one State believes no longer, whatever the others say.
 *
 * <p>It needs nobody's consent and takes effect at once, for this State's nodes alone. It has no say in who signs the
 * next trust state.
 *
 * @param authorities SHA-256 of each certificate's DER
 * @param states whose CA some of them are, for the time before a trust state tells
 */
public record OwnDistrust(Set<Digest> authorities, Map<Digest, State> states) {
    /** More than there are CAs. */
    static final int MOST = 256;

    public static final OwnDistrust NONE = new OwnDistrust(Set.of(), Map.of());

    public OwnDistrust {
        authorities = Set.copyOf(authorities);
        states = Map.copyOf(states);
        if (authorities.size() > MOST) {
            throw new IllegalArgumentException("A State distrusts at most " + MOST + " CA certificates of its own.");
        }
    }

    /** These, without saying whose they are. */
    public OwnDistrust(Set<Digest> authorities) {
        this(authorities, Map.of());
    }

    /** One digest a line, in order, and its State where that is said. */
    String text() {
        return authorities.stream()
                .map(authority -> authority.hex()
                        + stateOf(authority).map(state -> " " + state).orElse(""))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /**
     * The list that is written so.
     *
     * @throws IllegalArgumentException if a line is not a digest, or what follows it is no State
     */
    static OwnDistrust ofText(String text) {
        Set<Digest> authorities = new HashSet<>();
        Map<Digest, State> states = new HashMap<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] words = line.split(" +", 2);
            Digest authority = Digest.ofHex(words[0]);
            authorities.add(authority);
            if (words.length > 1) {
                states.put(authority, State.valueOf(words[1]));
            }
        });
        return new OwnDistrust(authorities, states);
    }

    private Optional<State> stateOf(Digest authority) {
        return Optional.ofNullable(states.get(authority));
    }
}
