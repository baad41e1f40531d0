/** What an operator does with copies: {@code replica list, watch, transfers, publish, start, erase}. */
@NullMarked
package org.liptako.node.cli.replica;

import org.jspecify.annotations.NullMarked;
