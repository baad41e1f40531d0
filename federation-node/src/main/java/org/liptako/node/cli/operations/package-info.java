/** Commands on a data centre's service: how much of the time it serves, planned maintenance, a process's leaving. */
@NullMarked
package org.liptako.node.cli.operations;

import org.jspecify.annotations.NullMarked;
