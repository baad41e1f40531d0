/** Tests of the channels between nodes, on real certificates, TLS and gRPC. */
@NullMarked
package org.liptako.node.peer;

import org.jspecify.annotations.NullMarked;
