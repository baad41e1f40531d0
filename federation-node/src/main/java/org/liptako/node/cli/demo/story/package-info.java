/** The story that the demonstration tells, a step a file. */
@NullMarked
package org.liptako.node.cli.demo.story;

import org.jspecify.annotations.NullMarked;
