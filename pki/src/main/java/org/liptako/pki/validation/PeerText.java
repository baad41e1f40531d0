package org.liptako.pki.validation;

import java.net.IDN;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.util.IPAddress;

/** The one way to write a host or an address (RFC 5952 section 4 for IPv6), from any of the ways in use. */
final class PeerText {
    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F]{1,8}");
    private static final Pattern QUAD = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final int V6 = 16;

    private PeerText() {}

    static String canonical(String name) {
        if (NUMBER.matcher(name).matches()) {
            int address = Integer.parseUnsignedInt(name.substring(2), 16);
            return ofAddress(ByteBuffer.allocate(Integer.BYTES).putInt(address).array());
        }
        if (QUAD.matcher(name).matches()) {
            return name.replaceAll("(^|\\.)0+(?=[0-9])", "$1");
        }
        if (IPAddress.isValidIPv6(name)) {
            return ofAddress(InetAddress.ofLiteral(name).getAddress());
        }
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    static String ofAddress(byte[] octets) {
        if (octets.length != V6) {
            StringBuilder text = new StringBuilder();
            for (byte octet : octets) {
                text.append(text.isEmpty() ? "" : ".").append(octet & 0xff);
            }
            return text.toString();
        }
        StringBuilder groups = new StringBuilder();
        ByteBuffer each = ByteBuffer.wrap(octets);
        while (each.hasRemaining()) {
            groups.append(groups.isEmpty() ? "" : ":").append(Integer.toHexString(each.getShort() & 0xffff));
        }
        return compressed(groups.toString());
    }

    /** The longest run of two zero groups or more, the first of several, becomes two colons. */
    private static String compressed(String groups) {
        for (int length = V6 / 2; length >= 2; length--) {
            String zeros = "0" + ":0".repeat(length - 1);
            String bounded = ":" + groups + ":";
            int at = bounded.indexOf(":" + zeros + ":");
            if (at >= 0) {
                String before = at == 0 ? "" : bounded.substring(1, at);
                int rest = at + zeros.length() + 2;
                String after = rest >= bounded.length() ? "" : bounded.substring(rest, bounded.length() - 1);
                return before + "::" + after;
            }
        }
        return groups;
    }
}
