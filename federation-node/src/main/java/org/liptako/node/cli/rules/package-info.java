/** Rules from the command line: {@code rules check} and {@code rules decide}; no node is asked. */
@NullMarked
package org.liptako.node.cli.rules;

import org.jspecify.annotations.NullMarked;
