/** What a dataset version consists of: its files, their chunks and digests, and the one root over all of it. */
@NullMarked
package org.liptako.node.exchange.manifest;

import org.jspecify.annotations.NullMarked;
