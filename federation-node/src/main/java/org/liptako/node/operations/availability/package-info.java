/** How much of the time this site and its peers serve: measured, announced, said each month. */
@NullMarked
package org.liptako.node.operations.availability;

import org.jspecify.annotations.NullMarked;
