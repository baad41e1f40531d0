/** What the demonstration plays with: three nodes as processes, the links between them, the people who call them. */
@NullMarked
package org.liptako.node.cli.demo.stage;

import org.jspecify.annotations.NullMarked;
