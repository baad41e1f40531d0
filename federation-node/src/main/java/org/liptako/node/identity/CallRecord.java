package org.liptako.node.identity;

import io.grpc.Context;
import org.jspecify.annotations.Nullable;

/** What is noted of one call while it runs, for the log line and the metrics at its end. */
final class CallRecord {
    static final Context.Key<CallRecord> KEY = Context.key("liptako-call-record");

    private volatile @Nullable Caller caller;

    static CallRecord current() {
        CallRecord record = KEY.get();
        if (record == null) {
            throw new IllegalStateException("The call is not recorded: CallLogInterceptor must come first.");
        }
        return record;
    }

    void calledBy(Caller known) {
        caller = known;
    }

    /** Null where the call was refused before the caller was known. */
    @Nullable
    Caller caller() {
        return caller;
    }
}
