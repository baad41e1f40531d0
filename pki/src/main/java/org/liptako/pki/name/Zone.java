package org.liptako.pki.name;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The DNS zone of the federation; each State has the host of its code beneath it ({@code ml.aes.internal}).
 *
 * <p>A zone is configuration: {@code aes.internal} in production, {@code aes.localhost} in the demo, since browsers
 * resolve that to loopback. It is part of every name constraint, so trees of two zones do not mix.
 */
public record Zone(String domain) {
    // Before the constants: they are checked against it while this class is initialised.
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

    public static final Zone INTERNAL = new Zone("aes.internal");
    public static final Zone LOCALHOST = new Zone("aes.localhost");

    /**
     * Checks the zone.
     *
     * @throws MalformedNameException unless {@code domain} is at least two lower-case DNS labels
     */
    public Zone {
        if (domain.length() > 128 || !DOMAIN.matcher(domain).matches()) {
            throw new MalformedNameException(
                    "Une zone est un nom DNS en minuscules de deux étiquettes ou plus, sans"
                            + " point final, comme aes.internal.",
                    "A zone is a lower-case DNS name of two labels or more, without a"
                            + " trailing dot, such as aes.internal.");
        }
    }

    /** The host that stands for a State: its SPIFFE trust domain, and the parent of its nodes' DNS names. */
    public String hostOf(State state) {
        return state.label() + "." + domain;
    }

    /** The State that a host stands for; empty unless it is exactly {@link #hostOf} of one. */
    public Optional<State> stateOf(String host) {
        for (State state : State.values()) {
            if (hostOf(state).equals(host)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** Whether a DNS name lies strictly beneath a State's host. Compares as written: capitals do not match. */
    public boolean isBeneath(String dnsName, State state) {
        String suffix = "." + hostOf(state);
        return dnsName.length() > suffix.length() && dnsName.endsWith(suffix);
    }

    @Override
    public String toString() {
        return domain;
    }
}
