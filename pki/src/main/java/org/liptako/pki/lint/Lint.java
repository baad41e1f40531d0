package org.liptako.pki.lint;

/** One rule about one kind of document. Stateless. */
interface Lint<T> {
    LintRule rule();

    /** Whether the document satisfies the rule; whatever is thrown means that it does not. */
    boolean admits(T document);
}
