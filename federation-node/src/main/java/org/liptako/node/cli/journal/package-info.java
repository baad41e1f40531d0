/** Commands about a State's journal as a transparency log: how far it is signed, its files, its audit. */
@NullMarked
package org.liptako.node.cli.journal;

import org.jspecify.annotations.NullMarked;
