package org.liptako.node.console.entry;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Whence somebody comes, as far as it is counted: an IPv4 address, or the /64 of an IPv6 address, for whoever has one address of it has them all (RFC 6177). */
public final class Network {
    private static final int PREFIX_BYTES = 8;

    private Network() {}

    /** The network of an address, in words that are equal for addresses that count as one. */
    public static String of(InetAddress address) {
        return address instanceof Inet6Address v6
                ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), PREFIX_BYTES)) + "::/64"
                : address.getHostAddress();
    }
}
