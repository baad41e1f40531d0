/** Keeping watch: copies and grants are judged again as soon as something that they rest on has changed, and only those. */
@NullMarked
package org.liptako.node.placement.watch;

import org.jspecify.annotations.NullMarked;
