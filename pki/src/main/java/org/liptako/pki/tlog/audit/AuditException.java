package org.liptako.pki.tlog.audit;

/** Ends an audit at the first fault. */
final class AuditException extends RuntimeException {
    private final transient AuditFault fault;

    AuditException(AuditFault fault) {
        super(fault.english());
        this.fault = fault;
    }

    AuditFault fault() {
        return fault;
    }
}
