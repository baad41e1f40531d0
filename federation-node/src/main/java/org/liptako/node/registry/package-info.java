/** What is where, as read from the journals: datasets, sites, copies, registers, and "as of" questions. */
@NullMarked
package org.liptako.node.registry;

import org.jspecify.annotations.NullMarked;
