/** Keeping this State's journal published as files, in a directory or a bucket, for any web server and any tool of the format. */
@NullMarked
package org.liptako.node.operations.publishing;

import org.jspecify.annotations.NullMarked;
