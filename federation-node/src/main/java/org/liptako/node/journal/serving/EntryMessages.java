package org.liptako.node.journal.serving;

import com.google.protobuf.ByteString;
import org.liptako.node.journal.JournalEntry;

/** Entries as the protocol writes them. */
final class EntryMessages {
    private EntryMessages() {}

    static org.liptako.journal.v1.JournalEntry toMessage(JournalEntry entry) {
        org.liptako.journal.v1.JournalEntry.Builder message = org.liptako.journal.v1.JournalEntry.newBuilder()
                .setIndex(entry.index())
                .setCommitment(ByteString.copyFrom(entry.commitment().digest().toBytes()))
                .setSecret(entry.secret());
        entry.opened()
                .ifPresent(opening -> message.setSalt(
                                ByteString.copyFrom(opening.salt().toBytes()))
                        .setPayload(ByteString.copyFromUtf8(opening.payload())));
        return message.build();
    }
}
