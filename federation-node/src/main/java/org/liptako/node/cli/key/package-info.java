/** Commands on the keys of datasets. */
@NullMarked
package org.liptako.node.cli.key;

import org.jspecify.annotations.NullMarked;
