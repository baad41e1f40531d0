/** What a shell needs to complete a command that is being typed. */
@NullMarked
package org.liptako.node.cli.completion;

import org.jspecify.annotations.NullMarked;
