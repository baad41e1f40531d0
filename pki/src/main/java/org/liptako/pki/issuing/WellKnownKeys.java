package org.liptako.pki.issuing;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.jcajce.provider.asymmetric.util.EC5Util;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Keys whose secret is among the first that anyone tries: the smallest multiples of the curve's generator.
 *
 * <p>A broken random generator makes such keys, and the request proves their possession as well as any.
 */
final class WellKnownKeys {
    private static final int MULTIPLES = 256;

    private WellKnownKeys() {}

    /**
     * Refuses such a key.
     *
     * @throws IssuingException if it is one
     */
    static void refuse(PublicKey key) {
        if (!(key instanceof ECPublicKey ec)) {
            return;
        }
        ECParameterSpec curve = EC5Util.convertSpec(ec.getParams());
        BigInteger x = ec.getW().getAffineX();
        ECPoint multiple = curve.getG();
        for (int factor = 1; factor <= MULTIPLES; factor++) {
            // A point and its negative share x: both secrets, k and n - k, are refused.
            if (multiple.normalize().getAffineXCoord().toBigInteger().equals(x)) {
                throw new IssuingException(
                        "Le secret de la clé est un petit nombre que chacun devine : faites une nouvelle clé, et réparez le générateur de hasard qui a fait celle-ci.",
                        "The key's secret is a small number that anyone guesses: make a new key, and mend the random generator that made this one.");
            }
            multiple = multiple.add(curve.getG());
        }
    }
}
