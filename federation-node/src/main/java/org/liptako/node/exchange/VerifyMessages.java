package org.liptako.node.exchange;

import java.util.List;
import org.liptako.exchange.v1.UnreadCopy;
import org.liptako.exchange.v1.VerifiedCopy;
import org.liptako.exchange.v1.VerifyReplicaResponse;
import org.liptako.node.exchange.repair.CopyVerdict;
import org.liptako.node.exchange.repair.DamagedFile;
import org.liptako.node.wire.SentenceMessages;

/** The reading of copies as the protocol writes it. */
final class VerifyMessages {
    private VerifyMessages() {}

    static VerifyReplicaResponse toMessage(long done, long all) {
        return VerifyReplicaResponse.newBuilder()
                .setChunksDone(done)
                .setChunks(all)
                .build();
    }

    static VerifyReplicaResponse toMessage(List<CopyVerdict> verdicts) {
        return VerifyReplicaResponse.newBuilder()
                .addAllCopies(verdicts.stream().map(VerifyMessages::copy).toList())
                .build();
    }

    private static VerifiedCopy copy(CopyVerdict verdict) {
        VerifiedCopy.Builder copy = VerifiedCopy.newBuilder()
                .setVersionRoot(verdict.version().root().value());
        return switch (verdict) {
            case CopyVerdict.Sound sound ->
                copy.setChunks(sound.chunks()).setPublished(sound.published()).build();
            case CopyVerdict.Damaged damaged ->
                copy.setChunks(damaged.chunks())
                        .setDamaged(damaged.damaged())
                        .setPublished(damaged.published())
                        .addAllFiles(damaged.files().stream()
                                .map(VerifyMessages::file)
                                .toList())
                        .build();
            case CopyVerdict.Unread unread ->
                copy.setUnread(why(unread.why()))
                        .setInRepair(SentenceMessages.toMessage(unread.words()))
                        .build();
        };
    }

    private static UnreadCopy why(CopyVerdict.Why why) {
        return switch (why) {
            case IN_REPAIR -> UnreadCopy.UNREAD_COPY_IN_REPAIR;
            case GONE -> UnreadCopy.UNREAD_COPY_GONE;
            case MANIFEST -> UnreadCopy.UNREAD_COPY_MANIFEST;
            case REPLACED -> UnreadCopy.UNREAD_COPY_REPLACED;
        };
    }

    private static org.liptako.exchange.v1.DamagedFile file(DamagedFile file) {
        return org.liptako.exchange.v1.DamagedFile.newBuilder()
                .setPath(file.path().value())
                .setChunks(file.chunks())
                .setFirstChunk(file.first())
                .build();
    }
}
