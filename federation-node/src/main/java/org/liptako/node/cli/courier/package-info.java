/** What an operator does with courier disks: {@code courier export, import, list, slip, lost}. */
@NullMarked
package org.liptako.node.cli.courier;

import org.jspecify.annotations.NullMarked;
