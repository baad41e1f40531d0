package org.liptako.node.operations;

import java.util.Optional;

/** Something without which this process is not ready for work. */
interface WorkCondition {
    /** What is missing, in English, for whoever looks at the node's health; empty if nothing is. */
    Optional<String> missing();
}
