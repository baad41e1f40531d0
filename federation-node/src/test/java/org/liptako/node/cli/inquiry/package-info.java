/** Answers on paper. */
@NullMarked
package org.liptako.node.cli.inquiry;

import org.jspecify.annotations.NullMarked;
