/** The demonstration: three States on one machine, from nothing, and the report of what happened. */
@NullMarked
package org.liptako.node.cli.demo;

import org.jspecify.annotations.NullMarked;
