/** Certificates from the command line: {@code pki init}. */
@NullMarked
package org.liptako.node.cli.pki;

import org.jspecify.annotations.NullMarked;
