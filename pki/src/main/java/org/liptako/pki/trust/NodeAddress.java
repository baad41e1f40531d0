package org.liptako.pki.trust;

import java.util.regex.Pattern;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;

/**
 * Where a node is reached.
 *
 * @param node the node's name
 * @param host a DNS name or an address, printable ASCII, at most 253 characters
 * @param port 1 to 65535
 */
public record NodeAddress(Party node, String host, int port) {
    private static final Pattern HOST = Pattern.compile("[a-z0-9.:\\[\\]-]{1,253}");
    private static final int LAST_PORT = 65_535;

    public NodeAddress {
        if (node.role() != Role.NODE) {
            throw new IllegalArgumentException("Only a node has an address, not " + node + ".");
        }
        if (!HOST.matcher(host).matches() || port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("The address of " + node + " is not HOST and PORT.");
        }
    }
}
