/** What lies where, and what a State records of its own: {@code where}, {@code registry} and {@code register}. */
@NullMarked
package org.liptako.node.cli.registry;

import org.jspecify.annotations.NullMarked;
