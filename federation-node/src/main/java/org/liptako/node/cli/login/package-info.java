/** The command that signs a person in to the pages of their node. */
@NullMarked
package org.liptako.node.cli.login;

import org.jspecify.annotations.NullMarked;
