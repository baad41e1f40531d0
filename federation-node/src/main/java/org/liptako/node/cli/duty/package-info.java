/** The register of duties, for those who owe them and those who look after them. */
@NullMarked
package org.liptako.node.cli.duty;

import org.jspecify.annotations.NullMarked;
