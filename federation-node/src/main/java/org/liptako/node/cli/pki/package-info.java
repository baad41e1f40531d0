/** Certificates from the command line: trees and ceremonies, validation, lints, revocation, signatures. */
@NullMarked
package org.liptako.node.cli.pki;

import org.jspecify.annotations.NullMarked;
