/** Facts from their authorities, decisions, and the grants that two States bind together. */
@NullMarked
package org.liptako.node.placement;

import org.jspecify.annotations.NullMarked;
