package org.liptako.node.console;

/**
 * The last step in: whom a link lets in.
 *
 * @param who the link's bearer, as the certificate names them
 * @param formKey what the form must bring back
 */
public record EnterPage(String who, String link, String formKey) {}
