/** The web pages: what a regulator reads without installing anything. They show; they decide nothing. */
@NullMarked
package org.liptako.node.console;

import org.jspecify.annotations.NullMarked;
