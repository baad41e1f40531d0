/** Rules from the command line: what a legal officer does at a desk, without a node, and the editions that a node is given. */
@NullMarked
package org.liptako.node.cli.rules;

import org.jspecify.annotations.NullMarked;
