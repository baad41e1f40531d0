package org.liptako.pki.constraint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The host of a URI (RFC 3986 section 3.2.2), which is all that constraints on URIs look at. */
final class UriHost {
    /** Scheme, user information, host, port; what follows them is of no concern. */
    private static final Pattern AUTHORITY = Pattern.compile(
            "[A-Za-z][A-Za-z0-9+.-]*://(?:[^@/?#\\\\\\[\\]]*@)?([^@:/?#\\\\\\[\\]]+)(?::[0-9]*)?(?:[/?#].*)?");

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

    private UriHost() {}

    /**
     * The host of this URI.
     *
     * @throws MalformedConstraintException if it has none that is a name: RFC 5280 has such a URI refused where URIs
     *     are constrained
     */
    static HostName parse(String uri) throws MalformedConstraintException {
        Matcher parts = AUTHORITY.matcher(uri);
        if (!parts.matches() || ADDRESS.matcher(parts.group(1)).matches()) {
            throw new MalformedConstraintException("a URI without a host name");
        }
        return HostName.parse(parts.group(1));
    }
}
