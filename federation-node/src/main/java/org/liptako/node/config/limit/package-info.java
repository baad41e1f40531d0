/** How fast, and in which hours, bytes may move: the words in which people say it. */
@NullMarked
package org.liptako.node.config.limit;

import org.jspecify.annotations.NullMarked;
