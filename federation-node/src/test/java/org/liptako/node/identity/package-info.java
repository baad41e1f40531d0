/** Tests of who may call, on real certificates, TLS and gRPC. */
@NullMarked
package org.liptako.node.identity;

import org.jspecify.annotations.NullMarked;
