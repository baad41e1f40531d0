package org.liptako.node.console;

/**
 * How to come in.
 *
 * @param why why the reader is not let in, or no longer, in words; empty if they just came
 * @param admits whether people may come in here
 */
public record SignInPage(String why, boolean admits) {}
