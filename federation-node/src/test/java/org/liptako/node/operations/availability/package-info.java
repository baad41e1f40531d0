/** How much of the time a site serves. */
@NullMarked
package org.liptako.node.operations.availability;

import org.jspecify.annotations.NullMarked;
