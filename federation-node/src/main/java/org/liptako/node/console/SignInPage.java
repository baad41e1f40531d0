package org.liptako.node.console;

/**
 * How to come in.
 *
 * @param why why the reader is not let in, or no longer, in words; empty if they just came
 * @param admits whether people may come in here
 * @param secure whether the page came over TLS, where a browser can show a certificate
 * @param who whom the certificate that the browser has shown lets in, in words; empty if there is none that does
 * @param formKey what the form must bring back
 */
public record SignInPage(String why, boolean admits, boolean secure, String who, String formKey) {}
