package org.liptako.node.wire;

import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trailer {@code liptako-error}: how a failure's code travels beside the gRPC status. */
public final class ErrorTrailer {
    static final Metadata.Key<String> KEY = Metadata.Key.of("liptako-error", Metadata.ASCII_STRING_MARSHALLER);

    private ErrorTrailer() {}

    /** The trailers of a call that fails with this code. */
    public static Metadata of(ErrorCode code) {
        Metadata trailers = new Metadata();
        trailers.put(KEY, code.name());
        return trailers;
    }

    /** The code that a peer's failure carries; empty where the failure is gRPC's own, or of a newer version. */
    public static Optional<ErrorCode> codeOf(Throwable thrown) {
        Metadata trailers = Status.trailersFromThrowable(thrown);
        String name = trailers == null ? null : trailers.get(KEY);
        return codeNamed(name);
    }

    private static Optional<ErrorCode> codeNamed(@Nullable String name) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst();
    }
}
