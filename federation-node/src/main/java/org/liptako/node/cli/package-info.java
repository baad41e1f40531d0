/** The command line: one launcher for operators, officers, regulators and engineers; it calls a node as any other gRPC client would. */
@NullMarked
package org.liptako.node.cli;

import org.jspecify.annotations.NullMarked;
