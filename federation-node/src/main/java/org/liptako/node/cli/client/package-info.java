/** How a command reaches a node: mutual TLS with the caller's own certificate, and failures in words. */
@NullMarked
package org.liptako.node.cli.client;

import org.jspecify.annotations.NullMarked;
