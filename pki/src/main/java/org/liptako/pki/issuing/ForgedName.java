package org.liptako.pki.issuing;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;
import org.liptako.pki.name.State;
import org.liptako.pki.name.Zone;

/** The ways to name another State in a certificate of one's own. */
public enum ForgedName {
    URI,
    DNS,
    DIRECTORY,
    EMAIL,
    ADDRESS,
    OTHER_NAME,
    REGISTERED_ID,
    SEVERAL,
    UPPER_CASE,
    TRAILING_DOT,
    PERCENT_ESCAPE,
    COMMON_NAME_ALONE;

    private static final String PATH = "/node/NE-NIM-1/1";
    private static final String NIGER = "C=NE,O=Niger,CN=Node 1 at NE-NIM-1";
    private static final ASN1ObjectIdentifier PRINCIPAL = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");

    /** The subject: the honest one, unless the subject is where the lie is. */
    X500Name subject(X500Name honest, Zone zone) {
        return switch (this) {
            case DIRECTORY -> new X500Name(NIGER);
            case COMMON_NAME_ALONE -> new X500Name("C=ML,O=Mali,CN=" + dnsIn(zone));
            case URI,
                    DNS,
                    EMAIL,
                    ADDRESS,
                    OTHER_NAME,
                    REGISTERED_ID,
                    SEVERAL,
                    UPPER_CASE,
                    TRAILING_DOT,
                    PERCENT_ESCAPE -> honest;
        };
    }

    /** The alternative names; empty for none. */
    Optional<GeneralNames> alternativeNames(Zone zone) {
        String niger = zone.hostOf(State.NE);
        String honest = "spiffe://" + zone.hostOf(State.ML) + "/node/ML-BKO-1/1";
        String honestDns = "node-1.ml-bko-1." + zone.hostOf(State.ML);
        return switch (this) {
            case URI -> names(uri("spiffe://" + niger + PATH), dns(honestDns));
            case DNS -> names(uri(honest), dns(dnsIn(zone)));
            case DIRECTORY -> names(uri(honest), dns(honestDns), new GeneralName(new X500Name(NIGER)));
            case EMAIL -> names(uri(honest), dns(honestDns), new GeneralName(GeneralName.rfc822Name, "n@" + niger));
            case ADDRESS ->
                names(
                        uri(honest),
                        dns(honestDns),
                        new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[] {127, 0, 0, 1})));
            case OTHER_NAME ->
                names(
                        uri(honest),
                        dns(honestDns),
                        new GeneralName(
                                GeneralName.otherName, new OtherName(PRINCIPAL, new DERUTF8String("node@" + niger))));
            case REGISTERED_ID ->
                names(uri(honest), dns(honestDns), new GeneralName(GeneralName.registeredID, PRINCIPAL));
            case SEVERAL -> names(uri(honest), uri("spiffe://" + niger + PATH), dns(honestDns), dns(dnsIn(zone)));
            case UPPER_CASE -> names(uri("spiffe://NE" + niger.substring(2) + PATH), dns(honestDns));
            case TRAILING_DOT -> names(uri("spiffe://" + niger + "." + PATH), dns(honestDns));
            case PERCENT_ESCAPE -> names(uri("spiffe://%6e" + niger.substring(1) + PATH), dns(honestDns));
            case COMMON_NAME_ALONE -> Optional.empty();
        };
    }

    private static String dnsIn(Zone zone) {
        return "node-1.ne-nim-1." + zone.hostOf(State.NE);
    }

    private static Optional<GeneralNames> names(GeneralName... names) {
        return Optional.of(new GeneralNames(Arrays.copyOf(names, names.length)));
    }

    private static GeneralName uri(String uri) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
    }

    private static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }
}
