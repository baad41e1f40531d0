package org.liptako.pki.profile;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;

/**
 * One root's key certified by another root, for the years in which some nodes know one of them and some the other
 * (RFC 4210 section 4.4): new-with-old and old-with-new.
 *
 * @param number the number of the root that is certified
 */
public record CrossProfile(int number, Duration life) implements CertificateProfile {
    private static final Duration TWO_YEARS = Duration.ofDays(731);

    /** For two years, which is longer than any node may stay off. */
    public static CrossProfile of(int number) {
        return new CrossProfile(number, TWO_YEARS);
    }

    private RootProfile root() {
        return RootProfile.numbered(number);
    }

    @Override
    public X500Name subject() {
        return root().subject();
    }

    @Override
    public KeyKind keyKind() {
        return root().keyKind();
    }

    @Override
    public List<Extension> extensions() {
        return root().extensions();
    }
}
