package org.liptako.node.exchange.pace;

/** Which way bytes move, seen from this site. */
public enum Direction {
    RECEIVE,
    SERVE
}
