package org.liptako.pki.name;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A SPIFFE ID, such as {@code spiffe://ml.aes.internal/node/ML-BKO-1/1}, parsed strictly.
 *
 * <p>Grammar of the SPIFFE-ID standard, section 2: scheme {@code spiffe} in lower case, a trust domain of lower-case
 * letters, digits, dots, dashes and underscores, path segments of letters, digits, dots, dashes and underscores. No
 * port, user, query, fragment or percent escape, no empty or relative segment, no trailing slash. A trust domain here
 * is also a host name (RFC 5280 section 4.2.1.10 constrains a URI by its host), so its labels obey RFC 1123, which
 * rules out underscores and trailing dots. {@link #toString()} gives back exactly the text that was parsed.
 *
 * @param host the trust domain
 * @param segments the path, one segment or more
 */
public record SpiffeName(String host, List<String> segments) {
    /** SPIFFE-ID section 2.3: the longest ID, in bytes. */
    public static final int MAX_LENGTH = 2048;

    private static final String SCHEME = "spiffe://";
    private static final int MAX_HOST_LENGTH = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._-]+");

    /**
     * Checks every part.
     *
     * @throws MalformedNameException if a part breaks the grammar
     */
    public SpiffeName {
        segments = List.copyOf(segments);
        checkHost(host);
        if (segments.isEmpty()) {
            throw new MalformedNameException(
                    "Un nom SPIFFE a un chemin : le domaine de confiance seul ne nomme personne.",
                    "A SPIFFE name needs a path: the trust domain alone names nobody.");
        }
        segments.forEach(SpiffeName::checkSegment);
        int length = SCHEME.length() + host.length();
        for (String segment : segments) {
            length += 1 + segment.length();
        }
        if (length > MAX_LENGTH) {
            throw new MalformedNameException(
                    "Un nom SPIFFE a au plus " + MAX_LENGTH + " octets ; celui-ci en a plus.",
                    "A SPIFFE name has at most " + MAX_LENGTH + " bytes; this one has more.");
        }
    }

    /**
     * The name that is printed so.
     *
     * @throws MalformedNameException unless {@code text} is a SPIFFE ID with a path, exactly as it would be printed
     */
    public static SpiffeName parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new MalformedNameException(
                    "Un nom SPIFFE a au plus " + MAX_LENGTH + " octets ; celui-ci en a plus.",
                    "A SPIFFE name has at most " + MAX_LENGTH + " bytes; this one has more.");
        }
        if (!text.startsWith(SCHEME)) {
            throw new MalformedNameException(
                    "Un nom SPIFFE commence par spiffe:// en minuscules.",
                    "A SPIFFE name begins with spiffe:// in lower case.");
        }
        List<String> parts = List.of(text.substring(SCHEME.length()).split("/", -1));
        return new SpiffeName(parts.getFirst(), parts.subList(1, parts.size()));
    }

    private static void checkHost(String host) {
        if (host.length() > MAX_HOST_LENGTH) {
            throw new MalformedNameException(
                    "Un domaine de confiance a au plus " + MAX_HOST_LENGTH + " caractères.",
                    "A trust domain has at most " + MAX_HOST_LENGTH + " characters.");
        }
        for (String label : host.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                throw new MalformedNameException(
                        "Un domaine de confiance est fait d'étiquettes DNS en minuscules, sans port,"
                                + " utilisateur, échappement ni point final.",
                        "A trust domain is made of lower-case DNS labels, without port,"
                                + " user, percent escape or trailing dot.");
            }
        }
    }

    private static void checkSegment(String segment) {
        if (segment.isEmpty()) {
            throw new MalformedNameException(
                    "Un chemin SPIFFE n'a ni segment vide ni barre finale.",
                    "A SPIFFE path has no empty segment and no trailing slash.");
        }
        if (segment.equals(".") || segment.equals("..")) {
            throw new MalformedNameException(
                    "Un chemin SPIFFE n'a pas de segment relatif.", "A SPIFFE path has no relative segment.");
        }
        if (!SEGMENT.matcher(segment).matches()) {
            throw new MalformedNameException(
                    "Un segment de chemin SPIFFE est fait de lettres, chiffres, points, tirets et"
                            + " soulignés, sans échappement, question ni fragment.",
                    "A SPIFFE path segment is made of letters, digits, dots, dashes and"
                            + " underscores, without percent escape, query or fragment.");
        }
    }

    @Override
    public String toString() {
        return SCHEME + host + "/" + String.join("/", segments);
    }
}
