package org.liptako.pki.name;

/** Which of a State's two issuing CAs a certificate comes from; a role counts only from its own. */
public enum Authority {
    /** Machines: nodes, operators' systems, checkpoint and storage keys. */
    NODE_CA,
    /** People. */
    PEOPLE_CA
}
