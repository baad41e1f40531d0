package org.liptako.node.identity;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.Role;

/** Has the looks that people take written down before the first answer leaves; what programs of a State and nodes of peers read is theirs to follow, and in the log of calls. */
final class LookInterceptor implements ServerInterceptor {
    private final Looks looks;

    LookInterceptor(Looks looks) {
        this.looks = looks;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String method = call.getMethodDescriptor().getFullMethodName();
        if (!looks.keeps(method) || Caller.current().role() == Role.NODE) {
            return next.startCall(call, headers);
        }
        LookedAtCall<Q, A> looked = new LookedAtCall<>(call, Caller.current(), method);
        return new SimpleForwardingServerCallListener<>(next.startCall(looked, headers)) {
            @Override
            public void onMessage(Q message) {
                looked.asked(message);
                super.onMessage(message);
            }

            @Override
            public void onHalfClose() {
                try {
                    super.onHalfClose();
                } catch (RuntimeException refused) {
                    looked.refused(refused);
                    throw refused;
                }
            }
        };
    }

    private final class LookedAtCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final Caller caller;
        private final String method;
        private volatile @Nullable Message request;

        LookedAtCall(ServerCall<Q, A> call, Caller caller, String method) {
            super(call);
            this.caller = caller;
            this.method = method;
        }

        void asked(Q message) {
            if (message instanceof Message asked) {
                request = asked;
            }
        }

        /** What is refused was asked all the same. */
        void refused(RuntimeException why) {
            try {
                tell(0);
            } catch (RuntimeException e) {
                why.addSuppressed(e);
            }
        }

        @Override
        public void sendMessage(A message) {
            tell(message instanceof Message answer ? rows(answer) : 0);
            super.sendMessage(message);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            Status told = status;
            try {
                tell(0);
            } catch (RuntimeException e) {
                // Nothing has left. The caller must hear so, and not that there is nothing.
                told = status.isOk() ? Status.INTERNAL.withCause(e) : status;
            }
            super.close(told, trailers);
        }

        /** Once; again if it failed, for nothing has left. */
        private void tell(long rows) {
            Message asked = request;
            if (asked != null) {
                looks.looked(caller, method, asked, rows);
                request = null;
            }
        }
    }

    /** How long the list is that an answer begins with; what comes after it says how current each State's part is. */
    private static long rows(Message answer) {
        return answer.getAllFields().keySet().stream()
                .filter(field -> field.isRepeated() && field.getJavaType() == JavaType.MESSAGE)
                .min(Comparator.comparingInt(FieldDescriptor::getNumber))
                .map(answer::getRepeatedFieldCount)
                .orElse(0);
    }
}
