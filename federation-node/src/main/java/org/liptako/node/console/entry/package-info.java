/** How people come in and go: one-time links, sessions, what is noted of them. */
@NullMarked
package org.liptako.node.console.entry;

import org.jspecify.annotations.NullMarked;
