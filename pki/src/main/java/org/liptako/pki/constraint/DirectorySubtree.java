package org.liptako.pki.constraint;

import org.liptako.pki.encoding.DirectoryName;

/** A directory name and all beneath it. */
record DirectorySubtree(DirectoryName top) implements Subtree<DirectoryName> {
    @Override
    public boolean covers(DirectoryName name) {
        return name.isWithin(top);
    }
}
