/** Repatriation, for those who run it and those who look after it. */
@NullMarked
package org.liptako.node.cli.campaign;

import org.jspecify.annotations.NullMarked;
