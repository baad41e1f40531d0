package org.liptako.pki.profile;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * The object identifiers that are our own.
 *
 * <p>They lie under an arc made from a random UUID (ITU-T X.667), which needs no registration: {@code .1} holds the
 * certificate policies, one for each role. Key purposes of our own would lie here too, but Go parses no purpose with
 * an arc as long as a UUID.
 */
final class LiptakoOids {
    private static final ASN1ObjectIdentifier ARC =
            new ASN1ObjectIdentifier("2.25.255447163175100997027170816062377017947");

    static final ASN1ObjectIdentifier POLICIES = ARC.branch("1");

    private LiptakoOids() {}
}
