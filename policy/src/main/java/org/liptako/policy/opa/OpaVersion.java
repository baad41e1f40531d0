package org.liptako.policy.opa;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of OPA; what follows the three numbers does not count. */
record OpaVersion(int major, int minor, int patch) implements Comparable<OpaVersion> {
    /** Older ones let a bundle's signature check be passed by. */
    static final OpaVersion LEAST = new OpaVersion(1, 21, 3);

    private static final Pattern FORMAT = Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:[-+].*)?");
    private static final Comparator<OpaVersion> ORDER = Comparator.comparingInt(OpaVersion::major)
            .thenComparingInt(OpaVersion::minor)
            .thenComparingInt(OpaVersion::patch);

    static Optional<OpaVersion> parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        return matcher.matches()
                ? Optional.of(new OpaVersion(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    @Override
    public int compareTo(OpaVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
