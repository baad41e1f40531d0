package org.liptako.pki.constraint;

/** Part of the names of one form; a name is given as its form parses it. */
sealed interface Subtree<N> permits DnsSubtree, MailSubtree, UriSubtree, IpSubtree, DirectorySubtree {
    /** Whether the name lies within. */
    boolean covers(N name);

    /** Whether anything that the name stands for may lie within: more than {@link #covers} only for a pattern. */
    default boolean touches(N name) {
        return covers(name);
    }
}
