package org.liptako.pki.profile;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * The root of the Alliance: the only trust anchor anywhere, on P-384.
 *
 * <p>It names no State and has no path length: a cross-certificate of a later root must fit beneath it.
 *
 * @param number which root, from 1
 */
public record RootProfile(int number, Duration life) implements CertificateProfile {
    private static final Duration TWENTY_YEARS = Duration.ofDays(20 * 365 + 5);

    public RootProfile {
        if (number < 1) {
            throw new IllegalArgumentException("Roots are numbered from 1.");
        }
    }

    public static RootProfile first() {
        return numbered(1);
    }

    /** The root of that number, with the usual life. */
    public static RootProfile numbered(int number) {
        return new RootProfile(number, TWENTY_YEARS);
    }

    @Override
    public X500Name subject() {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Alliance of Sahel States")
                .addRDN(BCStyle.CN, "AES Root " + number)
                .build();
    }

    @Override
    public KeyKind keyKind() {
        return KeyKind.P384;
    }

    @Override
    public List<Extension> extensions() {
        return List.of(ProfileExtension.ca(), ProfileExtension.keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }
}
