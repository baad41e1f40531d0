package org.liptako.pki.validation;

import java.net.IDN;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.IPAddress;

/** The name by which a peer was called, and whether a certificate's alternative name is it (RFC 9525 section 6). */
sealed interface PeerIdentity {
    /** A DNS name, or the literal of an address, an IPv6 one with or without brackets. */
    static PeerIdentity of(String name) {
        String bare = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        if (IPAddress.isValidIPv6(bare)) {
            return new Address(octetsOf(bare));
        }
        if (IPAddress.isValidIPv4(bare)
                && InetAddress.ofLiteral(bare).getHostAddress().equals(bare)) {
            return new Address(octetsOf(bare));
        }
        String absolute = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return new Host(IDN.toASCII(absolute).toLowerCase(Locale.ROOT));
    }

    /** Of an address mapped from IPv4 (RFC 4291 section 2.5.5.2) Java makes a short one; a certificate does not. */
    private static String octetsOf(String literal) {
        String octets = HexFormat.of().formatHex(InetAddress.ofLiteral(literal).getAddress());
        boolean shortened = literal.indexOf(':') >= 0 && octets.length() == 8;
        return shortened ? "0".repeat(20) + "ffff" + octets : octets;
    }

    boolean isNamedBy(GeneralName alternativeName);

    /** A DNS name, in lower case. */
    record Host(String name) implements PeerIdentity {
        @Override
        public boolean isNamedBy(GeneralName alternativeName) {
            if (alternativeName.getTagNo() != GeneralName.dNSName) {
                return false;
            }
            String presented = ASN1IA5String.getInstance(alternativeName.getName())
                    .getString()
                    .toLowerCase(Locale.ROOT);
            return presented.startsWith("*.") ? isMatchedBy(presented.substring(1)) : presented.equals(name);
        }

        /** A star is all of the first label and nothing else, and never all of the name (RFC 9525 section 6.3). */
        private boolean isMatchedBy(String afterStar) {
            int firstDot = name.indexOf('.');
            return firstDot > 0
                    && afterStar.length() > 1
                    && afterStar.indexOf('*') < 0
                    && name.substring(firstDot).equals(afterStar);
        }
    }

    /** An address, in hexadecimal; no DNS name stands for it, whatever it looks like. */
    record Address(String octets) implements PeerIdentity {
        @Override
        public boolean isNamedBy(GeneralName alternativeName) {
            return alternativeName.getTagNo() == GeneralName.iPAddress
                    && HexFormat.of()
                            .formatHex(ASN1OctetString.getInstance(alternativeName.getName())
                                    .getOctets())
                            .equals(octets);
        }
    }
}
