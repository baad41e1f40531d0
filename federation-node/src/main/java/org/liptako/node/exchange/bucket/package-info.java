/** Objects in a bucket that speaks S3: put whole and checked, read back by ranges, gone when removed. */
@NullMarked
package org.liptako.node.exchange.bucket;

import org.jspecify.annotations.NullMarked;
