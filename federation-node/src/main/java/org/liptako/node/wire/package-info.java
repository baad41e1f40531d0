/** What every endpoint shares: error codes, failures and how they travel, limits of requests, sentences in two languages. */
@NullMarked
package org.liptako.node.wire;

import org.jspecify.annotations.NullMarked;
