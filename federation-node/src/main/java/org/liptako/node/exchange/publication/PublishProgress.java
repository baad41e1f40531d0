package org.liptako.node.exchange.publication;

/** Told often while a version is made, by several threads; what it throws ends the making, and nothing is published. */
@FunctionalInterface
public interface PublishProgress {
    /** Nobody wants to know. */
    PublishProgress UNHEARD = () -> {};

    /** More has been read, or another publication is still waited for. */
    void goesOn();
}
