/** Tests of what people read of campaigns. */
@NullMarked
package org.liptako.node.cli.campaign;

import org.jspecify.annotations.NullMarked;
